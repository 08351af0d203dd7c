package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagRules;
import org.tagwire.model.Visibility;

/** How whole articles and cards are read out of their tables. */
final class Articles {
  /** Columns of a whole article, in the order of {@link #article}. */
  static final String ARTICLE =
      "SELECT a.id, a.url, a.sort, a.first_seen, a.visibility, t.payload, a.story, a.copy_of,"
          + " a.reason, a.change, a.number FROM article a JOIN article_text t ON t.article ="
          + " a.number ";

  /** Columns of a card, in the order of {@link #card}. */
  static final String CARD =
      "SELECT a.id, a.story, a.copy_of, c.payload, a.number FROM article a"
          + " JOIN card c ON c.article = a.number ";

  private Articles() {}

  static Article article(ResultSet row, TagRules rules) throws SQLException {
    Reading reading = reading(row);
    ArticleId story = Rows.idOrNull(row, 7);
    String reason = row.getString(9);
    Placement placement =
        new Placement(
            Rows.idOrNull(row, 8),
            new StoryId(story == null ? reading.id() : story),
            reason == null ? "" : reason);
    return new Article(rules.on(reading), placement, row.getLong(10));
  }

  static Reading reading(ResultSet row) throws SQLException {
    return ReadingCodec.decode(
        row.getBytes(6),
        new ReadingCodec.Row(
            ArticleId.of(row.getBytes(1)),
            row.getString(2),
            Times.instant(row.getLong(3)),
            Times.instant(row.getLong(4)),
            Visibility.values()[row.getInt(5)]));
  }

  static Card card(ResultSet row) throws SQLException {
    ArticleId id = ArticleId.of(row.getBytes(1));
    return CardCodec.decode(
        row.getBytes(4), id, group(id, Rows.idOrNull(row, 2), Rows.idOrNull(row, 3)));
  }

  private static Card.Group group(
      ArticleId id, @Nullable ArticleId story, @Nullable ArticleId copyOf) {
    return new Card.Group(new StoryId(story == null ? id : story), copyOf == null ? id : copyOf);
  }

  static Optional<Card> findCard(Session session, long number) throws SQLException {
    return session.first(CARD + "WHERE a.number = ?", Articles::card, number);
  }

  static List<SourceId> sources(Session session, long number) throws SQLException {
    return session.list(
        "SELECT DISTINCT source FROM source_item WHERE article = ? ORDER BY source",
        row -> new SourceId(row.getLong(1)),
        number);
  }
}
