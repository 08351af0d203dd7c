package org.tagwire.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.WebAddress;

/**
 * Finds the next page of an article that its publisher cut into several.
 *
 * <p>Blogs name the next <em>article</em> by {@code rel=next} too, so a link is believed only where
 * its address is that of the page itself with the next number in it: on the same host, with the
 * same path and the same query otherwise ({@code /mill} and {@code /mill/2}, {@code ?page=2}). A
 * link within the page counts only where its text says "next" or is that number, because lists
 * beside an article have pages as well.
 */
final class NextPage {
  private static final int MOST_LINKS = 60;
  private static final int HIGHEST = 40;

  /** What a numbered page is told by at the end of a path. */
  private static final Pattern IN_PATH =
      Pattern.compile(
          "^(/.+?)(?:[/,_-](?:page|seite|pagina|pag|strona|sida|side|teil|part|p|pg|npack)[,/_-]?|[/,]|[_-](?=\\d{1,2}\\.))(\\d{1,2})(\\.s?html?|\\.php)?/?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_QUERY =
      Pattern.compile(
          "(?:^|&)(?:page|p|pg|seite|pagina|paged|pageno|pagenumber|part)=(\\d{1,2})(?=&|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEXT =
      Pattern.compile(
          "^(?:next(?: page)?|continue(?: reading)?|(?:nächste|naechste)"
              + " seite|weiter(?:lesen)?|(?:page )?suivante?|página siguiente|siguiente|pagina"
              + " successiva|avanti|próxima(?: página)?|volgende(?: pagina)?|nästa(?:"
              + " sida)?|następna(?: strona)?|далее|следующая(?: страница)?|التالي|الصفحة"
              + " التالية|次へ|次のページ|下一页|下一頁)\\s*[›»→>]*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private NextPage() {}

  /**
   * A page's place in a row.
   *
   * @param stem the address without the number
   * @param number 1 for the first
   */
  private record Place(String stem, int number) {}

  static Optional<WebAddress> find(
      Document page, MetaTags meta, Optional<WebAddress> own, Element body) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    WebAddress here = own.get();
    Element parent = body.parent();
    Element around = parent == null || parent == page.body() ? body : parent;
    Stream<String> offered =
        Stream.concat(
            meta.all("link:next").stream().limit(2),
            around.stream()
                .limit(PageFacts.MOST_ELEMENTS)
                .filter(a -> a.normalName().equals("a") && a.hasAttr("href"))
                .filter(a -> saysNext(a, number(here) + 1))
                .limit(MOST_LINKS)
                .map(a -> a.attr("href")));
    return offered
        .map(here::resolve)
        .flatMap(Optional::stream)
        .filter(next -> next.origin().equals(here.origin()) && isNext(here, next))
        .findFirst();
  }

  private static boolean saysNext(Element link, int number) {
    String text = link.text().strip();
    return text.length() <= 30
        && (text.equals(Integer.toString(number)) || NEXT.matcher(text).matches());
  }

  private static int number(WebAddress here) {
    @Nullable Place inQuery = inQuery(here);
    @Nullable Place inPath = inQuery == null ? inPath(here) : null;
    return inQuery != null ? inQuery.number : inPath != null ? inPath.number : 1;
  }

  private static boolean isNext(WebAddress here, WebAddress next) {
    return follows(inQuery(here), inQuery(next), bare(here))
        || follows(inPath(here), inPath(next), bare(here));
  }

  /** The second page follows one that has no number or the number 1. */
  private static boolean follows(@Nullable Place here, @Nullable Place next, String bare) {
    if (next == null || next.number < 2 || next.number > HIGHEST) {
      return false;
    }
    boolean numbered = here != null && here.stem.equals(next.stem);
    return numbered && here != null
        ? next.number == here.number + 1
        : next.number == 2 && next.stem.equals(bare);
  }

  private static @Nullable Place inPath(WebAddress address) {
    Matcher number = IN_PATH.matcher(address.path());
    if (!number.matches()) {
      return null;
    }
    String end = number.group(3) == null ? "" : number.group(3);
    String query = address.findQuery().map(q -> '?' + q).orElse("");
    String stem = stem(number.group(1), end) + query;
    return new Place(stem, Integer.parseInt(number.group(2)));
  }

  private static @Nullable Place inQuery(WebAddress address) {
    String query = address.findQuery().orElse("");
    Matcher number = IN_QUERY.matcher(query);
    if (!number.find()) {
      return null;
    }
    String rest = number.replaceFirst("").replaceFirst("^&", "");
    return new Place(
        stem(address.path(), "") + (rest.isEmpty() ? "" : '?' + rest),
        Integer.parseInt(number.group(1)));
  }

  private static String bare(WebAddress address) {
    return stem(address.path(), "") + address.findQuery().map(q -> '?' + q).orElse("");
  }

  /** Returns a path without what differs between the first page and the others. */
  private static String stem(String path, String end) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return (bare + end).toLowerCase(Locale.ROOT);
  }
}
