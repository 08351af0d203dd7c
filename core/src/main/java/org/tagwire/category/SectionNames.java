package org.tagwire.category;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Category;
import org.tagwire.text.Normalise;

/**
 * What publishers call their sections, in many languages, from {@code sections.txt}; a name that
 * stands for two fields stands for none. Immutable and safe for use by many threads.
 */
final class SectionNames {
  private final Map<String, Category> names = new HashMap<>();

  private SectionNames() {}

  /** Reads the list that stands beside this class. */
  static SectionNames load() {
    SectionNames sections = new SectionNames();
    Set<String> doubtful = new HashSet<>();
    for (String line : Resource.lines("sections.txt")) {
      String[] parts = line.split(" ");
      Category category = Resource.category(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        Category before = sections.names.putIfAbsent(name(parts[i]), category);
        if (before != null && before != category) {
          doubtful.add(name(parts[i]));
        }
      }
    }
    sections.names.keySet().removeAll(doubtful);
    return sections;
  }

  /** Finds the field that {@code section} names; only case, blanks and joiners are evened out. */
  Optional<Category> find(String section) {
    return Optional.ofNullable(names.get(name(section)));
  }

  private static String name(String name) {
    return Normalise.folded(name.replace('_', ' ')).replaceAll("[\\s&/,-]+", "-");
  }
}
