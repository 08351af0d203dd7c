package org.tagwire.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/**
 * Finds what may be the sources of a page, best first. Pure: it looks at the page and asks nobody.
 */
public final class FeedFinder {
  /** The greatest number of candidates. */
  public static final int MAX_CANDIDATES = 60;

  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/xml",
          "text/xml",
          "application/rss",
          "application/atom",
          "text/rss+xml",
          "text/rss");
  private static final Pattern FEED_LIKE =
      Pattern.compile(
          "(?i)(?:\\.(?:rss|atom|rdf)|/(?:rss|feed|feeds|atom)(?:/|/index)?(?:\\.xml|\\.json)?|/(?:index|feed|rss|atom|news)\\.xml)/?"
              + "|.*(?:\\.(?:rss|rdf|atom)|/(?:rss|feed|atom)/?|/(?:feed|rss|atom|index)\\.(?:xml|json))");
  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?iu)comment|kommentar|coment[aá]rio|comentario|commenti|reacties|komentar|коммента|"
              + "комента|yorum|コメント|评论|تعليق");
  private static final Pattern NAMED =
      Pattern.compile("(?i)(?:rss|atom|rdf|xml)(?:[ -]?feeds?)?|(?:web ?|news ?)?feeds?");
  private static final Pattern JSON_ADDRESS =
      Pattern.compile("\"((?:https?:)?(?:\\\\?/){1,2}[^\"\\s<>]{3,500})\"");
  private static final List<String> FEED_PATHS =
      List.of("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml");

  /** Seldom used, or answered by sites that answer one of the others too. */
  private static final List<String> SELDOM_PATHS =
      List.of("/feed/", "/feed.json", "/feeds/posts/default", "/?feed=rss2");

  /** What robots.txt lists at the most that is asked before the seldom paths. */
  private static final int LISTED_FIRST = 3;

  private static final List<String> SITEMAP_PATHS =
      List.of(
          "/news-sitemap.xml",
          "/sitemap-news.xml",
          "/sitemap_news.xml",
          "/sitemaps/news.xml",
          "/sitemap/news.xml",
          "/googlenews.xml");

  private FeedFinder() {}

  /**
   * Reads a page and returns its candidates; the page's own charset is found as browsers find it.
   */
  public static List<Candidate> candidates(byte[] page, WebAddress url) {
    return candidates(parse(page, url), url, List.of());
  }

  /**
   * Returns the candidates of a page, best first, each address once.
   *
   * @param page the parsed page
   * @param url where it was found
   * @param sitemaps what robots.txt lists, as written
   */
  public static List<Candidate> candidates(Document page, WebAddress url, List<String> sitemaps) {
    WebAddress base = base(page, url);
    List<Candidate> all = new ArrayList<>(SiteRules.candidates(url));
    canonical(page, base).ifPresent(real -> all.addAll(SiteRules.candidates(real)));
    for (Element named : page.select("meta[itemprop~=(?i)^(channelId|identifier)$]")) {
      SiteRules.channel(url, named.attr("content")).forEach(all::add);
    }
    all.addAll(declared(page, base));
    all.addAll(linked(page, base));
    all.addAll(described(page, base));
    all.addAll(guessed(url, sitemaps));
    Map<String, Candidate> best = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparing(Candidate::ground))
        .forEach(candidate -> best.putIfAbsent(candidate.url().key(), candidate));
    return best.values().stream().limit(MAX_CANDIDATES).toList();
  }

  /** Returns what a page declares or links to, guessing nothing. */
  static List<Candidate> shown(byte[] page, WebAddress url) {
    return candidates(page, url).stream()
        .filter(candidate -> candidate.ground() != Candidate.Ground.GUESSED)
        .toList();
  }

  static Document parse(byte[] page, WebAddress url) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(page), null, url.href());
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", impossible);
    }
  }

  private static WebAddress base(Document page, WebAddress url) {
    Element base = page.selectFirst("base[href]");
    return base == null ? url : url.resolve(base.attr("href")).orElse(url);
  }

  private static Optional<WebAddress> canonical(Document page, WebAddress base) {
    Element link = page.selectFirst("link[rel=canonical][href]");
    return link == null ? Optional.empty() : base.resolve(link.attr("href"));
  }

  /** What is in the page's language comes first, JSON last, else the page's own order counts. */
  private static List<Candidate> declared(Document page, WebAddress base) {
    String language = language(page.select("html").attr("lang"));
    List<Element> links =
        page.select("link[href][rel~=(?i)\\b(alternate|feed)\\b]").stream()
            .filter(FeedFinder::declaresFeed)
            .sorted(
                Comparator.comparing((Element link) -> isForeign(link, language))
                    .thenComparing(link -> link.attr("type").contains("json")))
            .toList();
    List<Candidate> found = new ArrayList<>();
    for (Element link : links) {
      String title = link.attr("title").strip();
      boolean comments =
          COMMENTS.matcher(title).find() || COMMENTS.matcher(link.attr("href")).find();
      add(
          link.attr("href"),
          title,
          base,
          comments ? Candidate.Ground.COMMENTS : Candidate.Ground.DECLARED,
          found);
    }
    return found;
  }

  private static boolean isForeign(Element link, String language) {
    String other = language(link.attr("hreflang"));
    return !other.isEmpty() && !language.isEmpty() && !other.equals(language);
  }

  private static String language(String tag) {
    return tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  /**
   * A type says what it is; without one, {@code rel=feed} does; JSON that is no feed is declared
   * the same way.
   */
  private static boolean declaresFeed(Element link) {
    String type = link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    if (type.equals("application/json")) {
      return link.attr("href").contains("feed") && !link.attr("href").contains("oembed");
    }
    return FEED_TYPES.contains(type)
        || (type.isEmpty() && link.attr("rel").toLowerCase(Locale.ROOT).contains("feed"));
  }

  private static List<Candidate> linked(Document page, WebAddress base) {
    List<Candidate> found = new ArrayList<>();
    for (Element anchor : page.select("a[href]")) {
      String href = anchor.attr("href");
      String path = href.split("[?#]", 2)[0];
      boolean named = names(anchor).anyMatch(name -> NAMED.matcher(name.strip()).matches());
      if ((named || FEED_LIKE.matcher(path).matches())
          && !COMMENTS.matcher(href).find()
          && found.size() < MAX_CANDIDATES) {
        add(href, anchor.text().strip(), base, Candidate.Ground.LINKED, found);
      }
    }
    return found;
  }

  /** A link may be a picture alone. */
  private static Stream<String> names(Element anchor) {
    return Stream.concat(
        Stream.of(anchor.text(), anchor.attr("title"), anchor.attr("aria-label")),
        anchor.select("img[alt]").stream().map(image -> image.attr("alt")));
  }

  /** What the page's structured data (JSON-LD) calls by an address that looks like a feed's. */
  private static List<Candidate> described(Document page, WebAddress base) {
    List<Candidate> found = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      Matcher address = JSON_ADDRESS.matcher(script.data());
      while (address.find() && found.size() < MAX_CANDIDATES) {
        String written = address.group(1).replace("\\/", "/");
        base.resolve(written)
            .filter(url -> FEED_LIKE.matcher(url.path()).matches())
            .filter(url -> !COMMENTS.matcher(url.path()).find())
            .ifPresent(url -> add(url.href(), "", base, Candidate.Ground.LINKED, found));
      }
    }
    return found;
  }

  private static void add(
      String href, String title, WebAddress base, Candidate.Ground ground, List<Candidate> found) {
    base.resolve(
            href.strip()
                .replaceFirst("(?i)^feed:(?://)?(?=https?:)", "")
                .replaceFirst("(?i)^feed://", "https://"))
        .ifPresent(
            url -> found.add(new Candidate(url, shortened(title), Source.Kind.FEED, ground)));
  }

  private static String shortened(String title) {
    return title.length() <= 200 ? title : title.substring(0, 200);
  }

  private static List<Candidate> guessed(WebAddress url, List<String> sitemaps) {
    List<Candidate> found = new ArrayList<>();
    List<String> listed =
        sitemaps.stream()
            .sorted(
                Comparator.comparing(
                    (String map) -> !map.toLowerCase(Locale.ROOT).contains("news")))
            .toList();
    int first = Math.min(LISTED_FIRST, listed.size());
    FEED_PATHS.forEach(path -> guess(url.origin() + path, Source.Kind.FEED, found));
    listed.subList(0, first).forEach(map -> guess(map, Source.Kind.SITEMAP, found));
    SITEMAP_PATHS.forEach(path -> guess(url.origin() + path, Source.Kind.SITEMAP, found));
    SELDOM_PATHS.forEach(path -> guess(url.origin() + path, Source.Kind.FEED, found));
    listed.subList(first, listed.size()).forEach(map -> guess(map, Source.Kind.SITEMAP, found));
    return found;
  }

  private static void guess(String address, Source.Kind kind, List<Candidate> found) {
    WebAddress.parse(address)
        .ifPresent(url -> found.add(new Candidate(url, "", kind, Candidate.Ground.GUESSED)));
  }
}
