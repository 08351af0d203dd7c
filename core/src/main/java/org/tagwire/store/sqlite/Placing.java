package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.StoryId;
import org.tagwire.model.Tagging;
import org.tagwire.store.Placed;

/**
 * Places readings: the second of the two times an article enters the store. The text has been
 * written already; here its row, card and tags are.
 */
final class Placing {
  private final Database database;
  private final SqliteRules rules;

  Placing(Database database, SqliteRules rules) {
    this.database = database;
    this.rules = rules;
  }

  private record Encoded(Placed placed, byte[] card, byte @Nullable [] observation) {
    static Encoded of(Placed placed) {
      return new Encoded(
          placed,
          CardCodec.encode(placed.card()),
          placed.observation().sightings().isEmpty()
              ? null
              : CountsCodec.encode(placed.observation()));
    }
  }

  void place(List<Placed> batch) {
    List<Encoded> encoded = batch.stream().map(Encoded::of).toList();
    database.changeWatched(
        session -> {
          Entry entry = new Entry(session);
          for (Encoded one : encoded) {
            entry.place(one);
          }
        });
  }

  /** One transaction's work. */
  private final class Entry {
    private final Session session;
    private long lastChange;

    Entry(Session session) throws SQLException {
      this.session = session;
      this.lastChange = Rows.lastChange(session);
    }

    void place(Encoded one) throws SQLException {
      Reading reading = one.placed().reading();
      Optional<Rows.Row> found = Rows.find(session, reading.id());
      if (found.isEmpty()) {
        return;
      }
      Rows.Row row = found.get();
      Long waiting = row.stamp();
      if (waiting != null && waiting == Acceptance.stamp(reading)) {
        place(row, one);
      } else if (waiting == null && row.state() == Rows.PLACED && row.story() == null) {
        joinOnly(row, one.placed().placement());
      }
    }

    private void place(Rows.Row row, Encoded one) throws SQLException {
      Placed placed = one.placed();
      List<Tagging> tags = rules.now().on(placed.reading()).understanding().tags();
      ArticleId story = story(row, placed.placement().story());
      ArticleId copyOf = copyOf(row, placed.placement());
      long change = ++lastChange;
      if (row.state() == Rows.PLACED) {
        Taggings.take(session, row);
      }
      session.run(
          "UPDATE article SET state = 1, queued = NULL, stamp = NULL, change = ?, story = ?,"
              + " copy_of = ?, reason = ? WHERE number = ?",
          change,
          bytes(story),
          bytes(copyOf),
          placed.placement().reason(),
          row.number());
      session.run(
          "INSERT INTO card (article, payload, tags) VALUES (?, ?, ?) ON CONFLICT (article)"
              + " DO UPDATE SET payload = excluded.payload, tags = excluded.tags",
          row.number(),
          one.card(),
          Taggings.encode(tags));
      Taggings.put(session, row, tags);
      SqliteQuarantine.placed(session, row.id());
      if (one.observation() != null) {
        session.run(
            "INSERT INTO observation (number, payload) VALUES (?, ?)", change, one.observation());
      }
    }

    /**
     * A founder that is placed already and is now named with an older story brings its whole story
     * there.
     */
    private void joinOnly(Rows.Row row, Placement placement) throws SQLException {
      ArticleId story = story(row, placement.story());
      if (story != null) {
        session.run(
            "UPDATE article SET story = ?, change = ? WHERE number = ?",
            bytes(story),
            ++lastChange,
            row.number());
      }
    }

    /**
     * Returns the founder of the story, null for the article itself, after merging the story it had
     * founded before.
     */
    private @Nullable ArticleId story(Rows.Row row, StoryId named) throws SQLException {
      if (named.founder().equals(row.id())) {
        if (row.story() != null) {
          session.run("DELETE FROM story_alias WHERE id = ?", row.id().bytes());
        }
        return null;
      }
      ArticleId founder = Stories.resolve(session, named.founder());
      if (founder.equals(row.id())) {
        return null;
      }
      if (row.state() == Rows.PLACED && row.story() == null) {
        lastChange = Stories.merge(session, row.id(), founder, lastChange);
      }
      return founder;
    }

    /**
     * Returns the first of the copy group, null for the article itself; copies of a copy are copies
     * of the first.
     */
    private @Nullable ArticleId copyOf(Rows.Row row, Placement placement) throws SQLException {
      Optional<ArticleId> named = placement.findCopyOf().filter(id -> !id.equals(row.id()));
      if (named.isEmpty()) {
        return null;
      }
      Optional<Rows.Row> other = Rows.find(session, named.get());
      ArticleId first = other.map(Rows.Row::copyOf).orElse(named.get());
      if (first.equals(row.id())) {
        return null;
      }
      if (row.state() == Rows.PLACED && row.copyOf() == null) {
        lastChange = Stories.bring(session, "copy_of", row.id(), first, lastChange);
      }
      return first;
    }

    private static byte @Nullable [] bytes(@Nullable ArticleId id) {
      return id == null ? null : id.bytes();
    }
  }
}
