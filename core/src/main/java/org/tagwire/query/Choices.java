package org.tagwire.query;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;

/**
 * By what a list can be narrowed: what its newest articles are, the most frequent first, a few of
 * each.
 *
 * @param languages what they are written in
 * @param publishers who carries them
 * @param categories what they are about
 */
public record Choices(
    List<Language> languages, List<Carrier> publishers, List<Category> categories) {
  public static final Choices NONE = new Choices(List.of(), List.of(), List.of());

  private static final int LANGUAGES = 6;
  private static final int PUBLISHERS = 8;
  private static final int CATEGORIES = 6;

  public Choices {
    languages = List.copyOf(languages);
    publishers = List.copyOf(publishers);
    categories = List.copyOf(categories);
  }

  /** Reads a list's newest articles. */
  static Choices of(List<Listing> newest) {
    Map<Language, Integer> languages = new LinkedHashMap<>();
    Map<Domain, Integer> publishers = new LinkedHashMap<>();
    Map<Domain, String> names = new HashMap<>();
    Map<Category, Integer> categories = new LinkedHashMap<>();
    for (Listing listing : newest) {
      Card card = listing.card();
      languages.merge(card.language(), 1, Integer::sum);
      publishers.merge(card.carrier(), 1, Integer::sum);
      names.putIfAbsent(card.carrier(), card.carrierName());
      categories.merge(card.category(), 1, Integer::sum);
    }
    languages.remove(Language.UNDETERMINED);
    return new Choices(
        most(languages, LANGUAGES),
        most(publishers, PUBLISHERS).stream()
            .map(domain -> new Carrier(domain, names.getOrDefault(domain, domain.name())))
            .toList(),
        most(categories, CATEGORIES));
  }

  /** Among equals the one seen first, which is the newest. */
  private static <T> List<T> most(Map<T, Integer> counts, int limit) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<T, Integer>comparingByValue().reversed())
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * A publisher.
   *
   * @param domain its address
   * @param name the name readers know
   */
  public record Carrier(Domain domain, String name) {}
}
