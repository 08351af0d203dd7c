package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import org.tagwire.model.Domain;
import org.tagwire.model.Publisher;

/** What is known of publishers: the better of what is there and what comes in. */
final class Publishers {
  private Publishers() {}

  static Optional<Publisher> find(Session session, Domain domain) throws SQLException {
    return session.first(
        "SELECT name, home_page, country, language FROM publisher WHERE domain = ?",
        row ->
            new Publisher(
                domain,
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Codec.language(row.getString(4))),
        domain.name());
  }

  /**
   * A bare domain, an absent page and an undetermined language give way; what is known stays until
   * something replaces it.
   */
  static void learn(Session session, Publisher publisher) throws SQLException {
    session.run(
        """
        INSERT INTO publisher (domain, name, home_page, country, language) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (domain) DO UPDATE SET
          name = CASE WHEN excluded.name = excluded.domain THEN publisher.name ELSE excluded.name END,
          home_page = coalesce(excluded.home_page, publisher.home_page),
          country = coalesce(excluded.country, publisher.country),
          language = CASE WHEN excluded.language = 'und' THEN publisher.language
                          ELSE excluded.language END\
        """,
        publisher.domain().name(),
        publisher.name(),
        publisher.homePage(),
        publisher.country(),
        publisher.language().code());
    NameWords.note(
        session, NameWords.PUBLISHER, publisher.domain().name(), publisher.domain().name());
    NameWords.note(session, NameWords.PUBLISHER, publisher.domain().name(), publisher.name());
  }
}
