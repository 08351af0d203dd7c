package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tagwire.model.Audience;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;

/**
 * Looks for the tags that somebody who has begun to type may mean.
 *
 * <p>Of the first {@link #REACH} names that begin so, {@link #ASKED} are asked for their latest
 * articles: whoever has more of them, or the same number sooner, stands first. The work is bounded
 * whatever the number of tags.
 */
final class Beginnings {
  private static final int REACH = 120;
  private static final int SHORT_FORMS = 12;
  private static final int ASKED = 40;
  private static final int LATEST = 20;

  private final Session session;
  private final Audience audience;
  private final TagRules rules;

  Beginnings(Session session, Audience audience, TagRules rules) {
    this.session = session;
    this.audience = audience;
    this.rules = rules;
  }

  /** How many of the latest articles a tag has, and when the last of them appeared. */
  private record Covered(TagKey key, int articles, long sort) {}

  List<TagKey> of(String typed, int limit) throws SQLException {
    Set<TagKey> keys = new LinkedHashSet<>();
    for (String key : NameWords.shortForms(session, typed, SHORT_FORMS)) {
      keys.add(rules.resolve(new TagKey(key)));
    }
    for (String key : NameWords.find(session, NameWords.HASHTAG, typed, REACH)) {
      keys.add(rules.resolve(new TagKey(key)));
    }
    List<Covered> covered = new ArrayList<>();
    for (TagKey key : keys.stream().limit(ASKED).toList()) {
      Covered found = latest(key);
      if (found.articles() > 0) {
        covered.add(found);
      }
    }
    return covered.stream()
        .sorted(
            Comparator.comparingInt(Covered::articles)
                .thenComparingLong(Covered::sort)
                .reversed()
                .thenComparing(Covered::key))
        .limit(limit)
        .map(Covered::key)
        .toList();
  }

  private Covered latest(TagKey key) throws SQLException {
    List<Long> times =
        session.list(
            "SELECT g.sort FROM article_tag g JOIN article a ON a.number = g.article"
                + " WHERE g.tag = ? AND a.state = 1"
                + Lists.audience(audience)
                + " ORDER BY g.sort DESC LIMIT "
                + LATEST,
            row -> row.getLong(1),
            key.value());
    return new Covered(key, times.size(), times.isEmpty() ? 0 : times.getLast());
  }
}
