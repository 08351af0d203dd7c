package org.tagwire.ingest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.html.HtmlText;
import org.tagwire.model.ArticleText;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Image;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Person;

/** What an announcement by itself says, as plain text. */
final class FeedText {
  /**
   * A feed's text shorter than this is taken for a teaser: news texts of two short paragraphs are
   * longer.
   */
  private static final int WHOLE = 800;

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUMMARY = 1_000;

  private FeedText() {}

  static ArticleText of(FeedItem item) {
    List<Paragraph> read =
        HtmlText.paragraphs(
            item.content() == null ? text(item.summary()) : item.content(), text(item.link()));
    List<Paragraph> body = read.stream().filter(Paragraph::isText).toList();
    String summary = summary(item, body);
    boolean hasBody = !body.isEmpty() && (item.content() != null || length(body) >= WHOLE);
    return new ArticleText(
        title(item, summary, body),
        byline(item),
        summary,
        hasBody ? read : List.of(),
        "",
        item.categories(),
        image(item.media().image()),
        hasBody ? BodySource.FEED : BodySource.SUMMARY);
  }

  /** Says whether a feed carried the whole text of an article rather than a teaser. */
  static boolean isWhole(ArticleText text) {
    if (text.source() != BodySource.FEED || length(text.paragraphs()) < WHOLE) {
      return false;
    }
    String end = text.plain();
    return !end.endsWith("…") && !end.endsWith("...") && !end.endsWith("[…]");
  }

  private static String summary(FeedItem item, List<Paragraph> body) {
    String own = item.summary() == null ? "" : HtmlText.line(item.summary());
    String summary = own.isEmpty() && !body.isEmpty() ? body.getFirst().text() : own;
    return cut(summary, LONGEST_SUMMARY);
  }

  /** An item without a headline, as in a microblog, is called by its first words. */
  private static String title(FeedItem item, String summary, List<Paragraph> body) {
    String own = HtmlText.line(text(item.title()));
    if (!own.isEmpty()) {
      return cut(own, LONGEST_TITLE);
    }
    String instead = summary.isEmpty() && !body.isEmpty() ? body.getFirst().text() : summary;
    return instead.isEmpty() ? text(item.link()) : cut(instead, 100);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest - 1);
    int end = space > longest / 2 ? space : longest - 1;
    end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
    return text.substring(0, end).strip() + "…";
  }

  private static String byline(FeedItem item) {
    return String.join(
        ", ",
        item.authors().stream()
            .map(FeedText::name)
            .flatMap(Optional::stream)
            .distinct()
            .limit(5)
            .toList());
  }

  private static Optional<String> name(Person person) {
    return Optional.ofNullable(person.name())
        .map(HtmlText::line)
        .filter(n -> !n.isEmpty() && n.length() < 100);
  }

  private static @Nullable Image image(@Nullable String url) {
    return url == null || !url.startsWith("http") ? null : Image.of(url).asOffered();
  }

  private static int length(List<Paragraph> paragraphs) {
    return paragraphs.stream().filter(Paragraph::isText).mapToInt(p -> p.text().length()).sum();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
