package org.tagwire.server.words;

import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which digits an edition writes: those native to its language as CLDR has them, or one kind everywhere. */
public enum Digits {
  /** Those native to the language; Arabic-Indic ones in Arabic. */
  AUTO,
  /** 0123456789. */
  LATN,
  /** The Arabic-Indic ones, in Arabic only. */
  ARAB;

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

  /** Returns the ten digits an edition writes, zero first. */
  String of(Edition edition) {
    return NumberingSystem.getInstance(locale(edition)).getDescription();
  }
}
