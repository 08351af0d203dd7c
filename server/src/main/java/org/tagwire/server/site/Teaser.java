package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;

/**
 * A story among others, as front page and lists show it.
 *
 * @param lead the account that stands for it
 * @param others other accounts
 * @param story the story's page, when there is more than one account
 */
public record Teaser(CardView lead, List<CardView> others, @Nullable String story) {
  public Teaser {
    others = List.copyOf(others);
  }

  /** Makes one of all accounts, the first of which leads, showing so many others at most. */
  static Teaser of(List<CardView> accounts, int others, String story) {
    return new Teaser(
        accounts.getFirst(),
        accounts.stream().skip(1).limit(others).toList(),
        accounts.size() > 1 ? story : null);
  }
}
