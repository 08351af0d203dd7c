package org.tagwire.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows the names that standfirsts go by. */
final class Standfirsts {
  private static final Pattern NAME =
      Pattern.compile(
          "standfirst|subtitle|sub-title|subhead|sub-head|deck|\\bdek\\b|lead|lede|intro|chapo|chapeau|vorspann|teasertext"
              + "|excerpt|summary|description|abstract|preamble|strapline|kicker-text|sottotitolo|occhiello|bajada|entradilla");

  private Standfirsts() {}

  static boolean isNamed(Frame frame) {
    Frame at = frame;
    for (int i = 0; i < 3 && at != null; i++) {
      String names =
          at.element.className() + ' ' + at.element.id() + ' ' + at.element.attr("itemprop");
      if (names.length() > 2
          && names.length() < 300
          && NAME.matcher(names.toLowerCase(Locale.ROOT)).find()) {
        return true;
      }
      at = at.parent;
    }
    return false;
  }
}
