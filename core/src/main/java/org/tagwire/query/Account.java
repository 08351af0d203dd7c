package org.tagwire.query;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Page.Listing;

/**
 * One outlet's account of a story, as a timeline shows it: who said it, and when; of its text
 * nothing.
 *
 * @param id the article
 * @param url the publisher's address of it
 * @param headline its title
 * @param carrier whose page it is
 * @param carrierName that publisher's name
 * @param originName whose text it is, when another's
 * @param published as stated, absent when undated
 * @param order when it stands in the timeline
 * @param language what it is written in
 * @param outlets in how many articles the same text stands, this one included
 */
public record Account(
    ArticleId id,
    String url,
    String headline,
    Domain carrier,
    String carrierName,
    @Nullable String originName,
    @Nullable Moment published,
    Instant order,
    Language language,
    int outlets) {
  static Account of(Listing listing) {
    Card card = listing.card();
    return new Account(
        card.id(),
        card.url(),
        card.headline(),
        card.carrier(),
        card.carrierName(),
        card.originName(),
        card.published(),
        card.order(),
        card.language(),
        listing.outlets());
  }

  static Account of(Card card) {
    return of(new Listing(card, 1));
  }

  public Optional<Moment> findPublished() {
    return Optional.ofNullable(published);
  }
}
