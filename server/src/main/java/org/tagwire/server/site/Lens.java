package org.tagwire.server.site;

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
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;

/**
 * Through what a reader looks at a list, beside language and place, as it stands in the address.
 *
 * @param publisher the one publisher to narrow to
 * @param category the one category to narrow to
 * @param since a day as {@code 2026-03-01}, or one of {@link #SPANS}; empty for none
 * @param until a day, which is included; empty for none
 * @param stories whether the list is grouped by story
 */
record Lens(
    @Nullable Domain publisher,
    @Nullable Category category,
    String since,
    String until,
    boolean stories) {
  /** Looks at everything. */
  static final Lens PLAIN = new Lens(null, null, "", "", false);

  /** The spans that can be asked for. */
  static final List<String> SPANS = List.of("24h", "7d", "30d");

  private static final String STORIES = "stories";
  private static final Map<String, Duration> LENGTHS =
      Map.of("24h", Duration.ofHours(24), "7d", Duration.ofDays(7), "30d", Duration.ofDays(30));

  /** Returns how long one of {@link #SPANS} is. */
  static Duration length(String span) {
    return LENGTHS.getOrDefault(span, Duration.ZERO);
  }

  /** Reads what a visit asks for; empty when it makes no sense. */
  static Optional<Lens> of(Visit visit) {
    Optional<String> publisher = visit.findQuery(Visit.PUBLISHER);
    Optional<String> category = visit.findQuery(Visit.CATEGORY);
    Optional<Domain> domain = publisher.flatMap(Domain::parse);
    Optional<Category> field = category.flatMap(Category::parse);
    String since = visit.findQuery(Visit.SINCE).map(String::strip).orElse("");
    String until = visit.findQuery(Visit.UNTIL).map(String::strip).orElse("");
    boolean sense =
        publisher.isPresent() == domain.isPresent()
            && category.isPresent() == field.isPresent()
            && (since.isEmpty() || SPANS.contains(since) || isDay(since))
            && (until.isEmpty() || isDay(until));
    boolean stories = visit.findQuery(Visit.LAYOUT).filter(STORIES::equals).isPresent();
    return sense
        ? Optional.of(new Lens(domain.orElse(null), field.orElse(null), since, until, stories))
        : Optional.empty();
  }

  private static boolean isDay(String text) {
    try {
      int year = LocalDate.parse(text).getYear();
      return year >= 1 && year <= 9999;
    } catch (DateTimeException e) {
      return false;
    }
  }

  Lens by(@Nullable Domain other) {
    return new Lens(other, category, since, until, stories);
  }

  Lens in(@Nullable Category other) {
    return new Lens(publisher, other, since, until, stories);
  }

  Lens within(String from, String to) {
    return new Lens(publisher, category, from, to, stories);
  }

  Lens grouped(boolean other) {
    return new Lens(publisher, category, since, until, other);
  }

  /** Returns whether all articles are looked at, one by one. */
  boolean isPlain() {
    return equals(PLAIN);
  }

  /** Returns what articles must be to be seen. */
  Condition condition(Instant now, ZoneId zone) {
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
  Condition carried() {
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
  List<String> parameters() {
    List<String> parts = narrowing();
    if (stories) {
      parts.add(Visit.LAYOUT + "=" + STORIES);
    }
    return parts;
  }

  /** Returns those of the parameters that leave articles out, which feeds have as well. */
  List<String> narrowing() {
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
