package org.tagwire.server.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;

/**
 * Through what a reader looks at a list, beside language and place, as it stands in the address.
 * Pages, feeds and answers of the API read it alike. Immutable.
 *
 * @param publisher the one publisher to narrow to
 * @param category the one category to narrow to
 * @param since a day as {@code 2026-03-01}, or one of {@link #SPANS}; empty for none
 * @param until a day, which is included; empty for none
 * @param stories whether the list is grouped by story
 */
public record Lens(
    @Nullable Domain publisher,
    @Nullable Category category,
    String since,
    String until,
    boolean stories) {
  /** Looks at everything. */
  public static final Lens PLAIN = new Lens(null, null, "", "", false);

  /** The spans that can be asked for. */
  public static final List<String> SPANS = List.of("24h", "7d", "30d");

  private static final String STORIES = "stories";
  private static final Map<String, Duration> LENGTHS =
      Map.of("24h", Duration.ofHours(24), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));

  /** Returns how long one of {@link #SPANS} is. */
  public static Duration length(String span) {
    return LENGTHS.getOrDefault(span, Duration.ZERO);
  }

  /** Reads what a visit asks for; empty when it makes no sense. */
  public static Optional<Lens> of(Visit visit) {
    return findFault(visit).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Lens(
                visit.findQuery(Visit.PUBLISHER).flatMap(Domain::parse).orElse(null),
                visit.findQuery(Visit.CATEGORY).flatMap(Category::parse).orElse(null),
                visit.findQuery(Visit.SINCE).map(String::strip).orElse(""),
                visit.findQuery(Visit.UNTIL).map(String::strip).orElse(""),
                visit.findQuery(Visit.LAYOUT).filter(STORIES::equals).isPresent()));
  }

  /** Names the first parameter that makes no sense. */
  public static Optional<String> findFault(Visit visit) {
    return Stream.of(Visit.PUBLISHER, Visit.CATEGORY, Visit.SINCE, Visit.UNTIL)
        .filter(name -> visit.findQuery(name).filter(value -> !makesSense(name, value)).isPresent())
        .findFirst();
  }

  private static boolean makesSense(String name, String value) {
    String text = value.strip();
    return switch (name) {
      case Visit.PUBLISHER -> Domain.parse(value).isPresent();
      case Visit.CATEGORY -> Category.parse(value).isPresent();
      case Visit.SINCE -> SPANS.contains(text) || isDay(text);
      default -> isDay(text);
    };
  }

  private static boolean isDay(String text) {
    try {
      int year = LocalDate.parse(text).getYear();
      return year >= 1 && year <= 9999;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Returns the same for one publisher; for all when absent. */
  public Lens by(@Nullable Domain other) {
    return new Lens(other, category, since, until, stories);
  }

  /** Returns the same for one category; for all when absent. */
  public Lens in(@Nullable Category other) {
    return new Lens(publisher, other, since, until, stories);
  }

  /** Returns the same for another time. */
  public Lens within(String from, String to) {
    return new Lens(publisher, category, from, to, stories);
  }

  /** Returns the same, grouped by story or not. */
  public Lens grouped(boolean other) {
    return new Lens(publisher, category, since, until, other);
  }

  /** Returns whether all articles are looked at, one by one. */
  public boolean isPlain() {
    return equals(PLAIN);
  }

  /** Returns what articles must be to be seen. */
  public Condition condition(Instant now, ZoneId zone) {
    Condition condition = carried();
    if (!since.isEmpty()) {
      condition = condition.and(new Condition.From(start(now, zone)));
    }
    if (!until.isEmpty()) {
      LocalDate after = LocalDate.parse(until).plusDays(1);
      condition = condition.and(new Condition.Before(after.atStartOfDay(zone).toInstant()));
    }
    return condition;
  }

  /** Returns the same, times left out. */
  public Condition carried() {
    Condition condition = Condition.ANYTHING;
    if (publisher != null) {
      condition = condition.and(new Condition.By(publisher));
    }
    return category == null ? condition : condition.and(new Condition.In(category));
  }

  /** A span begins at a whole minute, so that what was counted for one reader serves the next. */
  private Instant start(Instant now, ZoneId zone) {
    Duration length = LENGTHS.get(since);
    return length == null
        ? LocalDate.parse(since).atStartOfDay(zone).toInstant()
        : now.truncatedTo(ChronoUnit.MINUTES).minus(length);
  }

  /** Returns the parameters that lead here. */
  public List<String> parameters() {
    List<String> parts = narrowing();
    if (stories) {
      parts.add(Visit.LAYOUT + "=" + STORIES);
    }
    return parts;
  }

  /** Returns those of the parameters that leave articles out, which feeds have as well. */
  public List<String> narrowing() {
    List<String> parts = new ArrayList<>();
    if (publisher != null) {
      parts.add(Visit.PUBLISHER + "=" + Addresses.encode(publisher.name()));
    }
    if (category != null) {
      parts.add(Visit.CATEGORY + "=" + category.slug());
    }
    if (!since.isEmpty()) {
      parts.add(Visit.SINCE + "=" + since);
    }
    if (!until.isEmpty()) {
      parts.add(Visit.UNTIL + "=" + until);
    }
    return parts;
  }
}
