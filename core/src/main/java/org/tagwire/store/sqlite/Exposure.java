package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;

/**
 * Lets articles follow when their source is made private or public.
 *
 * <p>An article becomes private when no public source announces it any more, and public only when
 * its text was read from the source that was opened: what another private source said stays
 * private.
 */
final class Exposure {
  private static final String TO_HIDE =
      "SELECT DISTINCT a.number FROM source_item i JOIN article a ON a.number = i.article"
          + " WHERE i.source = ? AND a.visibility <> ? AND NOT EXISTS (SELECT 1 FROM source_item o"
          + " JOIN source s ON s.id = o.source WHERE o.article = a.number AND s.visibility = 0)";

  private static final String TO_SHOW =
      "SELECT DISTINCT a.number FROM source_item i JOIN article a ON a.number = i.article"
          + " WHERE i.source = ? AND a.visibility <> ? AND a.source = i.source";

  private Exposure() {}

  static void follow(Session session, Source source) throws SQLException {
    boolean show = source.visibility() == Visibility.PUBLIC;
    int visibility = source.visibility().ordinal();
    List<Long> numbers =
        session.list(
            show ? TO_SHOW : TO_HIDE, row -> row.getLong(1), source.id().value(), visibility);
    long change = Rows.lastChange(session);
    for (long number : numbers) {
      Rows.Row row = Rows.find(session, number).orElseThrow();
      session.run("UPDATE article SET visibility = ? WHERE number = ?", visibility, number);
      if (row.state() == Rows.PLACED) {
        session.run("UPDATE article SET change = ? WHERE number = ?", ++change, number);
      }
    }
  }
}
