package org.tagwire.category;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;

/**
 * Words that speak for a field, in languages other than English, from {@code words.txt}. A word of
 * several fields is shared among them. Immutable and safe for use by many threads.
 */
final class ListedWords {
  /** Shorter beginnings and endings mean nothing; scripts of syllables and ideographs say more. */
  private static final int SHORTEST = 2;

  private static final List<String> ARABIC_ARTICLES =
      List.of("وال", "فال", "بال", "كال", "لل", "ال", "و");

  private final Map<String, Words> languages = new HashMap<>();
  private final Words all = new Words(new HashMap<>(), new HashMap<>(), new HashMap<>());

  /** The words of a language: whole ones, beginnings and endings. */
  private record Words(
      Map<String, Map<Category, Double>> whole,
      Map<String, Map<Category, Double>> beginnings,
      Map<String, Map<Category, Double>> endings) {}

  private ListedWords() {}

  /** Reads the lists that stand beside this class. */
  static ListedWords load() {
    ListedWords listed = new ListedWords();
    Resource.lines("words.txt").forEach(listed::add);
    return listed;
  }

  private void add(String line) {
    String[] parts = line.split(" ");
    Category category = Resource.category(parts[1]);
    Words own =
        languages.computeIfAbsent(
            parts[0], l -> new Words(new HashMap<>(), new HashMap<>(), new HashMap<>()));
    for (int i = 2; i < parts.length; i++) {
      add(parts[i], category, own);
      add(parts[i], category, all);
    }
  }

  private static void add(String written, Category category, Words words) {
    boolean strong = written.startsWith("+");
    String word = strong ? written.substring(1) : written;
    if (word.endsWith("*")) {
      put(words.beginnings, folded(word.substring(0, word.length() - 1)), category, strong);
    } else if (word.startsWith("*")) {
      put(words.endings, folded(word.substring(1)), category, strong);
    } else {
      List<String> terms = Terms.telling(word);
      String term = terms.size() == 1 ? terms.getFirst() : folded(word);
      put(words.whole, term, category, strong);
    }
  }

  private static String folded(String word) {
    return Normalise.folded(word);
  }

  private static void put(
      Map<String, Map<Category, Double>> words, String word, Category category, boolean strong) {
    words
        .computeIfAbsent(word, w -> new EnumMap<>(Category.class))
        .merge(category, strong ? 2.0 : 1.0, Math::max);
  }

  /**
   * Returns how much {@code word}, as {@link Terms#telling} gives it, speaks for each field in
   * {@code language}; in all languages together where that one has no list.
   */
  Map<Category, Double> of(Language language, String word) {
    Words words = languages.getOrDefault(language.code(), all);
    Map<Category, Double> found = find(words, word);
    for (String article : ARABIC_ARTICLES) {
      if (found.isEmpty() && word.startsWith(article) && word.length() > article.length() + 1) {
        found = find(words, word.substring(article.length()));
      }
    }
    return found;
  }

  private static Map<Category, Double> find(Words words, String word) {
    Map<Category, Double> found = words.whole.getOrDefault(word, Map.of());
    for (int end = word.length(); found.isEmpty() && end >= SHORTEST; end--) {
      found = words.beginnings.getOrDefault(word.substring(0, end), Map.of());
    }
    for (int start = 0; found.isEmpty() && word.length() - start >= SHORTEST; start++) {
      found = words.endings.getOrDefault(word.substring(start), Map.of());
    }
    return found;
  }
}
