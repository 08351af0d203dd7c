package org.tagwire.server.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills sentences with any number of gaps. What fills them is isolated where the edition runs the
 * other way than addresses and numbers do.
 */
final class Gaps {
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';
  private static final Pattern GAP = Pattern.compile("\\{(\\d)\\}");

  private Gaps() {}

  static String fill(String sentence, List<String> values, Edition edition) {
    boolean isolated = edition.direction().equals("rtl");
    return GAP.matcher(sentence)
        .replaceAll(
            gap -> {
              int which = Integer.parseInt(gap.group(1));
              String value = which < values.size() ? values.get(which) : "";
              return Matcher.quoteReplacement(
                  isolated ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value);
            });
  }
}
