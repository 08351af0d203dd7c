package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.store.ArticleStore.Merged;
import org.tagwire.store.ArticleStore.Regrouped;

/** Puts placed articles into other stories: one transaction's work. */
final class Regrouping {
  private final Session session;
  private long lastChange;

  private Regrouping(Session session) throws SQLException {
    this.session = session;
    this.lastChange = Rows.lastChange(session);
  }

  static void store(Database database, List<Regrouped> articles, List<Merged> stories) {
    database.changeWatched(
        session -> {
          Regrouping regrouping = new Regrouping(session);
          for (Regrouped article : articles) {
            if (article.story().founder().equals(article.article())) {
              regrouping.found(article);
            }
          }
          for (Merged story : stories) {
            regrouping.merge(story.gone().founder(), story.kept().founder());
          }
          for (Regrouped article : articles) {
            if (!article.story().founder().equals(article.article())) {
              regrouping.move(article);
            }
          }
        });
  }

  private void found(Regrouped founder) throws SQLException {
    session.run("DELETE FROM story_alias WHERE id = ?", founder.article().bytes());
    Optional<Rows.Row> row = placed(founder.article());
    if (row.isPresent() && row.get().story() != null) {
      session.run(
          "UPDATE article SET story = NULL, change = ? WHERE number = ?",
          ++lastChange,
          row.get().number());
      explain(row.get(), founder);
    }
  }

  private void merge(ArticleId gone, ArticleId kept) throws SQLException {
    session.run("DELETE FROM story_alias WHERE id = ?", kept.bytes());
    lastChange = Stories.merge(session, gone, kept, lastChange);
  }

  private void move(Regrouped article) throws SQLException {
    Optional<Rows.Row> row = placed(article.article());
    ArticleId founder = Stories.resolve(session, article.story().founder());
    if (row.isPresent() && !founder.equals(row.get().id()) && !founder.equals(row.get().story())) {
      session.run(
          "UPDATE article SET story = ?, change = ? WHERE number = ?",
          founder.bytes(),
          ++lastChange,
          row.get().number());
      explain(row.get(), article);
    }
  }

  /** A copy stays explained by the text it is a copy of. */
  private void explain(Rows.Row row, Regrouped article) throws SQLException {
    session.run(
        "UPDATE article SET reason = ? WHERE number = ? AND copy_of IS NULL",
        article.reason(),
        row.number());
  }

  private Optional<Rows.Row> placed(ArticleId id) throws SQLException {
    return Rows.find(session, id).filter(row -> row.state() == Rows.PLACED);
  }
}
