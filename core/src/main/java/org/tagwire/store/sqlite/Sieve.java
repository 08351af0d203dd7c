package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Condition;
import org.tagwire.model.TagKey;

/**
 * Tells whether an article is as a condition wants it, leaf by leaf.
 *
 * <p>A condition is not made into SQL: every shape of it would be another prepared statement, and
 * readers make the shapes. Each leaf asks one of a handful of statements instead, and columns and
 * headline are read once. Words cannot be asked of SQLite with Unicode's case rules; they are
 * looked for in the headline. For one article and one thread.
 */
final class Sieve {
  private final Session session;
  private final long number;
  private @Nullable Facts facts;
  private @Nullable List<String> headline;

  Sieve(Session session, long number) {
    this.session = session;
    this.number = number;
  }

  /** What the columns of an article say. */
  private record Facts(ArticleId id, String carrier, int category, String language, long sort) {
    static Facts read(ResultSet row) throws SQLException {
      return new Facts(
          ArticleId.of(row.getBytes(1)),
          row.getString(2),
          row.getInt(3),
          row.getString(4),
          row.getLong(5));
    }
  }

  boolean lets(Condition condition) throws SQLException {
    return switch (condition) {
      case Condition.All all -> letsAll(all.of());
      case Condition.Any any -> letsOne(any.of());
      case Condition.Not not -> !lets(not.that());
      case Condition.Word word -> says(words(word.text()), word.prefix());
      case Condition.Phrase phrase -> says(words(phrase.text()), false);
      case Condition.Tagged tagged -> isTagged(tagged);
      case Condition.By by -> facts().carrier.equals(by.publisher().name());
      case Condition.In in -> facts().category == in.category().ordinal();
      case Condition.Written written -> facts().language.equals(written.language().code());
      case Condition.Before before -> facts().sort < Times.millis(before.time());
      case Condition.From from -> facts().sort >= Times.millis(from.time());
    };
  }

  /** Splits at everything that is neither letter, mark nor digit, case aside. */
  static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private boolean letsAll(List<Condition> conditions) throws SQLException {
    for (Condition condition : conditions) {
      if (!lets(condition)) {
        return false;
      }
    }
    return true;
  }

  private boolean letsOne(List<Condition> conditions) throws SQLException {
    for (Condition condition : conditions) {
      if (lets(condition)) {
        return true;
      }
    }
    return false;
  }

  private boolean says(List<String> words, boolean prefix) throws SQLException {
    List<String> said = headline();
    for (int at = 0; !words.isEmpty() && at + words.size() <= said.size(); at++) {
      List<String> here = said.subList(at, at + words.size());
      int last = words.size() - 1;
      if (here.subList(0, last).equals(words.subList(0, last))
          && (prefix
              ? here.getLast().startsWith(words.getLast())
              : here.getLast().equals(words.getLast()))) {
        return true;
      }
    }
    return false;
  }

  private boolean isTagged(Condition.Tagged tagged) throws SQLException {
    if (tagged.except().contains(facts().id)) {
      return false;
    }
    if (isTagged(tagged.tag(), tagged.aboutOnly())) {
      return true;
    }
    for (TagKey key : tagged.leaving()) {
      if (isTagged(key, tagged.aboutOnly())) {
        return true;
      }
    }
    return false;
  }

  private boolean isTagged(TagKey key, boolean aboutOnly) throws SQLException {
    return session.exists(
        "SELECT 1 FROM article_tag WHERE tag = ? AND sort = ? AND article = ? AND about >= ?",
        key.value(),
        facts().sort,
        number,
        aboutOnly);
  }

  private Facts facts() throws SQLException {
    Facts read = facts;
    if (read == null) {
      read =
          session
              .first(
                  "SELECT id, carrier, category, language, sort FROM article WHERE number = ?",
                  Facts::read,
                  number)
              .orElseThrow();
      facts = read;
    }
    return read;
  }

  private List<String> headline() throws SQLException {
    List<String> read = headline;
    if (read == null) {
      Optional<String> found =
          session.first(
              "SELECT payload FROM card WHERE article = ?",
              row -> CardCodec.headline(row.getBytes(1)),
              number);
      read = words(found.orElse(""));
      headline = read;
    }
    return read;
  }
}
