package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Visibility;

/** The narrow row of an article, as accepting, placing and withdrawing see it. */
final class Rows {
  static final int PENDING = 0;
  static final int PLACED = 1;
  static final int WITHDRAWN = 2;
  static final int REDIRECTED = 3;
  static final int DROPPED = 4;

  /** Columns of a row, in the order of {@link #read}, up to the condition. */
  static final String COLUMNS =
      "SELECT number, id, state, visibility, sort, stamp, story, copy_of FROM article WHERE ";

  private Rows() {}

  /**
   * A row.
   *
   * @param number its number in the tables
   * @param id its lasting address
   * @param state one of the constants of {@link Rows}
   * @param visibility who may see it
   * @param sort its sort time in milliseconds
   * @param stamp which reading waits to be placed, if one does
   * @param story the founder of its story, absent for itself
   * @param copyOf the first of its copy group, absent for itself
   */
  record Row(
      long number,
      ArticleId id,
      int state,
      Visibility visibility,
      long sort,
      @Nullable Long stamp,
      @Nullable ArticleId story,
      @Nullable ArticleId copyOf) {

    /** Whether nothing of it is left but the row. */
    boolean isGone() {
      return state == WITHDRAWN || state == DROPPED;
    }
  }

  static Optional<Row> find(Session session, ArticleId id) throws SQLException {
    return session.first(COLUMNS + "id = ?", Rows::read, id.bytes());
  }

  static Optional<Row> find(Session session, long number) throws SQLException {
    return session.first(COLUMNS + "number = ?", Rows::read, number);
  }

  /**
   * Finds the article to which a URL belongs: the one whose id was minted from it, or one that it
   * was noted for.
   */
  static Optional<Row> findByUrl(Session session, String url) throws SQLException {
    ArticleId minted = ArticleId.mint(url);
    Optional<Row> own = find(session, minted);
    return own.isPresent()
        ? own
        : session.first(
            COLUMNS + "number = (SELECT article FROM url_alias WHERE hash = ?)",
            Rows::read,
            minted.bytes());
  }

  /** Follows redirects to the article that stands for {@code row} now. */
  static Row settle(Session session, Row row) throws SQLException {
    Row now = row;
    while (now.state() == REDIRECTED) {
      ArticleId from = now.id();
      ArticleId to =
          target(session, from)
              .orElseThrow(() -> new IllegalStateException(from + " is redirected to nothing"));
      now =
          find(session, to)
              .orElseThrow(() -> new IllegalStateException(from + " is redirected to no article"));
    }
    return now;
  }

  static Optional<ArticleId> target(Session session, ArticleId id) throws SQLException {
    return session.first(
        "SELECT target FROM article_alias WHERE id = ?",
        row -> ArticleId.of(row.getBytes(1)),
        id.bytes());
  }

  /**
   * Returns the last change number given, 0 for none. Numbers are given under the writer's lock
   * only.
   */
  static long lastChange(Session session) throws SQLException {
    return session.number(
        "SELECT change FROM article WHERE change IS NOT NULL ORDER BY change DESC LIMIT 1");
  }

  static @Nullable ArticleId idOrNull(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : ArticleId.of(bytes);
  }

  static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        ArticleId.of(row.getBytes(2)),
        row.getInt(3),
        Visibility.values()[row.getInt(4)],
        row.getLong(5),
        longOrNull(row, 6),
        idOrNull(row, 7),
        idOrNull(row, 8));
  }
}
