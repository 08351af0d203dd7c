package org.tagwire.story;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;

/**
 * What of an article is the same in every language: countries (CLDR), names written in Latin
 * letters, and numbers. Immutable.
 */
final class Marks {
  private static final int LONGEST_NAME = 4;
  private static final int LEAST_LETTERS = 4;
  private static final int LEAST_DIGITS = 2;

  /** Arabic writes these words together with the next one. */
  private static final String ARABIC_PREFIXES = "\u0648\u0628\u0644\u0643\u0641";

  private final Map<String, String> countries = new HashMap<>();
  private final boolean prefixed;

  Marks(Language language) {
    Locale locale = Locale.forLanguageTag(language.code());
    prefixed = language.equals(Language.ARABIC);
    for (String country : Locale.getISOCountries()) {
      String name = Locale.of("", country).getDisplayCountry(locale);
      String key = String.join(" ", Terms.of(name));
      if (!name.equals(country) && key.length() > 2) {
        countries.put(key, country);
      }
    }
  }

  /** Returns the marks of an article's headline, lead and tags, sorted. */
  Set<String> of(StoryView view) {
    Set<String> marks = new TreeSet<>();
    for (TagKey tag : view.about()) {
      String letters = tag.withoutJoiners();
      if (letters.length() >= LEAST_LETTERS && letters.chars().allMatch(c -> c < 0x250)) {
        marks.add(letters);
      }
    }
    add(Terms.of(view.title()), marks);
    add(Terms.of(Normalise.head(view.text(), StoryView.LEAD)), marks);
    return marks;
  }

  private void add(List<String> terms, Set<String> marks) {
    for (int i = 0; i < terms.size(); i++) {
      String term = terms.get(i);
      if (term.length() >= LEAST_DIGITS && term.chars().allMatch(Character::isDigit)) {
        marks.add(westernDigits(term));
      }
      addCountry(terms, i, marks);
    }
  }

  private void addCountry(List<String> terms, int from, Set<String> marks) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < Math.min(terms.size(), from + LONGEST_NAME); i++) {
      name.append(name.isEmpty() ? "" : " ").append(terms.get(i));
      String country = countries.get(name.toString());
      if (country == null && prefixed && ARABIC_PREFIXES.indexOf(name.charAt(0)) >= 0) {
        country = countries.get(name.substring(1));
      }
      if (country != null) {
        marks.add(country);
      }
    }
  }

  private static String westernDigits(String digits) {
    StringBuilder western = new StringBuilder();
    digits.codePoints().forEach(c -> western.append(Character.getNumericValue(c)));
    return western.toString();
  }

  /** Returns whether a mark is a number, which alone says little. */
  static boolean isNumber(String mark) {
    return Character.isDigit(mark.charAt(0));
  }
}
