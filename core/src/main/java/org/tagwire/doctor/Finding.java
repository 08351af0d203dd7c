package org.tagwire.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One thing a doctor has to say of a source: what it is, and the values its sentence is made of.
 * The sentences themselves belong to the editions of the site.
 *
 * @param code what it is
 * @param values what fills the gaps of its sentence, in order
 */
public record Finding(Code code, List<Value> values) {
  public Finding {
    values = List.copyOf(values);
  }

  static Finding of(Code code, Value... values) {
    return new Finding(code, List.of(values));
  }

  /** How much it matters. */
  public enum Severity {
    /** Nothing new comes any more. */
    PROBLEM,
    /** News come, but worse, later or at a greater price than they could. */
    WARNING,
    /** Good to know. */
    NOTE
  }

  /** What a value is, so that each edition can write it its own way. */
  public sealed interface Value {
    /** A number of things. */
    record Amount(long number) implements Value {}

    /** A number of bytes. */
    record Size(long bytes) implements Value {}

    /** A time of day. */
    record Time(Instant instant) implements Value {}

    /** A length of time. */
    record Span(Duration length) implements Value {}

    /** An address; it may open something, and is not to be shown as it stands. */
    record Address(String url) implements Value {}

    /** Words as somebody else wrote them. */
    record Quote(String text) implements Value {}

    /** What came of a poll, and what was written down of it in English. */
    record Failure(String outcome, String detail) implements Value {}
  }

  /** All that can be said. The order is the order in which it is said. */
  public enum Code {
    GONE(Severity.PROBLEM),
    FAILING(Severity.PROBLEM),
    RATE_LIMITED(Severity.WARNING),
    PAUSED(Severity.NOTE),
    QUARANTINED(Severity.WARNING),
    DATES_MISSING(Severity.WARNING),
    DATES_UNREAD(Severity.WARNING),
    DATES_FUTURE(Severity.WARNING),
    GUIDS_MISSING(Severity.NOTE),
    GUIDS_REPEATED(Severity.WARNING),
    GUIDS_CHANGING(Severity.WARNING),
    GUIDS_REUSED(Severity.WARNING),
    LINKS_MISSING(Severity.WARNING),
    ENCODING(Severity.WARNING),
    NOT_WELL_FORMED(Severity.WARNING),
    CUT_SHORT(Severity.WARNING),
    TRUNCATED(Severity.WARNING),
    MARKUP(Severity.NOTE),
    CONTROL_CHARACTERS(Severity.WARNING),
    JUNK(Severity.NOTE),
    RELATIVE_LINKS(Severity.NOTE),
    LINKS_REFUSED(Severity.WARNING),
    TOO_MANY_ITEMS(Severity.WARNING),
    TEXT_TOO_LONG(Severity.NOTE),
    DOUBLE_ESCAPED(Severity.WARNING),
    ENTITIES(Severity.NOTE),
    MENDED(Severity.NOTE),
    NO_VALIDATORS(Severity.NOTE),
    VALIDATORS_CHANGING(Severity.WARNING),
    VALIDATORS_IGNORED(Severity.WARNING),
    ASKS_RARELY(Severity.NOTE),
    ASKS_OFTEN(Severity.NOTE),
    REDIRECTED(Severity.WARNING),
    MOVED(Severity.NOTE),
    MOVED_TO_HTTPS(Severity.NOTE),
    SLOW(Severity.WARNING),
    LARGE(Severity.WARNING),
    SILENT(Severity.NOTE),
    PRIVATE_BY_ADDRESS(Severity.NOTE),
    PRIVATE_BY_ROBOTS(Severity.NOTE),
    WHOLE_TEXT(Severity.NOTE),
    SUMMARIES(Severity.NOTE),
    PAGES_OFF(Severity.NOTE),
    PAGES_READ(Severity.NOTE),
    PAGES_ROBOTS(Severity.WARNING),
    PAGES_RESERVED(Severity.WARNING),
    PAGES_NO_ARCHIVE(Severity.WARNING),
    PAGES_LICENCE(Severity.WARNING),
    PAGES_PAYWALLED(Severity.NOTE),
    PAGES_RESTRICTED(Severity.WARNING),
    PAGES_UNREADABLE(Severity.NOTE),
    PAGES_FAILED(Severity.WARNING),
    HUB_OFFERED(Severity.NOTE),
    HUB_SUBSCRIBED(Severity.NOTE);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }

    /** Returns the lasting name used outside, as in {@code dates-missing}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
