package org.tagwire.query;

import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Totals;
import org.tagwire.rights.People;

/**
 * Decides which hashtags an audience may be led to: those with articles, persons only as {@code
 * rights} allows, and no name that is hidden. What an owner watches is the owner's own business.
 */
final class TagGate {
  private final Discretion discretion;

  TagGate(Lists lists) {
    this.discretion = lists.discretion();
  }

  boolean admits(Hashtag tag, Audience audience) {
    return audience == Audience.OWNER || discretion.look().admits(tag);
  }

  /** Says whether a tag's page is gone for this audience, whatever there is to show. */
  boolean hides(Hashtag tag, Audience audience) {
    return audience == Audience.PUBLIC && discretion.look().hides(tag);
  }

  static boolean admits(Hashtag tag, Totals all, Totals about, Audience audience) {
    return audience == Audience.OWNER
        || People.hasPublicPage(tag.kind(), all.origins(), about.articles());
  }
}
