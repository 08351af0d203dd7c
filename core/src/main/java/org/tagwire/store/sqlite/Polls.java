package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.PollHints;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollPlan.Move;
import org.tagwire.store.PollRecord;

/** The schedule of a source and the record of its last polls. */
final class Polls {
  /** How many polls of a source are remembered. */
  static final int REMEMBERED = 20;

  /** Columns of a plan, in the order of {@link #plan}. */
  static final String PLAN =
      "c.due, c.every, c.etag, c.last_modified, c.failures, c.moved_to, c.moved_since,"
          + " c.moved_polls, c.ttl, c.skip, c.rhythm, c.newest";

  /** How many they are. */
  static final int PLAN_COLUMNS = 12;

  /** Before it, a move had no count and there were no hints. */
  private static final int VERSION = 2;

  private Polls() {}

  /** Stores a finished poll and ends the lease; the same poll again takes the slot it has. */
  static void record(Session session, PollRecord poll) throws SQLException {
    PollPlan next = poll.next();
    long due = Times.millis(next.due());
    Long ready = due == Long.MAX_VALUE ? null : due;
    long at = Times.millis(poll.at());
    Move move = next.move();
    PollHints hints = next.hints();
    int known =
        session.run(
            "UPDATE schedule SET polls = polls + CASE WHEN last_poll = ? THEN 0 ELSE 1 END,"
                + " lease = NULL, ready = CASE WHEN paused = 1 THEN NULL ELSE ? END, due = ?,"
                + " every = ?, etag = ?, last_modified = ?, failures = ?, moved_to = ?,"
                + " moved_since = ?, moved_polls = ?, ttl = ?, skip = ?, rhythm = ?, newest = ?,"
                + " last_poll = ?, last_detail = ?,"
                + " last_read = CASE WHEN ? > 0 THEN ? ELSE last_read END WHERE source = ?",
            at,
            ready,
            due,
            next.interval().toMillis(),
            next.etag(),
            next.lastModified(),
            next.failures(),
            move == null ? null : move.to(),
            move == null ? null : Times.millis(move.since()),
            move == null ? 0 : move.polls(),
            hints.ttl().toMillis(),
            Skips.number(hints),
            hints.rhythm().toMillis(),
            hints.findNewest().map(Times::millis).orElse(null),
            at,
            poll.detail(),
            poll.items(),
            at,
            poll.source().value());
    if (known == 1) {
      session.run(
          "INSERT INTO poll (source, slot, at, payload)"
              + " SELECT source, polls % "
              + REMEMBERED
              + ", ?, ? FROM schedule WHERE source = ?"
              + " ON CONFLICT (source, slot) DO UPDATE SET at = excluded.at,"
              + " payload = excluded.payload",
          at,
          encode(poll),
          poll.source().value());
      SourceHealth health = poll.health();
      if (health != null) {
        session.run(
            "INSERT INTO source_health (source, payload) VALUES (?, ?)"
                + " ON CONFLICT (source) DO UPDATE SET payload = excluded.payload",
            poll.source().value(),
            HealthCodec.encode(health));
      }
    }
  }

  static Optional<SourceHealth> health(Session session, SourceId source) throws SQLException {
    return session.first(
        "SELECT payload FROM source_health WHERE source = ?",
        row -> HealthCodec.decode(row.getBytes(1)),
        source.value());
  }

  static List<PollRecord> last(Session session, SourceId source) throws SQLException {
    return session.list(
        "SELECT payload FROM poll WHERE source = ? ORDER BY at DESC",
        row -> decode(row.getBytes(1), source),
        source.value());
  }

  /** Reads a plan whose first column is {@code at}. */
  static PollPlan plan(ResultSet row, int at) throws SQLException {
    String movedTo = row.getString(at + 5);
    Long newest = Rows.longOrNull(row, at + 11);
    return new PollPlan(
        Times.instant(row.getLong(at)),
        Duration.ofMillis(row.getLong(at + 1)),
        row.getString(at + 2),
        row.getString(at + 3),
        row.getInt(at + 4),
        movedTo == null
            ? null
            : new Move(movedTo, Times.instant(row.getLong(at + 6)), row.getInt(at + 7)),
        new PollHints(
            Duration.ofMillis(row.getLong(at + 8)),
            Skips.hours(row.getInt(at + 9)),
            Skips.days(row.getInt(at + 9)),
            Duration.ofMillis(row.getLong(at + 10)),
            newest == null ? null : Times.instant(newest)));
  }

  private static byte[] encode(PollRecord poll) {
    PollPlan next = poll.next();
    PollHints hints = next.hints();
    ByteWriter out = new ByteWriter().octet(VERSION);
    out.signed(Times.millis(poll.at())).signed(poll.took().toMillis());
    out.text(poll.outcome()).text(poll.detail()).varint(poll.items()).varint(poll.accepted());
    out.signed(Times.millis(next.due())).signed(next.interval().toMillis());
    out.optional(next.etag(), ByteWriter::text).optional(next.lastModified(), ByteWriter::text);
    out.varint(next.failures());
    out.optional(
        next.move(),
        (o, move) -> o.text(move.to()).signed(Times.millis(move.since())).varint(move.polls()));
    out.signed(hints.ttl().toMillis()).varint(Skips.number(hints));
    out.signed(hints.rhythm().toMillis());
    out.optional(hints.newest(), (o, newest) -> o.signed(Times.millis(newest)));
    return out.toBytes();
  }

  private static PollRecord decode(byte[] payload, SourceId source) {
    ByteReader in = new ByteReader(payload);
    boolean first = payload[0] == 1;
    Codec.version(in, first ? 1 : VERSION);
    return new PollRecord(
        source,
        Times.instant(in.signed()),
        Duration.ofMillis(in.signed()),
        in.text(),
        in.text(),
        (int) in.varint(),
        (int) in.varint(),
        first ? firstPlan(in) : plan(in));
  }

  private static PollPlan plan(ByteReader in) {
    return new PollPlan(
        Times.instant(in.signed()),
        Duration.ofMillis(in.signed()),
        in.optional(ByteReader::text),
        in.optional(ByteReader::text),
        (int) in.varint(),
        in.optional(i -> new Move(i.text(), Times.instant(i.signed()), (int) i.varint())),
        hints(in));
  }

  private static PollHints hints(ByteReader in) {
    Duration ttl = Duration.ofMillis(in.signed());
    int skips = (int) in.varint();
    return new PollHints(
        ttl,
        Skips.hours(skips),
        Skips.days(skips),
        Duration.ofMillis(in.signed()),
        in.optional(i -> Times.instant(i.signed())));
  }

  private static PollPlan firstPlan(ByteReader in) {
    Instant due = Times.instant(in.signed());
    Duration interval = Duration.ofMillis(in.signed());
    @Nullable String etag = in.optional(ByteReader::text);
    @Nullable String lastModified = in.optional(ByteReader::text);
    int failures = (int) in.varint();
    @Nullable String movedTo = in.optional(ByteReader::text);
    @Nullable Instant since = in.optional(i -> Times.instant(i.signed()));
    @Nullable Move move = movedTo == null || since == null ? null : new Move(movedTo, since, 1);
    return new PollPlan(due, interval, etag, lastModified, failures, move, PollHints.NONE);
  }

  /** Hours and days to be skipped as one number: a bit for each hour, then one for each day. */
  private static final class Skips {
    private static final int HOURS = 24;

    static int number(PollHints hints) {
      int number = 0;
      for (int hour : hints.skipHours()) {
        number |= hour >= 0 && hour < HOURS ? 1 << hour : 0;
      }
      for (DayOfWeek day : hints.skipDays()) {
        number |= 1 << (HOURS + day.ordinal());
      }
      return number;
    }

    static Set<Integer> hours(int number) {
      return IntStream.range(0, HOURS)
          .filter(hour -> (number >> hour & 1) == 1)
          .boxed()
          .collect(Collectors.toSet());
    }

    static Set<DayOfWeek> days(int number) {
      return Arrays.stream(DayOfWeek.values())
          .filter(day -> (number >> (HOURS + day.ordinal()) & 1) == 1)
          .collect(Collectors.toSet());
    }
  }
}
