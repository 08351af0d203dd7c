package org.tagwire.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Image;
import org.tagwire.model.Mention;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Reading;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Understanding;
import org.tagwire.rights.People;

/**
 * An article as anybody may see it: of its text the one excerpt chosen at placement and nothing
 * else, so that all surfaces together never show more than one budget; of its tags those that
 * strangers are told of. For one answer.
 */
final class PublicFace {
  private final Discretion.Look look;

  PublicFace(Discretion.Look look) {
    this.look = look;
  }

  Listing of(Listing listing) {
    return new Listing(of(listing.card()), listing.outlets());
  }

  /** Says whether a card may stand in a list; always where no tag is asked for. */
  boolean mayStand(Card card, Filter filter) {
    return Stream.concat(filter.findTag().stream(), filter.where().tags())
        .noneMatch(tag -> look.isDisputed(card.id(), tag));
  }

  /**
   * Returns a card out of the store, which does not know of whom an article speaks as of a child.
   */
  Card ofStored(Card card) {
    return of(card.with(card.chips().stream().filter(c -> c.kind() != TagKind.PERSON).toList()));
  }

  Card of(Card whole) {
    Card card = look.of(whole);
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

  /**
   * Returns an article with its excerpt and the tags that strangers are told of.
   *
   * @param names the hashtags behind its taggings
   */
  Article of(Article article, String excerpt, Map<TagKey, Hashtag> names) {
    Reading reading = article.reading();
    Reading cut =
        new Reading(
            reading.id(),
            reading.url(),
            reading.announcement(),
            reading.credit(),
            reading.timing(),
            text(reading, excerpt),
            understanding(reading, excerpt, names),
            reading.limits(),
            reading.versions());
    return new Article(cut, article.placement(), article.change());
  }

  /**
   * Returns what an audience is told of changed headlines: strangers only when, and not from what.
   */
  static List<HeadlineChange> changes(List<HeadlineChange> all, Audience audience) {
    return audience == Audience.OWNER
        ? all
        : all.stream().map(HeadlineChange::withoutWords).toList();
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
        List.of(),
        image.orElse(null),
        ArticleText.BodySource.SUMMARY);
  }

  private Understanding understanding(Reading reading, String excerpt, Map<TagKey, Hashtag> names) {
    Understanding whole = reading.understanding();
    List<Tagging> tags =
        whole.tags().stream()
            .filter(tag -> shows(tag, reading.id(), names))
            .map(tag -> withinBudget(tag, whole.category(), excerpt))
            .toList();
    return new Understanding(
        whole.language(), whole.category(), tags, whole.vector(), whole.copyPrint());
  }

  private boolean shows(Tagging tag, ArticleId article, Map<TagKey, Hashtag> names) {
    Hashtag known = names.get(tag.key());
    return known != null
        && !People.isProtected(tag)
        && !look.isDisputed(article, known.key())
        && look.admits(known);
  }

  private static Tagging withinBudget(Tagging tag, Category category, String excerpt) {
    List<Mention> shown =
        tag.mentions().stream()
            .filter(m -> excerpt.contains(m.surface()))
            .filter(m -> People.mayExplain(category, tag.kind()))
            .limit(1)
            .map(m -> new Mention(excerpt, m.surface(), m.weight()))
            .toList();
    return new Tagging(tag.key(), tag.name(), tag.kind(), tag.grade(), tag.score(), shown);
  }
}
