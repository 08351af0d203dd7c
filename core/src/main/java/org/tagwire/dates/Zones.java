package org.tagwire.dates;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Zones as feeds write them: offsets in any form, and the abbreviations in use (RFC 822 and common
 * practice).
 */
final class Zones {
  /**
   * Offsets from UTC in minutes. Ambiguous names mean what RFC 822, else the larger population,
   * means by them.
   */
  private static final Map<String, Integer> NAMED =
      Map.ofEntries(
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("WET", 0),
          Map.entry("WEST", 60),
          Map.entry("BST", 60),
          Map.entry("IST", 330),
          Map.entry("CET", 60),
          Map.entry("MEZ", 60),
          Map.entry("CEST", 120),
          Map.entry("MESZ", 120),
          Map.entry("EET", 120),
          Map.entry("EEST", 180),
          Map.entry("MSK", 180),
          Map.entry("TRT", 180),
          Map.entry("AST", -240),
          Map.entry("ADT", -180),
          Map.entry("EST", -300),
          Map.entry("ET", -300),
          Map.entry("EDT", -240),
          Map.entry("CST", -360),
          Map.entry("CT", -360),
          Map.entry("CDT", -300),
          Map.entry("MST", -420),
          Map.entry("MT", -420),
          Map.entry("MDT", -360),
          Map.entry("PST", -480),
          Map.entry("PT", -480),
          Map.entry("PDT", -420),
          Map.entry("AKST", -540),
          Map.entry("AKDT", -480),
          Map.entry("HST", -600),
          Map.entry("BRT", -180),
          Map.entry("ART", -180),
          Map.entry("SAST", 120),
          Map.entry("GST", 240),
          Map.entry("PKT", 300),
          Map.entry("WIB", 420),
          Map.entry("ICT", 420),
          Map.entry("SGT", 480),
          Map.entry("HKT", 480),
          Map.entry("JST", 540),
          Map.entry("KST", 540),
          Map.entry("AEST", 600),
          Map.entry("AEDT", 660),
          Map.entry("ACST", 570),
          Map.entry("ACDT", 630),
          Map.entry("AWST", 480),
          Map.entry("NPT", 345),
          Map.entry("BDT", 360),
          Map.entry("IRST", 210),
          Map.entry("MMT", 390),
          Map.entry("PHT", 480),
          Map.entry("MYT", 480),
          Map.entry("WITA", 480),
          Map.entry("WIT", 540),
          Map.entry("WAT", 60),
          Map.entry("CAT", 120),
          Map.entry("EAT", 180),
          Map.entry("IDT", 180),
          Map.entry("SAMT", 240),
          Map.entry("YEKT", 300),
          Map.entry("OMST", 360),
          Map.entry("NOVT", 420),
          Map.entry("KRAT", 420),
          Map.entry("IRKT", 480),
          Map.entry("VLAT", 600),
          Map.entry("NST", -210),
          Map.entry("NDT", -150),
          Map.entry("CLT", -240),
          Map.entry("CLST", -180),
          Map.entry("COT", -300),
          Map.entry("PET", -300),
          Map.entry("UYT", -180),
          Map.entry("SST", -660),
          Map.entry("NZST", 720),
          Map.entry("NZDT", 780));

  private Zones() {}

  /** Reads a zone; empty when {@code text} is none. */
  static Optional<ZoneOffset> parse(String text) {
    String zone = text.toUpperCase(Locale.ROOT);
    Integer named = NAMED.get(zone);
    if (named != null) {
      return Optional.of(ZoneOffset.ofTotalSeconds(named * 60));
    }
    for (String prefix : new String[] {"GMT", "UTC"}) {
      if (zone.startsWith(prefix)) {
        return offset(zone.substring(prefix.length()));
      }
    }
    return zone.length() == 1 && Character.isLetter(zone.charAt(0))
        ? Optional.of(ZoneOffset.UTC)
        : offset(zone);
  }

  private static Optional<ZoneOffset> offset(String zone) {
    if (zone.length() < 2
        || (zone.charAt(0) != '+' && zone.charAt(0) != '-' && zone.charAt(0) != '\u2212')) {
      return Optional.empty();
    }
    String digits = zone.substring(1).replace(":", "");
    if (digits.length() > 6
        || digits.isEmpty()
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int value = Integer.parseInt(digits.length() > 4 ? digits.substring(0, 4) : digits);
    int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
    return minutes > 18 * 60
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds((zone.charAt(0) == '+' ? 1 : -1) * minutes * 60));
  }
}
