package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagRules;
import org.tagwire.store.RuleStore;

/** The owner's rules in SQLite; what they come to is kept in memory, since every read asks. */
final class SqliteRules implements RuleStore {
  private static final String GIVEN =
      "SELECT number, payload, since, undone, settled FROM tag_rule ";

  private final Database database;

  /** Replaced as a whole, never changed. */
  private volatile TagRules rules;

  SqliteRules(Database database) {
    this.database = database;
    this.rules = database.read(SqliteRules::rules);
  }

  @Override
  public TagRules now() {
    return rules;
  }

  @Override
  public synchronized long put(TagRule rule, Instant since) {
    return change(session -> insert(session, rule, since, null));
  }

  @Override
  public synchronized boolean undo(long number, Instant now) {
    return change(
        session ->
            session.run(
                    "UPDATE tag_rule SET undone = ?, settled = 0"
                        + " WHERE number = ? AND undone IS NULL",
                    Times.millis(now),
                    number)
                > 0);
  }

  @Override
  public Optional<Given> find(long number) {
    return database.read(
        session -> session.first(GIVEN + "WHERE number = ?", SqliteRules::given, number));
  }

  @Override
  public List<Given> list() {
    return database.read(SqliteRules::list);
  }

  @Override
  public synchronized void settle(Given rule) {
    Long undone = rule.findUndone().map(Times::millis).orElse(null);
    change(
        session ->
            session.run(
                "UPDATE tag_rule SET settled = 1 WHERE number = ? AND undone IS ?",
                rule.number(),
                undone));
  }

  @Override
  public synchronized void adopt(List<Given> others) {
    change(
        session -> {
          List<Given> own = new ArrayList<>(list(session));
          for (Given other : others) {
            Optional<Given> same = own.stream().filter(given -> isSame(given, other)).findFirst();
            if (same.isPresent()) {
              adoptUndone(session, same.get(), other);
              own.remove(same.get());
            } else {
              insert(
                  session,
                  other.rule(),
                  other.since(),
                  other.findUndone().map(Times::millis).orElse(null));
            }
          }
          return others.size();
        });
  }

  private static boolean isSame(Given one, Given other) {
    return one.rule().equals(other.rule()) && one.since().equals(other.since());
  }

  private static void adoptUndone(Session session, Given own, Given other) throws SQLException {
    if (own.holds() && !other.holds()) {
      session.run(
          "UPDATE tag_rule SET undone = ?, settled = 0 WHERE number = ?",
          other.findUndone().map(Times::millis).orElse(null),
          own.number());
    }
  }

  private <T> T change(Database.Work<T> work) {
    record Changed<T>(T result, TagRules rules) {}
    Changed<T> changed =
        database.write(session -> new Changed<>(work.apply(session), rules(session)));
    rules = changed.rules();
    return changed.result();
  }

  private static long insert(
      Session session, TagRule rule, Instant since, @org.jspecify.annotations.Nullable Long undone)
      throws SQLException {
    long number = 1 + session.number("SELECT max(number) FROM tag_rule");
    session.run(
        "INSERT INTO tag_rule (number, payload, since, undone, settled) VALUES (?, ?, ?, ?, 0)",
        number,
        RuleCodec.encode(rule),
        Times.millis(since),
        undone);
    switch (rule) {
      case TagRule.Merge merge -> makeKnown(session, merge.tag(), merge.into(), merge.name());
      case TagRule.Split split -> makeKnown(session, split.tag(), split.into(), split.name());
      case TagRule.Rename rename -> makeKnown(session, rename.tag(), rename.into(), rename.name());
      case TagRule.NotAbout not -> {
        // It makes no tag.
      }
    }
    return number;
  }

  private static void makeKnown(Session session, TagKey like, TagKey tag, String name)
      throws SQLException {
    session.run(
        "INSERT INTO hashtag (key, form, name, name_lead, kind, kind_lead, since)"
            + " SELECT ?, ?, ?, 1, kind, 1, since FROM hashtag WHERE key = ?"
            + " ON CONFLICT (key) DO NOTHING",
        tag.value(),
        HashtagGrammar.form(name)
            .filter(form -> TagKey.parse(form).equals(Optional.of(tag)))
            .orElse(tag.value()),
        name,
        like.value());
  }

  private static List<Given> list(Session session) throws SQLException {
    return session.list(GIVEN + "ORDER BY number", SqliteRules::given);
  }

  private static TagRules rules(Session session) throws SQLException {
    return TagRules.of(
        list(session).stream()
            .filter(given -> given.holds() || !given.settled())
            .map(given -> new TagRules.Standing(given.rule(), given.holds(), given.settled()))
            .toList());
  }

  private static Given given(ResultSet row) throws SQLException {
    Long undone = Rows.longOrNull(row, 4);
    return new Given(
        row.getLong(1),
        RuleCodec.decode(row.getBytes(2)),
        Times.instant(row.getLong(3)),
        undone == null ? null : Times.instant(undone),
        row.getBoolean(5));
  }
}
