package org.tagwire.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tagwire.doctor.Finding.Code;
import org.tagwire.doctor.Finding.Value.Quote;

/**
 * Makes findings of the parser's repairs, each one line: a code, a colon and a sentence. A line
 * without a code that is known here is told by its words.
 */
final class RepairSigns {
  private static final Map<String, Code> CODES =
      Map.ofEntries(
          Map.entry("encoding-unknown", Code.ENCODING),
          Map.entry("encoding-wrong", Code.ENCODING),
          Map.entry("encoding-guessed", Code.ENCODING),
          Map.entry("bytes-broken", Code.ENCODING),
          Map.entry("encoded-twice", Code.ENCODING),
          Map.entry("leading-junk", Code.JUNK),
          Map.entry("trailing-junk", Code.JUNK),
          Map.entry("xml-entity", Code.ENTITIES),
          Map.entry("markup-mended", Code.MARKUP),
          Map.entry("not-well-formed", Code.NOT_WELL_FORMED),
          Map.entry("truncated", Code.TRUNCATED),
          Map.entry("json-mended", Code.NOT_WELL_FORMED),
          Map.entry("items-over-limit", Code.TOO_MANY_ITEMS),
          Map.entry("text-over-limit", Code.TEXT_TOO_LONG),
          Map.entry("dates-unread", Code.DATES_UNREAD),
          Map.entry("links-relative", Code.RELATIVE_LINKS),
          Map.entry("links-refused", Code.LINKS_REFUSED),
          Map.entry("escaped-twice", Code.DOUBLE_ESCAPED),
          Map.entry("control-characters", Code.CONTROL_CHARACTERS));

  /** The items themselves are counted, and say it better. */
  private static final List<String> COUNTED =
      List.of("guids-missing", "guids-repeated", "links-missing");

  /** The first that is found counts. */
  private static final List<Map.Entry<String, Code>> WORDS =
      List.of(
          Map.entry("not well-formed", Code.NOT_WELL_FORMED),
          Map.entry("in the middle", Code.TRUNCATED),
          Map.entry("encoding", Code.ENCODING),
          Map.entry("escaped twice", Code.DOUBLE_ESCAPED),
          Map.entry("relative", Code.RELATIVE_LINKS),
          Map.entry("control character", Code.CONTROL_CHARACTERS),
          Map.entry("ampersands", Code.MARKUP),
          Map.entry("entit", Code.ENTITIES));

  private RepairSigns() {}

  /** Returns what a repair is a sign of; empty where it is told otherwise. */
  static Optional<Finding> read(String repair) {
    int colon = repair.indexOf(": ");
    String code = colon < 0 ? "" : repair.substring(0, colon);
    if (COUNTED.contains(code)) {
      return Optional.empty();
    }
    Code known = CODES.get(code);
    return Optional.of(
        known == null
            ? Finding.of(byWords(repair), new Quote(repair))
            : Finding.of(known, new Quote(repair.substring(colon + 2))));
  }

  private static Code byWords(String repair) {
    String lower = repair.toLowerCase(Locale.ROOT);
    return WORDS.stream()
        .filter(sign -> lower.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Code.MENDED);
  }
}
