package org.tagwire.quality;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tagwire.model.Category;

/** How many labelled texts got a field, and how many of them one that their label may mean. */
final class FieldMeasure {
  /** What the labels of the development collections may mean; others fit no field. */
  private static final Map<String, Set<String>> MEANINGS =
      Map.ofEntries(
          Map.entry("tech", Set.of("technology", "science")),
          Map.entry("sci/tech", Set.of("technology", "science")),
          Map.entry("sports", Set.of("sport")),
          Map.entry("comedy", Set.of("entertainment")),
          Map.entry("culture & arts", Set.of("entertainment")),
          Map.entry("style & beauty", Set.of("lifestyle")),
          Map.entry("home & living", Set.of("lifestyle")),
          Map.entry("food & drink", Set.of("lifestyle")),
          Map.entry("travel", Set.of("lifestyle")),
          Map.entry("wellness", Set.of("health", "lifestyle")),
          Map.entry("money", Set.of("business")));

  private int items;
  private int answered;
  private int right;

  /** Returns the slugs of the fields that {@code label} may mean; none where it fits no field. */
  static Set<String> meanings(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    Set<String> own = new HashSet<>();
    Category.parse(name).map(Category::slug).ifPresent(own::add);
    return MEANINGS.getOrDefault(name, own);
  }

  void add(Set<String> meant, Category found) {
    items++;
    answered += found == Category.GENERAL ? 0 : 1;
    right += meant.contains(found.slug()) ? 1 : 0;
  }

  double answered() {
    return (double) answered / items;
  }

  double right() {
    return (double) right / items;
  }

  double rightOfAnswered() {
    return (double) right / answered;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d texts, right %.3f, answered %.3f, right of answered %.3f",
        items,
        right(),
        answered(),
        rightOfAnswered());
  }
}
