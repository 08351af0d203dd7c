package org.tagwire.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Card;
import org.tagwire.model.Image;
import org.tagwire.model.Mention;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Reading;
import org.tagwire.model.Tagging;
import org.tagwire.model.Understanding;

/**
 * An article as anybody may see it: of its text the one excerpt chosen at placement and nothing
 * else, so that all surfaces together never show more than one budget.
 */
final class PublicFace {
  private PublicFace() {}

  static Listing of(Listing listing) {
    return new Listing(of(listing.card()), listing.outlets());
  }

  static Card of(Card card) {
    return new Card(
        card.id(),
        card.url(),
        card.headline(),
        card.carrier(),
        card.carrierName(),
        card.originName(),
        card.published(),
        card.order(),
        card.category(),
        card.language(),
        offered(card.image()).orElse(null),
        card.excerpt(),
        card.excerpt(),
        false,
        card.chips(),
        card.group());
  }

  static Article of(Article article, String excerpt) {
    Reading reading = article.reading();
    Reading cut =
        new Reading(
            reading.id(),
            reading.url(),
            reading.announcement(),
            reading.credit(),
            reading.timing(),
            text(reading, excerpt),
            understanding(reading.understanding(), excerpt),
            reading.limits(),
            reading.versions());
    return new Article(cut, article.placement(), article.change());
  }

  /** What only the article's page shows is for that page to show. */
  private static Optional<Image> offered(@Nullable Image image) {
    return Optional.ofNullable(image).filter(Image::offered);
  }

  private static ArticleText text(Reading reading, String excerpt) {
    ArticleText text = reading.text();
    Optional<Image> image = offered(text.image()).filter(i -> reading.limits().pictured());
    return new ArticleText(
        text.title(),
        text.byline(),
        excerpt,
        excerpt.isEmpty() ? List.of() : List.of(Paragraph.of(excerpt)),
        text.section(),
        text.publisherTags(),
        image.orElse(null),
        ArticleText.BodySource.SUMMARY);
  }

  private static Understanding understanding(Understanding whole, String excerpt) {
    List<Tagging> tags = whole.tags().stream().map(t -> withinBudget(t, excerpt)).toList();
    return new Understanding(
        whole.language(), whole.category(), tags, whole.vector(), whole.copyPrint());
  }

  private static Tagging withinBudget(Tagging tag, String excerpt) {
    List<Mention> shown =
        tag.mentions().stream()
            .filter(m -> excerpt.contains(m.surface()))
            .limit(1)
            .map(m -> new Mention(excerpt, m.surface(), m.weight()))
            .toList();
    return new Tagging(tag.key(), tag.name(), tag.kind(), tag.grade(), tag.score(), shown);
  }
}
