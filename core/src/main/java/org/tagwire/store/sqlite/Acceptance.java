package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.StageVersions;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.PollRecord;

/**
 * Makes readings durable: the first of the two times an article enters the store.
 *
 * <p>Whatever can be done before the lock is taken (encoding, compression) is. Within the
 * transaction an item that says what it said before changes nothing, which makes a repeated call
 * harmless.
 *
 * <p>What a private source says never becomes the text of an article the public may see; and when a
 * public source announces what only a private one knew, the public one's text takes its place.
 */
final class Acceptance {
  private final Database database;
  private final SqliteTombstones tombstones;
  private final InstantSource clock;

  Acceptance(Database database, SqliteTombstones tombstones, InstantSource clock) {
    this.database = database;
    this.tombstones = tombstones;
    this.clock = clock;
  }

  /** A reading ready to be written. */
  private record Encoded(
      Accepted accepted, byte[] payload, byte @Nullable [] item, byte @Nullable [] page) {
    static Encoded of(Accepted accepted) {
      Raw raw = accepted.raw().orElse(null);
      return new Encoded(
          accepted,
          ReadingCodec.encode(accepted.reading()),
          raw == null ? null : RawCodec.encode(raw.item()),
          raw == null ? null : raw.findPage().map(RawCodec::encodePage).orElse(null));
    }

    Reading reading() {
      return accepted.reading();
    }
  }

  void accept(List<Accepted> accepted, Optional<PollRecord> poll) {
    List<Encoded> encoded = accepted.stream().map(Encoded::of).toList();
    database.changeWatched(
        session -> {
          Entry entry = new Entry(session, clock.millis());
          for (Encoded one : encoded) {
            entry.take(one);
          }
          entry.countItems();
          if (poll.isPresent()) {
            Polls.record(session, poll.get());
          }
        });
  }

  /** Replaces readings of placed articles by newer ones of the same material. */
  void reread(List<Reading> readings) {
    List<Encoded> encoded =
        readings.stream()
            .map(r -> Encoded.of(new Accepted(r, Optional.empty(), List.of(), false)))
            .toList();
    database.change(
        session -> {
          Entry entry = new Entry(session, clock.millis());
          for (Encoded one : encoded) {
            Optional<Rows.Row> row = Rows.find(session, one.reading().id());
            if (row.isPresent() && row.get().state() == Rows.PLACED) {
              entry.replace(row.get(), one, row.get().visibility());
            }
          }
        });
  }

  /** Tells one reading of an article from another, so that only the one that waits is placed. */
  static long stamp(Reading reading) {
    StageVersions versions = reading.versions();
    long mixed = reading.announcement().contentHash();
    mixed = mixed * 31 + versions.feed();
    mixed = mixed * 31 + versions.extract();
    return mixed * 31 + versions.understand();
  }

  /** Cuts a time to the precision of cursors. */
  static Instant order(Instant order) {
    return order.truncatedTo(ChronoUnit.MILLIS);
  }

  /** One transaction's work. */
  private final class Entry {
    private final Session session;
    private final long now;
    private final TreeMap<Long, Integer> newItems = new TreeMap<>();
    private long lastNumber;
    private long lastChange;

    Entry(Session session, long now) throws SQLException {
      this.session = session;
      this.now = now;
      this.lastNumber = session.number("SELECT max(number) FROM article");
      this.lastChange = Rows.lastChange(session);
    }

    void take(Encoded one) throws SQLException {
      Optional<Rows.Row> found = locate(one.accepted());
      Optional<String> gone =
          found.isPresent() ? Optional.empty() : tombstones.reason(session, one.accepted());
      if (found.isEmpty()) {
        long number = insert(one, gone);
        note(one.reading(), number);
        SqliteQuarantine.accepted(session, one.reading());
        return;
      }
      Rows.Row row = found.get();
      if (!note(one.reading(), row.number()) || row.isGone()) {
        return;
      }
      SqliteQuarantine.accepted(session, one.reading());
      boolean same = row.id().equals(one.reading().id());
      if (replaces(one, row, same)) {
        Headlines.note(session, row, one.reading(), now);
        replace(row, one, one.reading().announcement().visibility());
        keepRaw(row.number(), one);
      } else if (row.state() == Rows.PLACED) {
        session.run("UPDATE article SET change = ? WHERE number = ?", ++lastChange, row.number());
      }
      alias(one, row.number(), row.id());
    }

    private static boolean replaces(Encoded one, Rows.Row row, boolean same) {
      Visibility theirs = one.reading().announcement().visibility();
      return row.visibility() == theirs
          ? same && !one.accepted().link()
          : theirs == Visibility.PUBLIC;
    }

    /**
     * Finds the article this reading is of, by its id, then by its other addresses; two found
     * become one.
     */
    private Optional<Rows.Row> locate(Accepted accepted) throws SQLException {
      Optional<Rows.Row> found = Rows.find(session, accepted.reading().id());
      if (found.isPresent()) {
        found = Optional.of(Rows.settle(session, found.get()));
      }
      for (String url : accepted.aliases()) {
        Optional<Rows.Row> owner = Rows.findByUrl(session, url);
        if (owner.isPresent()) {
          Rows.Row other = Rows.settle(session, owner.get());
          found = Optional.of(found.isPresent() ? unite(found.get(), other) : other);
        }
      }
      return found;
    }

    private Rows.Row unite(Rows.Row one, Rows.Row other) throws SQLException {
      if (one.state() == Rows.DROPPED && !other.isGone()) {
        return other;
      }
      boolean apart = one.number() == other.number() || one.visibility() != other.visibility();
      if (apart || one.isGone() || other.isGone()) {
        return one;
      }
      Rows.Row older = one.number() < other.number() ? one : other;
      Rows.Row younger = older == one ? other : one;
      Removal.redirect(session, younger, older, ++lastChange);
      if (older.state() == Rows.PLACED) {
        session.run("UPDATE article SET change = ? WHERE number = ?", ++lastChange, older.number());
      }
      return older;
    }

    private long insert(Encoded one, Optional<String> gone) throws SQLException {
      Reading reading = one.reading();
      long number = ++lastNumber;
      session.run(
          "INSERT INTO article (number, id, state, source, visibility, listed, sort, first_seen,"
              + " language, category, carrier, url, queued, stamp, reason, expires)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          number,
          reading.id().bytes(),
          gone.isPresent() ? Rows.WITHDRAWN : Rows.PENDING,
          reading.announcement().source().value(),
          reading.announcement().visibility().ordinal(),
          reading.limits().listed(),
          Times.millis(reading.timing().order()),
          Times.millis(reading.announcement().firstSeen()),
          reading.understanding().language().code(),
          reading.understanding().category().ordinal(),
          reading.credit().carrier().domain().name(),
          reading.url(),
          gone.isPresent() ? null : now,
          gone.isPresent() ? null : stamp(reading),
          gone.orElse(null),
          expires(reading));
      if (gone.isEmpty()) {
        session.run(
            "INSERT INTO article_text (article, payload) VALUES (?, ?)", number, one.payload());
        keepRaw(number, one);
        alias(one, number, reading.id());
      }
      return number;
    }

    void replace(Rows.Row row, Encoded one, Visibility visibility) throws SQLException {
      Reading reading = one.reading();
      session.run(
          "UPDATE article SET source = ?, visibility = ?, listed = ?, language = ?, category = ?,"
              + " carrier = ?, url = ?, queued = ?, stamp = ?, expires = ? WHERE number = ?",
          reading.announcement().source().value(),
          visibility.ordinal(),
          reading.limits().listed(),
          reading.understanding().language().code(),
          reading.understanding().category().ordinal(),
          reading.credit().carrier().domain().name(),
          reading.url(),
          now,
          stamp(reading),
          expires(reading),
          row.number());
      session.run(
          "UPDATE article_text SET payload = ? WHERE article = ?", one.payload(), row.number());
    }

    private static @Nullable Long expires(Reading reading) {
      return reading.limits().findUnavailableAfter().map(Times::millis).orElse(null);
    }

    private void keepRaw(long number, Encoded one) throws SQLException {
      if (one.item() != null) {
        session.run(
            "INSERT INTO raw (article, received, item, page, page_type) VALUES (?, ?, ?, ?, ?)"
                + " ON CONFLICT (article) DO UPDATE SET received = excluded.received,"
                + " item = excluded.item, page = excluded.page, page_type = excluded.page_type",
            number,
            now,
            one.item(),
            one.page(),
            one.accepted().raw().map(Raw::pageType).orElse(null));
      }
    }

    private void alias(Encoded one, long number, ArticleId id) throws SQLException {
      alias(one.reading().url(), number, id);
      for (String url : one.accepted().aliases()) {
        alias(url, number, id);
      }
    }

    private void alias(String url, long number, ArticleId id) throws SQLException {
      ArticleId minted = ArticleId.mint(url);
      if (!minted.equals(id)) {
        session.run(
            "INSERT INTO url_alias (hash, article, url) VALUES (?, ?, ?)"
                + " ON CONFLICT (hash) DO NOTHING",
            minted.bytes(),
            number,
            url);
      }
    }

    /** Notes what an item says now; false when it has said so before. */
    private boolean note(Reading reading, long number) throws SQLException {
      long source = reading.announcement().source().value();
      long item = reading.announcement().key().hash();
      long content = reading.announcement().contentHash();
      Optional<Boolean> same =
          session.first(
              "SELECT article, content FROM source_item WHERE source = ? AND item = ?",
              row -> row.getLong(1) == number && row.getLong(2) == content,
              source,
              item);
      if (same.isEmpty()) {
        newItems.merge(source, 1, Integer::sum);
        session.run(
            "INSERT INTO source_item (source, item, article, content) VALUES (?, ?, ?, ?)",
            source,
            item,
            number,
            content);
      } else if (!same.get()) {
        session.run(
            "UPDATE source_item SET article = ?, content = ? WHERE source = ? AND item = ?",
            number,
            content,
            source,
            item);
      }
      return !same.orElse(false);
    }

    void countItems() throws SQLException {
      for (var entry : newItems.entrySet()) {
        session.run(
            "UPDATE schedule SET articles = articles + ? WHERE source = ?",
            entry.getValue(),
            entry.getKey());
      }
    }
  }
}
