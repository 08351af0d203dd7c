package org.tagwire.server.words;

import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which digits an edition writes: those native to its language as CLDR has them, or one kind
 * everywhere.
 */
public enum Digits {
  /** Those native to the language; Arabic-Indic ones in Arabic. */
  AUTO,
  /** 0123456789. */
  LATN,
  /** The Arabic-Indic ones, in Arabic only. */
  ARAB;

  /** The ten digits, then what groups them and what stands before fractions. */
  private static final String ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩٬٫";

  private static final String WESTERN = "0123456789,.";

  /** Reads the word used in settings. */
  public static Optional<Digits> find(String word) {
    return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
  }

  /** Returns the word used in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  ULocale locale(Edition edition) {
    boolean western = this == LATN || edition != Edition.ARABIC;
    return ULocale.forLanguageTag(edition.code() + "-u-nu-" + (western ? "latn" : "arab"));
  }

  /**
   * Returns a message with the digits and separators an edition writes; technical names and what is
   * typed as it stands are in Western digits in every edition.
   */
  String in(Edition edition, String message) {
    return edition != Edition.ARABIC || this != LATN ? message : western(message);
  }

  private static String western(String message) {
    StringBuilder written = new StringBuilder(message.length());
    for (int i = 0; i < message.length(); i++) {
      char letter = message.charAt(i);
      int digit = ARABIC_INDIC.indexOf(letter);
      written.append(digit < 0 ? letter : WESTERN.charAt(digit));
    }
    return written.toString();
  }

  /** Returns the ten digits an edition writes, zero first. */
  String of(Edition edition) {
    return NumberingSystem.getInstance(locale(edition)).getDescription();
  }
}
