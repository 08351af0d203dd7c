package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;

/** The schedule of a source and the record of its last polls. */
final class Polls {
  /** How many polls of a source are remembered. */
  static final int REMEMBERED = 20;

  /** Columns of a plan, in the order of {@link #plan}. */
  static final String PLAN =
      "c.due, c.every, c.etag, c.last_modified, c.failures, c.moved_to, c.moved_since";

  private static final int VERSION = 1;

  private Polls() {}

  /** Stores a finished poll and ends the lease; the same poll again takes the slot it has. */
  static void record(Session session, PollRecord poll) throws SQLException {
    PollPlan next = poll.next();
    long due = Times.millis(next.due());
    Long ready = due == Long.MAX_VALUE ? null : due;
    long at = Times.millis(poll.at());
    Instant movedSince = next.movedSince();
    int known =
        session.run(
            "UPDATE schedule SET polls = polls + CASE WHEN last_poll = ? THEN 0 ELSE 1 END,"
                + " lease = NULL, ready = CASE WHEN paused = 1 THEN NULL ELSE ? END, due = ?,"
                + " every = ?, etag = ?, last_modified = ?, failures = ?, moved_to = ?,"
                + " moved_since = ?, last_poll = ?, last_detail = ? WHERE source = ?",
            at,
            ready,
            due,
            next.interval().toMillis(),
            next.etag(),
            next.lastModified(),
            next.failures(),
            next.movedTo(),
            movedSince == null ? null : Times.millis(movedSince),
            at,
            poll.detail(),
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
    Long movedSince = Rows.longOrNull(row, at + 6);
    return new PollPlan(
        Times.instant(row.getLong(at)),
        Duration.ofMillis(row.getLong(at + 1)),
        row.getString(at + 2),
        row.getString(at + 3),
        row.getInt(at + 4),
        row.getString(at + 5),
        movedSince == null ? null : Times.instant(movedSince));
  }

  private static byte[] encode(PollRecord poll) {
    PollPlan next = poll.next();
    ByteWriter out = new ByteWriter().octet(VERSION);
    out.signed(Times.millis(poll.at())).signed(poll.took().toMillis());
    out.text(poll.outcome()).text(poll.detail()).varint(poll.items()).varint(poll.accepted());
    out.signed(Times.millis(next.due())).signed(next.interval().toMillis());
    out.optional(next.etag(), ByteWriter::text).optional(next.lastModified(), ByteWriter::text);
    out.varint(next.failures()).optional(next.movedTo(), ByteWriter::text);
    out.optional(next.movedSince(), (o, since) -> o.signed(Times.millis(since)));
    return out.toBytes();
  }

  private static PollRecord decode(byte[] payload, SourceId source) {
    ByteReader in = new ByteReader(payload);
    Codec.version(in, VERSION);
    return new PollRecord(
        source,
        Times.instant(in.signed()),
        Duration.ofMillis(in.signed()),
        in.text(),
        in.text(),
        (int) in.varint(),
        (int) in.varint(),
        plan(in));
  }

  private static PollPlan plan(ByteReader in) {
    Instant due = Times.instant(in.signed());
    Duration interval = Duration.ofMillis(in.signed());
    @Nullable String etag = in.optional(ByteReader::text);
    @Nullable String lastModified = in.optional(ByteReader::text);
    int failures = (int) in.varint();
    @Nullable String movedTo = in.optional(ByteReader::text);
    return new PollPlan(
        due,
        interval,
        etag,
        lastModified,
        failures,
        movedTo,
        in.optional(i -> Times.instant(i.signed())));
  }
}
