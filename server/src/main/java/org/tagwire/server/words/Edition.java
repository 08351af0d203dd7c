package org.tagwire.server.words;

import java.util.Arrays;
import java.util.Optional;
import org.tagwire.model.Language;

/** The site in one language: what it says is in it, and lists show articles in it before others. */
public enum Edition {
  ENGLISH(Language.ENGLISH, "ltr"),
  ARABIC(Language.ARABIC, "rtl"),
  GERMAN(Language.GERMAN, "ltr");

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final Language language;
  private final String direction;

  Edition(Language language, String direction) {
    this.language = language;
    this.direction = direction;
  }

  public Language language() {
    return language;
  }

  /** Returns the code that begins its addresses, as in {@code en}. */
  public String code() {
    return language.code();
  }

  /** Returns {@code ltr} or {@code rtl}. */
  public String direction() {
    return direction;
  }

  /**
   * Returns a foreign text within one of this edition; isolated where the edition runs the other
   * way than addresses and numbers do (Unicode UAX #9).
   */
  public String isolated(String text) {
    return direction.equals("rtl") ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
  }

  /** Finds an edition by its code. */
  public static Optional<Edition> find(String code) {
    return Arrays.stream(values()).filter(e -> e.code().equals(code)).findFirst();
  }
}
