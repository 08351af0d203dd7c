package org.tagwire.hashtag;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tagwire.model.Language;
import org.tagwire.text.Normalise;

/**
 * What CLDR knows in every language: countries, the cities that name time zones, and the names of
 * days and months. Safe for use by many threads; each language is read once, in some milliseconds.
 */
final class Names {
  private static final int SHORTEST = 2;

  private final Map<Language, Local> locals = new ConcurrentHashMap<>();

  /**
   * What one language calls things, folded.
   *
   * @param places countries and cities
   * @param times days and months
   */
  record Local(Set<String> places, Set<String> times) {}

  Local in(Language language) {
    return locals.computeIfAbsent(language, Names::read);
  }

  private static Local read(Language language) {
    ULocale locale = language.isKnown() ? new ULocale(language.code()) : ULocale.ROOT;
    return new Local(Set.copyOf(places(locale)), Set.copyOf(times(locale)));
  }

  private static Set<String> places(ULocale locale) {
    Set<String> places = new HashSet<>();
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
    for (String region : Locale.getISOCountries()) {
      String name = names.regionDisplayName(region);
      if (name != null && !name.equals(region)) {
        add(name, places);
        add(name.replaceFirst("\\s*[(\uFF08].*$", ""), places);
      }
    }
    TimeZoneNames cities = TimeZoneNames.getInstance(locale);
    for (String zone :
        TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
      String city = cities.getExemplarLocationName(zone);
      if (city != null) {
        add(city, places);
      }
    }
    return places;
  }

  private static Set<String> times(ULocale locale) {
    Set<String> times = new HashSet<>();
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
    Arrays.stream(symbols.getWeekdays()).forEach(day -> add(day, times));
    Arrays.stream(symbols.getMonths()).forEach(month -> add(month, times));
    Arrays.stream(symbols.getShortMonths()).forEach(month -> add(month, times));
    return times;
  }

  private static void add(String name, Set<String> to) {
    String folded = Normalise.folded(name);
    if (folded.length() >= SHORTEST) {
      to.add(folded);
    }
  }
}
