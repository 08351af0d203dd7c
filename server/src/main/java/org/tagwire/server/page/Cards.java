package org.tagwire.server.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Card;
import org.tagwire.model.Domain;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Page.Listing;
import org.tagwire.query.FrontPages.Covered;
import org.tagwire.query.Trending.Rising;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Ages;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;
import org.tagwire.trend.Trend;

/** Words cards for a reader. Safe for use by many threads. */
public final class Cards {
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Illustrations illustrations;
  private final Nameplates nameplates;

  public Cards(
      Addresses addresses,
      Dictionary dictionary,
      Illustrations illustrations,
      Nameplates nameplates) {
    this.addresses = addresses;
    this.dictionary = dictionary;
    this.illustrations = illustrations;
    this.nameplates = nameplates;
  }

  /**
   * Words a list; the first card of the other languages is marked when some of the edition's own
   * stand before it.
   */
  public List<CardView> all(List<Listing> listings, Visit visit) {
    List<CardView> cards = new ArrayList<>(listings.size());
    Language own = visit.edition().language();
    boolean ownBefore = false;
    for (Listing listing : listings) {
      boolean isOwn = listing.card().language().equals(own);
      cards.add(of(listing, visit, ownBefore && !isOwn));
      ownBefore = isOwn;
    }
    return cards;
  }

  public CardView of(Card card, Visit visit) {
    return of(new Listing(card, 1), visit, false);
  }

  private CardView of(Listing listing, Visit visit, boolean first) {
    Card card = listing.card();
    Edition edition = visit.edition();
    Words words = dictionary.in(edition);
    String page = addresses.article(edition, card.id());
    String original = visit.isOwner() ? null : addresses.outward(card.url()).orElse(null);
    return new CardView(
        card.headline(),
        original == null ? page : original,
        original == null ? null : page,
        nameplates.of(card.carrierName(), card.carrier(), visit),
        time(words, card.published(), visit),
        Link.of(words.category(card.category()), addresses.category(edition, card.category())),
        card.findOriginName().map(o -> card.carrierName() + " · " + o).orElse(null),
        card.language().isKnown() ? card.language().code() : "",
        card.opening(),
        !card.whole(),
        illustrations.of(card, visit),
        card.chips().stream().map(c -> tag(c, page, words)).toList(),
        listing.outlets() > 1 ? words.count("outlets", listing.outlets()) : null,
        addresses.notice(edition, card.id()),
        first);
  }

  /** Words a publisher. */
  public Nameplate carrier(String name, Domain domain, Visit visit) {
    return nameplates.of(name, domain, visit);
  }

  /** Returns when the first of the times on these cards is worded anew. */
  public Instant goodUntil(Stream<Listing> listings, Visit visit) {
    return listings
        .map(listing -> listing.card().published())
        .filter(Objects::nonNull)
        .map(moment -> Ages.until(moment, visit.now()))
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  public CardView.Time time(Words words, @Nullable Moment moment, Visit visit) {
    return moment == null
        ? new CardView.Time(words.text("card.undated"), null)
        : new CardView.Time(words.ages().of(moment, visit.now()), Ages.machine(moment));
  }

  /** Words a tag of a card where no article says why it has it. */
  public CardView.Tag tag(Card.Chip chip, Edition edition) {
    return new CardView.Tag(
        chip.form(), chip.name(), addresses.hashtag(edition, chip.form()), null);
  }

  public CardView.Tag tag(Hashtag tag, Edition edition) {
    return new CardView.Tag(tag.form(), tag.name(), addresses.hashtag(edition, tag.form()));
  }

  public List<TagLine> covered(List<Covered> covered, Edition edition) {
    Words words = dictionary.in(edition);
    return covered.stream()
        .map(c -> new TagLine(tag(c.tag(), edition), numbers(words, c)))
        .toList();
  }

  public List<TagLine> rising(List<Rising> rising, Edition edition) {
    Words words = dictionary.in(edition);
    return rising.stream()
        .map(r -> new TagLine(tag(r.tag(), edition), numbers(words, r.numbers())))
        .toList();
  }

  /** Says how many wrote in which time, and how many usually do. */
  public static String numbers(Words words, Trend trend) {
    return words.count("publishers", trend.origins())
        + words.phrase("trend.within").with(words.measures().span(trend.window()))
        + words.phrase("trend.usually").with(words.measures().mean(trend.usualOrigins()));
  }

  /** Says how much a tag is covered. */
  public static String numbers(Words words, Covered covered) {
    return words.count("articles", covered.articles())
        + words.phrase("totals.more").with(words.count("publishers", covered.publishers()));
  }

  private CardView.Tag tag(Card.Chip chip, String page, Words words) {
    return new CardView.Tag(
        chip.form(),
        chip.name(),
        addresses.hashtag(words.edition(), chip.form()),
        Link.of(
            words.phrase("design.why").with(chip.name()),
            page + "#why-" + Addresses.encode(chip.form())));
  }
}
