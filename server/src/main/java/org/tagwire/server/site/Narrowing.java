package org.tagwire.server.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.query.SearchPages.SearchPage;
import org.tagwire.query.SearchPages.Sought;
import org.tagwire.search.Request;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Link;
import org.tagwire.server.site.SearchView.Group;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/**
 * The ways from one search to a narrower or a wider one. Each is written into the search itself, so
 * that a reader sees what was done and can change it.
 */
final class Narrowing {
  private static final int MOST_PUBLISHERS = 8;
  private static final List<String> SPANS = List.of("24h", "7d", "30d", "365d");

  private final Addresses addresses;
  private final Dictionary dictionary;

  Narrowing(Addresses addresses, Dictionary dictionary) {
    this.addresses = addresses;
    this.dictionary = dictionary;
  }

  /** Returns the path of a search in one of the two orders. */
  String href(Edition edition, String typed, boolean best) {
    String order = best ? "&" + Visit.SORT + "=" + SearchRoom.RELEVANCE : "";
    return addresses.search(edition, typed) + order;
  }

  /** Returns what is no word of the search, each leading to the search without it. */
  List<Link> held(Request.Understood request, Sought sought, Visit visit) {
    List<Link> held = new ArrayList<>();
    for (int i = 0; i < request.parts().size(); i++) {
      Request.Part part = request.parts().get(i);
      if (isField(part.condition())) {
        held.add(
            Link.of(
                request.line().substring(part.from(), part.to()),
                href(visit.edition(), request.without(i), sought.best() != null)));
      }
    }
    return held;
  }

  private static boolean isField(Condition condition) {
    return switch (condition) {
      case Condition.Tagged tagged -> true;
      case Condition.By by -> true;
      case Condition.In in -> true;
      case Condition.Written written -> true;
      case Condition.Before before -> true;
      case Condition.From from -> true;
      case Condition.Not not -> isField(not.that());
      case Condition.Any any -> any.of().stream().allMatch(Narrowing::isField);
      case Condition.All all -> false;
      case Condition.Word word -> false;
      case Condition.Phrase phrase -> false;
    };
  }

  /** Returns the ways to narrow what was found, as the cards of the page show them. */
  List<Group> groups(SearchPage page, Sought sought, Visit visit) {
    List<Card> cards = page.list().listings().stream().map(Listing::card).toList();
    Words words = dictionary.in(visit.edition());
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(words.text("search.by.time"), times(page.request(), sought, words)));
    if (cards.size() > 1) {
      groups.add(
          new Group(words.text("search.by.language"), languages(cards, page, sought, words)));
      groups.add(
          new Group(words.text("search.by.category"), categories(cards, page, sought, words)));
      groups.add(
          new Group(words.text("search.by.publisher"), publishers(cards, page, sought, words)));
    }
    return groups.stream().filter(group -> group.links().size() > 1).toList();
  }

  private Link link(String name, Class<? extends Condition> kind, String piece, Narrowed narrowed) {
    Request.Understood request = narrowed.request;
    boolean current =
        request.parts().stream()
            .anyMatch(
                part ->
                    kind.isInstance(part.condition())
                        && request.line().substring(part.from(), part.to()).equals(piece));
    String href = href(narrowed.edition, request.with(kind, piece), narrowed.best);
    return new Link(name, href, "", current);
  }

  private record Narrowed(Request.Understood request, Edition edition, boolean best) {}

  private static Narrowed narrowed(Request.Understood request, Sought sought, Words words) {
    return new Narrowed(request, words.edition(), sought.best() != null);
  }

  private List<Link> times(Request.Understood request, Sought sought, Words words) {
    return SPANS.stream()
        .map(
            span ->
                link(
                    words.phrase("search.last").with(words.measures().span(duration(span))),
                    Condition.From.class,
                    "after:" + span,
                    narrowed(request, sought, words)))
        .toList();
  }

  private static Duration duration(String span) {
    int many = Integer.parseInt(span.substring(0, span.length() - 1));
    return span.endsWith("h") ? Duration.ofHours(many) : Duration.ofDays(many);
  }

  private List<Link> languages(List<Card> cards, SearchPage page, Sought sought, Words words) {
    return cards.stream()
        .map(Card::language)
        .filter(Language::isKnown)
        .distinct()
        .map(
            language ->
                link(
                    words.language(language),
                    Condition.Written.class,
                    "lang:" + language.code(),
                    narrowed(page.request(), sought, words)))
        .toList();
  }

  private List<Link> categories(List<Card> cards, SearchPage page, Sought sought, Words words) {
    List<Category> there = cards.stream().map(Card::category).distinct().toList();
    return Arrays.stream(Category.values())
        .filter(there::contains)
        .map(
            category ->
                link(
                    words.category(category),
                    Condition.In.class,
                    "category:" + category.slug(),
                    narrowed(page.request(), sought, words)))
        .toList();
  }

  private List<Link> publishers(List<Card> cards, SearchPage page, Sought sought, Words words) {
    Map<Domain, Integer> counts = new LinkedHashMap<>();
    Map<Domain, String> names = new LinkedHashMap<>();
    for (Card card : cards) {
      counts.merge(card.carrier(), 1, Integer::sum);
      names.putIfAbsent(card.carrier(), card.carrierName());
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Domain, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_PUBLISHERS)
        .map(Map.Entry::getKey)
        .map(
            domain ->
                link(
                    names.getOrDefault(domain, domain.name()),
                    Condition.By.class,
                    "publisher:" + domain.name(),
                    narrowed(page.request(), sought, words)))
        .toList();
  }
}
