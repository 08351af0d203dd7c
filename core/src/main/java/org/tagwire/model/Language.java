package org.tagwire.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A language by its primary BCP 47 subtag (RFC 5646), as in {@code en} or {@code ar}; {@code und}
 * where it is not known.
 *
 * @param code two or three lower-case letters
 */
public record Language(String code) implements Comparable<Language> {
  public static final Language UNDETERMINED = new Language("und");
  public static final Language ENGLISH = new Language("en");
  public static final Language ARABIC = new Language("ar");
  public static final Language GERMAN = new Language("de");

  public Language {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "a language is two or three lower-case letters, as in 'en', but this is '" + code + "'");
    }
  }

  /**
   * Reads a language tag as feeds and pages declare it ({@code en-GB}, {@code AR_eg}); empty when
   * it is none.
   */
  public static Optional<Language> parse(String tag) {
    String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return isCode(primary) ? Optional.of(new Language(primary)) : Optional.empty();
  }

  private static boolean isCode(String text) {
    boolean letters = text.length() == 2 || text.length() == 3;
    for (int i = 0; letters && i < text.length(); i++) {
      letters = text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
    }
    return letters;
  }

  public boolean isKnown() {
    return !equals(UNDETERMINED);
  }

  @Override
  public int compareTo(Language other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
