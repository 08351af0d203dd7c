package org.tagwire.server.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A message that depends on a number, in the plural forms of its language (CLDR).
 *
 * <p>Safe for use by many threads: the first thousand numbers are written down at first use,
 * greater ones are formatted one thread at a time.
 */
final class Counted {
  private static final int WRITTEN_DOWN = 1000;

  private final MessageFormat format;
  private final AtomicReferenceArray<String> written = new AtomicReferenceArray<>(WRITTEN_DOWN);

  Counted(String message, ULocale locale) {
    this.format = new MessageFormat(message, locale);
  }

  String of(int number) {
    if (number < 0 || number >= WRITTEN_DOWN) {
      return say(number);
    }
    String known = written.get(number);
    if (known == null) {
      known = say(number);
      written.set(number, known);
    }
    return known;
  }

  private String say(int number) {
    synchronized (format) {
      return format.format(new Object[] {number});
    }
  }
}
