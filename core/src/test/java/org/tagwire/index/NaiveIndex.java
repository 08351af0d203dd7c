package org.tagwire.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Condition;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.Grade;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.Totals;
import org.tagwire.model.Visibility;

/**
 * What an index must answer, said as plainly as possible: every question looks at every article.
 */
final class NaiveIndex {
  private static final Comparator<Card> NEWEST_FIRST =
      Comparator.comparing(Card::order).thenComparing(Card::id).reversed();

  private final Map<ArticleId, IndexChange.Put> articles = new LinkedHashMap<>();

  void apply(IndexChange change) {
    switch (change) {
      case IndexChange.Put put -> articles.put(put.id(), put);
      case IndexChange.Remove remove -> articles.remove(remove.id());
    }
  }

  int count() {
    return articles.size();
  }

  Page list(ListQuery query) {
    List<Page.Listing> all =
        matching(query.filter(), query.audience())
            .filter(put -> !query.folded() || isShown(put, query))
            .map(put -> new Page.Listing(put.card(), outlets(put, query.audience())))
            .sorted(Comparator.comparing(Page.Listing::card, NEWEST_FIRST))
            .filter(l -> query.findAfter().map(c -> isAfter(l.card(), c)).orElse(true))
            .toList();
    return all.size() <= query.size()
        ? new Page(all, null)
        : new Page(all.subList(0, query.size()), Cursor.after(all.get(query.size() - 1).card()));
  }

  Totals totals(Filter filter, Audience audience) {
    List<IndexChange.Put> found = matching(filter, audience).toList();
    ListQuery folded = ListQuery.first(filter, audience, 1);
    Set<String> origins =
        found.stream()
            .filter(put -> isShown(put, folded))
            .map(put -> put.card().findOriginName().orElse(put.card().carrierName()))
            .collect(Collectors.toSet());
    return new Totals(
        found.size(),
        (int) found.stream().map(put -> put.card().carrier()).distinct().count(),
        origins.size(),
        found.stream().map(put -> put.card().order()).min(Comparator.naturalOrder()).orElse(null));
  }

  List<TagCount> topTags(Filter filter, Audience audience, Instant since, int limit) {
    Map<TagKey, List<IndexChange.Put>> byTag = new LinkedHashMap<>();
    matching(filter, audience)
        .filter(put -> !put.card().order().isBefore(since))
        .forEach(
            put ->
                put.tags().stream()
                    .filter(t -> t.grade() == Grade.ABOUT)
                    .forEach(t -> byTag.merge(t.key(), List.of(put), NaiveIndex::joined)));
    return byTag.entrySet().stream()
        .map(e -> new TagCount(e.getKey(), e.getValue().size(), carriers(e.getValue())))
        .sorted(
            Comparator.comparingInt(TagCount::publishers)
                .thenComparingInt(TagCount::articles)
                .reversed()
                .thenComparing(TagCount::key))
        .limit(limit)
        .toList();
  }

  List<Integer> volume(Filter filter, Audience audience, List<Instant> bounds) {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      Instant from = bounds.get(i);
      Instant to = bounds.get(i + 1);
      counts.add(
          (int)
              matching(filter, audience)
                  .map(put -> put.card().order())
                  .filter(order -> !order.isBefore(from) && order.isBefore(to))
                  .count());
    }
    return counts;
  }

  List<String> coverage(Filter filter, Audience audience, Instant from, Instant to) {
    return matching(filter, audience)
        .filter(put -> put.id().equals(put.card().group().copies()))
        .filter(put -> !put.card().order().isBefore(from) && put.card().order().isBefore(to))
        .map(put -> put.card().order() + " " + about(put))
        .sorted()
        .toList();
  }

  private static List<TagKey> about(IndexChange.Put put) {
    return put.tags().stream()
        .filter(t -> t.grade() == Grade.ABOUT)
        .map(Tagging::key)
        .sorted()
        .toList();
  }

  private static List<IndexChange.Put> joined(List<IndexChange.Put> a, List<IndexChange.Put> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private static int carriers(List<IndexChange.Put> puts) {
    return new HashSet<>(puts.stream().map(p -> p.card().carrier()).toList()).size();
  }

  private Stream<IndexChange.Put> matching(Filter filter, Audience audience) {
    return articles.values().stream()
        .filter(put -> isVisible(put, audience) && matches(put, filter, audience));
  }

  private static boolean isVisible(IndexChange.Put put, Audience audience) {
    return audience == Audience.OWNER || (put.visibility() == Visibility.PUBLIC && put.listed());
  }

  private static boolean matches(IndexChange.Put put, Filter filter, Audience audience) {
    Card card = put.card();
    return (filter.tag() == null || isTagged(put, asked(filter), audience))
        && (filter.publisher() == null || filter.publisher().equals(card.carrier()))
        && (filter.category() == null || filter.category() == card.category())
        && (filter.story() == null || filter.story().equals(card.group().story()))
        && (filter.sources().isEmpty()
            || filter.sources().stream().anyMatch(put.sources()::contains))
        && (filter.language() == null || filter.language().equals(card.language()))
        && (filter.exceptLanguage() == null || !filter.exceptLanguage().equals(card.language()))
        && is(put, filter.where(), audience);
  }

  private static boolean is(IndexChange.Put put, Condition condition, Audience audience) {
    Card card = put.card();
    return switch (condition) {
      case Condition.All all -> all.of().stream().allMatch(c -> is(put, c, audience));
      case Condition.Any any -> any.of().stream().anyMatch(c -> is(put, c, audience));
      case Condition.Not not -> !is(put, not.that(), audience);
      case Condition.Word word -> says(put, word.text(), word.prefix());
      case Condition.Phrase phrase -> says(put, phrase.text(), false);
      case Condition.Tagged tagged -> isTagged(put, tagged, audience);
      case Condition.By by -> by.publisher().equals(card.carrier());
      case Condition.In in -> in.category() == card.category();
      case Condition.Written written -> written.language().equals(card.language());
      case Condition.Before before -> card.order().isBefore(before.time());
      case Condition.From from -> !card.order().isBefore(from.time());
    };
  }

  /** The texts of the random wire are plain words with one space between. */
  private static boolean says(IndexChange.Put put, String words, boolean prefix) {
    String end = prefix ? "" : " ";
    return Stream.of(put.card().headline(), put.body())
        .anyMatch(text -> (" " + text + " ").contains(" " + words + end));
  }

  private static Condition.Tagged asked(Filter filter) {
    return new Condition.Tagged(filter.tag(), filter.aboutOnly(), filter.leaving(), Set.of());
  }

  private static boolean isTagged(IndexChange.Put put, Condition.Tagged tagged, Audience audience) {
    Set<TagKey> keys = new HashSet<>(tagged.leaving());
    keys.add(tagged.tag());
    boolean spared =
        audience == Audience.PUBLIC && put.shielded().stream().anyMatch(keys::contains);
    return !spared
        && !tagged.except().contains(put.id())
        && put.tags().stream()
            .filter(t -> keys.contains(t.key()))
            .anyMatch(t -> !tagged.aboutOnly() || t.grade() == Grade.ABOUT);
  }

  private boolean isShown(IndexChange.Put put, ListQuery query) {
    return matching(query.filter(), query.audience())
        .filter(other -> isSameText(put, other))
        .min(NaiveIndex::inGroupOrder)
        .map(first -> first.id().equals(put.id()))
        .orElse(true);
  }

  private int outlets(IndexChange.Put put, Audience audience) {
    return (int)
        articles.values().stream()
            .filter(other -> isVisible(other, audience) && isSameText(put, other))
            .count();
  }

  private static boolean isSameText(IndexChange.Put a, IndexChange.Put b) {
    return a.card().group().copies().equals(b.card().group().copies());
  }

  private static int inGroupOrder(IndexChange.Put a, IndexChange.Put b) {
    return Comparator.comparing((Card c) -> !c.id().equals(c.group().copies()))
        .thenComparing(Card::order)
        .thenComparing(Card::id)
        .compare(a.card(), b.card());
  }

  private static boolean isAfter(Card card, Cursor cursor) {
    int order = card.order().compareTo(cursor.order());
    return order < 0 || (order == 0 && card.id().compareTo(cursor.id()) < 0);
  }
}
