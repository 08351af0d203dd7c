package org.tagwire.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A language by its primary BCP 47 subtag (RFC 5646), as in {@code en} or {@code ar}; {@code und} where it is not known.
 *
 * @param code two or three lower-case letters
 */
public record Language(String code) implements Comparable<Language> {
  public static final Language UNDETERMINED = new Language("und");
  public static final Language ENGLISH = new Language("en");
  public static final Language ARABIC = new Language("ar");

  public Language {
    if (!code.matches("[a-z]{2,3}")) {
      throw new IllegalArgumentException(
          "a language is two or three lower-case letters, as in 'en', but this is '" + code + "'");
    }
  }

  /** Reads a language tag as feeds and pages declare it ({@code en-GB}, {@code AR_eg}); empty when it is none. */
  public static Optional<Language> parse(String tag) {
    String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return primary.matches("[a-z]{2,3}") ? Optional.of(new Language(primary)) : Optional.empty();
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
