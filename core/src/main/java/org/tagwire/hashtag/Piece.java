package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Credit;
import org.tagwire.model.Language;
import org.tagwire.model.Origin;
import org.tagwire.model.Paragraph;

/**
 * What the tagger reads of an article.
 *
 * @param title the headline
 * @param paragraphs the body in order, or the summary alone
 * @param publisherTags the publisher's own tags
 * @param language what it is written in
 * @param outlets names and domains of those who publish it; none of them is its tag
 */
public record Piece(
    String title,
    List<String> paragraphs,
    List<String> publisherTags,
    Language language,
    List<String> outlets) {
  public Piece {
    paragraphs = List.copyOf(paragraphs);
    publisherTags = List.copyOf(publisherTags);
    outlets = List.copyOf(outlets);
  }

  /**
   * Returns the piece that {@code text} is, on the page and by the hand that {@code credit} names.
   */
  public static Piece of(ArticleText text, Language language, Credit credit) {
    List<String> outlets = new ArrayList<>();
    outlets.add(credit.carrier().name());
    outlets.add(credit.carrier().domain().name());
    credit.findOrigin().map(Origin::name).ifPresent(outlets::add);
    List<String> body =
        text.paragraphs().stream().noneMatch(Paragraph::isText)
            ? List.of(text.summary())
            : text.paragraphs().stream().filter(Paragraph::isText).map(Paragraph::text).toList();
    return new Piece(text.title(), body, text.publisherTags(), language, outlets);
  }
}
