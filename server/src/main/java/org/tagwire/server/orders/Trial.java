package org.tagwire.server.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.Audience;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagRules;
import org.tagwire.server.works.Works;

/**
 * What a rule about hashtags would change, found without taking it down.
 *
 * @param articles how many articles would have other tags
 * @param whole false when there were more to look at than were
 */
public record Trial(int articles, boolean whole) {
  private static final int BATCH = 200;
  private static final int MOST = 2_000;

  /** Tries a rule on the newest articles of its tag. */
  public static Trial of(Works works, TagRule rule) {
    TagRules alone = TagRules.of(List.of(new TagRules.Standing(rule, true, true)));
    int changed = 0;
    int looked = 0;
    @Nullable Cursor after = null;
    do {
      Page page =
          works
              .store()
              .articles()
              .list(new ListQuery(Filter.tag(rule.tag()), Audience.OWNER, after, BATCH, false));
      List<Article> articles =
          works
              .store()
              .articles()
              .findAll(
                  page.listings().stream().map(listing -> listing.card().id()).toList(),
                  Audience.OWNER);
      changed += (int) articles.stream().filter(article -> differs(article, alone)).count();
      looked += articles.size();
      after = page.next();
    } while (after != null && looked < MOST);
    return new Trial(changed, after == null);
  }

  private static boolean differs(Article article, TagRules rule) {
    return !rule.on(article.reading()).equals(article.reading());
  }
}
