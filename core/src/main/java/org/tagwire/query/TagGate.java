package org.tagwire.query;

import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKind;
import org.tagwire.model.Totals;
import org.tagwire.rights.People;

/**
 * Decides which hashtags an audience may be led to: those with articles, and persons only as {@code
 * rights} allows.
 */
final class TagGate {
  private final Lists lists;

  TagGate(Lists lists) {
    this.lists = lists;
  }

  boolean admits(Hashtag tag, Audience audience) {
    if (audience == Audience.OWNER) {
      return true;
    }
    Filter filter = Filter.tag(tag.key());
    Totals all = lists.totals(filter, audience);
    return all.articles() > 0
        && (tag.kind() != TagKind.PERSON
            || admits(tag, all, lists.totals(filter.about(), audience), audience));
  }

  static boolean admits(Hashtag tag, Totals all, Totals about, Audience audience) {
    return audience == Audience.OWNER
        || People.hasPublicPage(tag.kind(), all.origins(), about.articles());
  }
}
