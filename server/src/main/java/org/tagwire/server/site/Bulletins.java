package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Moment;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Totals;
import org.tagwire.query.ArticlePages;
import org.tagwire.server.out.Bulletin;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/**
 * Makes bulletins of lists: the same articles as the page, with all of their text that this reader
 * may see.
 */
final class Bulletins {
  private final ArticlePages articles;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final String site;

  Bulletins(ArticlePages articles, Addresses addresses, Dictionary dictionary, String site) {
    this.articles = articles;
    this.addresses = addresses;
    this.dictionary = dictionary;
    this.site = site;
  }

  Bulletin of(NewsList list, Visit visit) {
    List<Listing> listings = list.page().listings();
    Map<ArticleId, List<String>> texts = articles.texts(listings, visit.audience());
    String path = visit.origin() + list.place().apply(visit.edition());
    return new Bulletin(
        list.title(),
        facts(list, dictionary.in(visit.edition())),
        new Bulletin.Place(path, list.presentQuery(), list.nextQuery()),
        site,
        visit.edition().language(),
        listings.stream()
            .map(l -> entry(l.card(), visit, texts.getOrDefault(l.card().id(), List.of())))
            .toList());
  }

  private static String facts(NewsList list, Words words) {
    List<String> facts = new ArrayList<>(list.facts());
    if (facts.isEmpty() || !list.totals().equals(Totals.NONE)) {
      facts.add(Numbers.of(list.totals(), words).toString());
    }
    return String.join(" · ", facts);
  }

  private Bulletin.Entry entry(Card card, Visit visit, List<String> text) {
    Words words = dictionary.in(visit.edition());
    Moment published = card.published();
    return new Bulletin.Entry(
        card.id(),
        addresses.outward(card.url()).orElse(null),
        visit.origin() + addresses.article(visit.edition(), card.id()),
        card.headline(),
        card.carrierName(),
        card.originName(),
        words.category(card.category()),
        card.language(),
        published,
        card.order(),
        published == null ? words.text("card.undated") : words.ages().of(published, visit.now()),
        text,
        card.chips().stream().map(Card.Chip::name).toList(),
        visit.isOwner() ? card.image() : null);
  }
}
