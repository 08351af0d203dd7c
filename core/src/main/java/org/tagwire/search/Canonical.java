package org.tagwire.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.tagwire.model.Condition;

/**
 * Writes conditions as lines that {@link Grammar} reads as the same conditions. Stateless.
 *
 * <p>What is no date of the zone is written to the millisecond in UTC.
 */
public final class Canonical {
  /**
   * Between these every zone's day has a year of four digits; beyond them some have none at all.
   */
  private static final Instant FIRST = Instant.parse("0000-01-02T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

  private final ZoneId zone;

  private Canonical(ZoneId zone) {
    this.zone = zone;
  }

  /** Writes a condition whose dates are UTC's. */
  public static String of(Condition condition) {
    return of(condition, ZoneOffset.UTC);
  }

  /** Writes a condition; days begin as in {@code zone}. */
  public static String of(Condition condition, ZoneId zone) {
    return new Canonical(zone).write(condition);
  }

  private String write(Condition condition) {
    return switch (condition) {
      case Condition.All all -> joined(all.of(), " ");
      case Condition.Any any -> joined(any.of(), " " + Grammar.OR + " ");
      case Condition.Not not -> "-" + nested(not.that());
      case Condition.Word word -> word.prefix() ? word.text() + "*" : word(word.text());
      case Condition.Phrase phrase -> quoted(phrase.text());
      case Condition.Tagged tagged -> "#" + tagged.tag().value();
      case Condition.By by -> field(Field.PUBLISHER, by.publisher().name());
      case Condition.In in -> field(Field.CATEGORY, in.category().slug());
      case Condition.Written written -> field(Field.LANG, written.language().code());
      case Condition.Before before -> field(Field.BEFORE, time(before.time()));
      case Condition.From from -> field(Field.AFTER, time(from.time()));
    };
  }

  private String joined(List<Condition> of, String by) {
    return of.stream().map(this::nested).collect(Collectors.joining(by));
  }

  private String nested(Condition condition) {
    return condition instanceof Condition.All || condition instanceof Condition.Any
        ? "(" + write(condition) + ")"
        : write(condition);
  }

  private static String word(String text) {
    boolean plain =
        text.codePoints().allMatch(c -> Grammar.isWordPart(c) || c == '\'')
            && !text.equals(Grammar.OR);
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String field(Field field, String value) {
    return field.label() + ":" + value;
  }

  private String time(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      return time.toString();
    }
    LocalDate day = LocalDate.ofInstant(time, zone);
    return day.atStartOfDay(zone).toInstant().equals(time) ? day.toString() : time.toString();
  }
}
