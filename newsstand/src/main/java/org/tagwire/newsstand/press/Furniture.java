package org.tagwire.newsstand.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Properties;

/** The words around the news in one language: buttons, notices, captions. Immutable. */
final class Furniture {

  private final Locale locale;
  private final Slots words;

  private Furniture(Locale locale, Slots words) {
    this.locale = locale;
    this.words = words;
  }

  /** The furniture of a language, or the English one where that language has none. */
  static Furniture of(String language) {
    Locale locale = Locale.forLanguageTag(language);
    var words = new Properties();
    String own = "/org/tagwire/newsstand/furniture/" + locale.getLanguage() + ".properties";
    String english = "/org/tagwire/newsstand/furniture/en.properties";
    try (InputStream wanted = Furniture.class.getResourceAsStream(own);
        InputStream spare = Furniture.class.getResourceAsStream(english)) {
      InputStream in = wanted != null ? wanted : spare;
      if (in == null) {
        throw new IllegalStateException("the furniture is missing from the class path");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the furniture " + own + " cannot be read", e);
    }
    Slots slots = Slots.empty();
    words.stringPropertyNames().forEach(key -> slots.text(key, words.getProperty(key)));
    return new Furniture(locale, slots);
  }

  String word(String key) {
    return words.requireText(key);
  }

  Slots words() {
    return words;
  }

  /** The writing direction, for the dir attribute. */
  String direction() {
    return locale.getLanguage().matches("ar|fa|he|ur") ? "rtl" : "ltr";
  }

  /** A date and time as pages of this language write it, in UTC. */
  String date(Instant instant) {
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.LONG, null, IsoChronology.INSTANCE, locale);
    return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(ZoneOffset.UTC))
        + " "
        + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(instant.atZone(ZoneOffset.UTC));
  }
}
