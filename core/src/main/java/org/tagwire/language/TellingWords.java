package org.tagwire.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words, beginnings and endings by which a language is told from its neighbours: {@code kerana} is
 * Malay and {@code karena} Indonesian. Letter sequences see little of this, function words are
 * where neighbours differ. Written by us; immutable and safe for use by many threads.
 */
final class TellingWords {
  private static final int LONGEST_AFFIX = 5;

  /** Affixes weigh less than words: {@code -tion} is English and French and a name's end. */
  static final double AFFIX = 0.4;

  private static final String BETWEEN = "[^\\p{L}\\p{M}\\p{N}'-]+";

  private static final int MANY = 45;

  private final Map<String, List<String>> languages;
  private final Set<String> known;

  private TellingWords(Map<String, List<String>> languages) {
    this.languages = languages;
    this.known =
        languages.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(code -> code, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(e -> e.getValue() >= MANY)
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
  }

  static TellingWords load() {
    try (InputStream in = TellingWords.class.getResourceAsStream("telling-words.txt")) {
      if (in == null) {
        throw new IllegalStateException(
            "telling-words.txt is missing beside its class; build again");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TellingWords parse(String text) {
    Map<String, Set<String>> languages = new HashMap<>();
    for (String line : text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        languages.computeIfAbsent(words[i], w -> new HashSet<>()).add(words[0]);
      }
    }
    Map<String, List<String>> fixed = new HashMap<>();
    languages.forEach((word, codes) -> fixed.put(word, List.copyOf(codes)));
    return new TellingWords(Map.copyOf(fixed));
  }

  /** Returns whether enough words are listed for the language {@code code} to miss them. */
  boolean knows(String code) {
    return known.contains(code);
  }

  /** Returns the number of words in {@code text}. */
  static int words(String text) {
    return (int) Arrays.stream(text.split(BETWEEN)).filter(word -> !word.isEmpty()).count();
  }

  /**
   * Returns how much the different words of {@code text}, which is lower case, speak for each
   * language.
   */
  Map<String, Double> evidence(String text) {
    Map<String, Double> evidence = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (String word : text.split(BETWEEN)) {
      if (!word.isEmpty() && seen.add(word)) {
        count(word, 1, evidence);
        countAffixes(word, evidence);
      }
    }
    return evidence;
  }

  private void countAffixes(String word, Map<String, Double> evidence) {
    for (int n = Math.min(LONGEST_AFFIX, word.length() - 2); n > 0; n--) {
      if (count("-" + word.substring(word.length() - n), AFFIX, evidence)) {
        break;
      }
    }
    for (int n = Math.min(LONGEST_AFFIX, word.length() - 1); n > 0; n--) {
      boolean apostrophe = word.charAt(n - 1) == '\'';
      String start = word.substring(0, n);
      if (count(apostrophe ? start : start + "-", apostrophe ? 1 : AFFIX, evidence)) {
        break;
      }
    }
  }

  private boolean count(String sign, double weight, Map<String, Double> evidence) {
    List<String> codes = languages.get(sign);
    if (codes != null) {
      codes.forEach(code -> evidence.merge(code, weight, Double::sum));
    }
    return codes != null;
  }
}
