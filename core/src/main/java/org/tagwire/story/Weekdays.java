package org.tagwire.story;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tagwire.model.Language;
import org.tagwire.text.Terms;

/**
 * The days of the week in one language (CLDR), as news name them: two reports of one event seldom
 * name different ones. Immutable.
 */
final class Weekdays {
  static final int DAYS = 7;

  private final Map<String, Integer> days = new HashMap<>();

  Weekdays(Language language) {
    Locale locale = Locale.forLanguageTag(language.code());
    for (DayOfWeek day : DayOfWeek.values()) {
      List<String> name = Terms.telling(day.getDisplayName(TextStyle.FULL, locale));
      if (name.size() == 1) {
        days.put(name.getFirst(), day.ordinal());
      }
    }
  }

  /** Returns a vector of length 1 for the days named among these terms; zeros for none. */
  float[] in(List<String> lead) {
    float[] named = new float[DAYS];
    int count = 0;
    for (String term : lead) {
      Integer day = days.get(term);
      if (day != null && named[day] == 0) {
        named[day] = 1;
        count++;
      }
    }
    for (int i = 0; i < DAYS && count > 0; i++) {
      named[i] /= (float) Math.sqrt(count);
    }
    return named;
  }
}
