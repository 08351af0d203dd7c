package org.tagwire.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of one article and what its page or feed item says about it; plain text and marks,
 * nothing of it is HTML.
 *
 * @param title the headline
 * @param byline as printed, empty if none
 * @param summary the publisher's own short text, empty if none
 * @param paragraphs the body, in order; empty where only the summary is known
 * @param section the publisher's own section name, empty if none
 * @param publisherTags the publisher's own tags, in order
 * @param image the picture, if any
 * @param source where the body was taken from
 */
public record ArticleText(
    String title,
    String byline,
    String summary,
    List<Paragraph> paragraphs,
    String section,
    List<String> publisherTags,
    @Nullable Image image,
    BodySource source) {

  /** Where a body was taken from. */
  public enum BodySource {
    FEED,
    PAGE,
    SUMMARY,
    GIVEN
  }

  public ArticleText {
    paragraphs = List.copyOf(paragraphs);
    publisherTags = List.copyOf(publisherTags);
  }

  /**
   * Returns the whole body as plain text, paragraphs separated by an empty line; the summary where
   * there is no body.
   */
  public String plain() {
    return hasBody()
        ? paragraphs.stream()
            .filter(Paragraph::isText)
            .map(Paragraph::text)
            .collect(Collectors.joining("\n\n"))
        : summary;
  }

  /** Returns the number of characters of {@link #plain}, without building it. */
  public int length() {
    return hasBody()
        ? paragraphs.stream().filter(Paragraph::isText).mapToInt(p -> p.text().length() + 2).sum()
            - 2
        : summary.length();
  }

  private boolean hasBody() {
    return paragraphs.stream().anyMatch(Paragraph::isText);
  }

  /** Returns a copy without the body, for where only the publisher's own summary may be kept. */
  public ArticleText withoutBody() {
    return new ArticleText(
        title, byline, summary, List.of(), section, publisherTags, image, BodySource.SUMMARY);
  }
}
