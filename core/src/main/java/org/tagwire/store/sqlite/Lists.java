package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Condition;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;

/**
 * Answers lists from the tables alone: rows in order of time, each kept or passed over, until the
 * page is full.
 *
 * <p>A filter becomes one condition over {@code article a}, used twice: for the rows of the list,
 * and to ask which member of a copy group is the first that matches. What else articles must be
 * goes through a {@link Sieve}, of the {@link #REACH} newest rows that match otherwise.
 */
final class Lists {
  /** How many rows a list with a condition looks through for one page. */
  static final int REACH = 20_000;

  private static final String BY_TAG = "FROM article_tag g JOIN article a ON a.number = g.article ";
  private static final String BY_TIME = "FROM article a ";

  private final Session session;
  private final ListQuery query;
  private final String from;
  private final StringBuilder where = new StringBuilder("WHERE a.state = 1");
  private final List<Object> values = new ArrayList<>();
  private final boolean sieved;

  Lists(Session session, ListQuery query) throws SQLException {
    this.session = session;
    this.query = query;
    this.sieved = !query.filter().where().equals(Condition.ANYTHING);
    this.from = query.filter().tag() == null ? BY_TIME : BY_TAG;
    narrow(query.filter());
    where.append(audience(query.audience()));
  }

  /** A row that may be shown. */
  private record Hit(long number, ArticleId id, @Nullable ArticleId copyOf) {
    ArticleId group() {
      return copyOf == null ? id : copyOf;
    }
  }

  static String audience(Audience audience) {
    return audience == Audience.PUBLIC ? " AND a.visibility = 0 AND a.listed = 1" : "";
  }

  Page page() throws SQLException {
    String time = query.filter().tag() == null ? "a.sort" : "g.sort";
    List<Object> parameters = new ArrayList<>(values);
    String place = "";
    Cursor after = query.after();
    if (after != null) {
      place = " AND " + time + " <= ? AND (" + time + " < ? OR a.id < ?)";
      long order = Times.millis(after.order());
      parameters.addAll(List.of(order, order, after.id().bytes()));
    }
    List<Page.Listing> listings = new ArrayList<>();
    int[] looked = {0};
    long[] last = {0};
    session.each(
        "SELECT a.number, a.id, a.copy_of "
            + from
            + where
            + place
            + " ORDER BY "
            + time
            + " DESC, a.id DESC",
        row -> {
          Hit hit = hit(row);
          // Under two keys that are one tag an article stands twice, one row after the other.
          if (hit.number() != last[0]) {
            consider(hit, listings);
          }
          last[0] = hit.number();
          return listings.size() <= query.size() && (!sieved || ++looked[0] < REACH);
        },
        parameters.toArray());
    boolean more = listings.size() > query.size();
    List<Page.Listing> shown = more ? listings.subList(0, query.size()) : listings;
    return new Page(shown, more ? Cursor.after(shown.getLast().card()) : null);
  }

  private void consider(Hit hit, List<Page.Listing> listings) throws SQLException {
    if (!matches(hit) || (query.folded() && hit.copyOf() != null && !isFirst(hit))) {
      return;
    }
    Optional<Card> card = Articles.findCard(session, hit.number());
    if (card.isPresent()) {
      listings.add(new Page.Listing(card.get(), outlets(hit)));
    }
  }

  /** Whether no earlier member of its copy group matches: the group's first, then by time. */
  private boolean isFirst(Hit hit) throws SQLException {
    List<Object> parameters = new ArrayList<>(values);
    byte[] group = hit.group().bytes();
    parameters.addAll(List.of(group, group, group));
    List<Hit> members =
        session.list(
            "SELECT a.number, a.id, a.copy_of "
                + from
                + where
                + " AND (a.id = ? OR a.copy_of = ?)"
                + " ORDER BY CASE WHEN a.id = ? THEN 0 ELSE 1 END, a.sort, a.id",
            Lists::hit,
            parameters.toArray());
    for (Hit member : members) {
      if (matches(member)) {
        return member.number() == hit.number();
      }
    }
    return false;
  }

  private int outlets(Hit hit) throws SQLException {
    byte[] group = hit.group().bytes();
    return (int)
        session.number(
            "SELECT (SELECT count(*) FROM article a WHERE a.id = ? AND a.state = 1"
                + audience(query.audience())
                + ") + (SELECT count(*) FROM article a WHERE a.copy_of = ? AND a.state = 1"
                + audience(query.audience())
                + ")",
            group,
            group);
  }

  private boolean matches(Hit hit) throws SQLException {
    return !sieved || new Sieve(session, hit.number()).lets(query.filter().where());
  }

  private void narrow(Filter filter) throws SQLException {
    if (filter.tag() != null) {
      tagged(filter.tag(), filter.leaving());
    }
    if (filter.tag() != null && filter.aboutOnly()) {
      where.append(" AND g.about = 1");
    }
    if (filter.publisher() != null) {
      and("a.carrier = ?", filter.publisher().name());
    }
    if (filter.category() != null) {
      and("a.category = ?", filter.category().ordinal());
    }
    if (filter.story() != null) {
      byte[] founder = Stories.resolve(session, filter.story().founder()).bytes();
      and("(a.story = ? OR (a.id = ? AND a.story IS NULL))", founder);
      values.add(founder);
    }
    if (filter.language() != null) {
      and("a.language = ?", filter.language().code());
    }
    if (filter.exceptLanguage() != null) {
      and("a.language <> ?", filter.exceptLanguage().code());
    }
    if (!filter.sources().isEmpty()) {
      where.append(
          filter.sources().stream()
              .map(source -> Long.toString(source.value()))
              .collect(
                  Collectors.joining(
                      ", ",
                      " AND a.number IN (SELECT article FROM source_item WHERE source IN (",
                      "))")));
    }
  }

  private void tagged(TagKey tag, Set<TagKey> leaving) {
    where.append(" AND g.tag IN (?").append(", ?".repeat(leaving.size())).append(')');
    values.add(tag.value());
    leaving.forEach(key -> values.add(key.value()));
  }

  private void and(String condition, Object value) {
    where.append(" AND ").append(condition);
    values.add(value);
  }

  private static Hit hit(ResultSet row) throws SQLException {
    return new Hit(row.getLong(1), ArticleId.of(row.getBytes(2)), Rows.idOrNull(row, 3));
  }
}
