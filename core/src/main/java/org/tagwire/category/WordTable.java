package org.tagwire.category;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Category;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;

/** Words and the categories they speak for, from a resource of this package. Immutable. */
final class WordTable {
  private final Map<String, Map<Category, Double>> words;

  private WordTable(Map<String, Map<Category, Double>> words) {
    this.words = words;
  }

  /** Reads whole names, for sections: only case and joiners are evened out. */
  static WordTable ofNames(String resource) {
    Map<String, Map<Category, Double>> words = new HashMap<>();
    read(resource).forEach(line -> add(line, words, WordTable::name));
    return new WordTable(words);
  }

  /** Reads words as {@link Terms#telling} gives them. */
  static WordTable ofTerms(String resource) {
    Map<String, Map<Category, Double>> words = new HashMap<>();
    read(resource).forEach(line -> add(line, words, WordTable::term));
    return new WordTable(words);
  }

  /**
   * Returns how much {@code word} speaks for each category; a word of several is shared among them.
   */
  Map<Category, Double> of(String word) {
    return words.getOrDefault(word, Map.of());
  }

  static String name(String name) {
    return Normalise.folded(name.replace('_', ' ')).replaceAll("[\\s&/,-]+", "-");
  }

  private static String term(String word) {
    List<String> terms = Terms.telling(word);
    return terms.size() == 1 ? terms.getFirst() : Normalise.folded(word);
  }

  private interface Form {
    String of(String word);
  }

  private static void add(String line, Map<String, Map<Category, Double>> words, Form form) {
    String[] parts = line.split(" ");
    Category category =
        Category.parse(parts[0])
            .orElseThrow(
                () -> new IllegalStateException("no category is called '" + parts[0] + "'"));
    for (int i = 1; i < parts.length; i++) {
      boolean strong = parts[i].startsWith("+");
      String word = form.of(strong ? parts[i].substring(1) : parts[i]);
      words
          .computeIfAbsent(word, w -> new EnumMap<>(Category.class))
          .merge(category, strong ? 2.0 : 1.0, Math::max);
    }
  }

  private static List<String> read(String resource) {
    try (InputStream in = WordTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside its class; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
