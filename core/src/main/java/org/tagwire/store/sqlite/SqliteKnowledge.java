package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.store.KnowledgeStore;

/**
 * Learned counts in SQLite: one packed value a scope, and the observations since, numbered by
 * change.
 */
final class SqliteKnowledge implements KnowledgeStore {
  private static final String UP_TO = "knowledge:up-to";

  private final Database database;

  SqliteKnowledge(Database database) {
    this.database = database;
  }

  @Override
  public Kept load() {
    return database.read(
        session -> {
          Map<Knowledge.Scope, Map<String, Double>> snapshot = new HashMap<>();
          session.each(
              "SELECT topic, subject, payload FROM knowledge",
              row -> {
                snapshot.put(
                    new Knowledge.Scope(row.getString(1), row.getString(2)),
                    CountsCodec.decodeCounts(row.getBytes(3)));
                return true;
              });
          long[] upTo = {
            session.number("SELECT CAST(value AS INTEGER) FROM property WHERE key = ?", UP_TO)
          };
          List<Observation> since =
              session.list(
                  "SELECT number, payload FROM observation ORDER BY number",
                  row -> {
                    upTo[0] = row.getLong(1);
                    return CountsCodec.decodeObservation(row.getBytes(2));
                  });
          return new Kept(snapshot, since, upTo[0]);
        });
  }

  @Override
  public void compact(Map<Knowledge.Scope, Map<String, Double>> snapshot, long upTo) {
    Map<Knowledge.Scope, byte[]> encoded = new HashMap<>();
    snapshot.forEach((scope, counts) -> encoded.put(scope, CountsCodec.encode(counts)));
    database.change(
        session -> {
          session.run("DELETE FROM knowledge");
          for (var scope : encoded.entrySet()) {
            session.run(
                "INSERT INTO knowledge (topic, subject, payload) VALUES (?, ?, ?)",
                scope.getKey().topic(),
                scope.getKey().subject(),
                scope.getValue());
          }
          session.run("DELETE FROM observation WHERE number <= ?", upTo);
          Properties.put(session, UP_TO, Long.toString(upTo));
        });
  }

  @Override
  public void forget(Knowledge.Scope scope) {
    database.change(
        session -> {
          session.run(
              "DELETE FROM knowledge WHERE topic = ? AND subject = ?",
              scope.topic(),
              scope.subject());
          for (long number : session.list("SELECT number FROM observation", r -> r.getLong(1))) {
            forget(session, number, scope);
          }
        });
  }

  private static void forget(Session session, long number, Knowledge.Scope scope)
      throws SQLException {
    List<Sighting> seen =
        session
            .first(
                "SELECT payload FROM observation WHERE number = ?",
                row -> CountsCodec.decodeObservation(row.getBytes(1)),
                number)
            .map(Observation::sightings)
            .orElse(List.of());
    List<Sighting> left = seen.stream().filter(s -> !s.scope().equals(scope)).toList();
    if (left.size() < seen.size()) {
      session.run(
          "UPDATE observation SET payload = ? WHERE number = ?",
          CountsCodec.encode(new Observation(left)),
          number);
    }
  }
}
