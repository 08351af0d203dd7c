package org.tagwire.newsstand.press;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Schedule;
import org.tagwire.newsstand.newsroom.Wording;

/**
 * An account as it stands at one instant.
 *
 * @param account the account
 * @param published when it appeared
 * @param changed when it was last changed, corrected or withdrawn
 * @param wording its present title and text
 * @param withdrawn whether it was taken away
 */
record Article(
    Account account, Instant published, Instant changed, Wording wording, boolean withdrawn) {

  /** Newest first; slugs decide between equal times, so that the order never depends on files. */
  static final Comparator<Article> NEWEST_FIRST =
      Comparator.comparing(Article::published)
          .reversed()
          .thenComparing(article -> article.account().slug());

  /** The article at an instant, or empty when it has not appeared yet. */
  static Optional<Article> at(Account account, Instant start, Instant now) {
    Schedule schedule = account.schedule();
    Instant published = schedule.at().on(start);
    if (published.isAfter(now)) {
      return Optional.empty();
    }
    Instant changed = published;
    Wording wording = account.wording();
    if (schedule.correction() != null) {
      Instant corrected = start.plus(schedule.correction().after());
      if (!corrected.isAfter(now)) {
        changed = corrected;
        wording = wording.corrected(schedule.correction());
      }
    }
    boolean withdrawn = false;
    if (schedule.withdrawn() != null) {
      Instant end = start.plus(schedule.withdrawn());
      withdrawn = !end.isAfter(now);
      changed = withdrawn ? end : changed;
    }
    return Optional.of(new Article(account, published, changed, wording, withdrawn));
  }

  boolean corrected() {
    return changed.isAfter(published);
  }

  /** The first paragraph, cut at a word when it is long, as summaries of feeds are. */
  String summary() {
    String lead = wording.lead();
    if (lead.length() <= 300) {
      return lead;
    }
    int cut = lead.lastIndexOf(' ', 280);
    int end = cut > 0 ? cut : lead.offsetByCodePoints(0, 200);
    return lead.substring(0, end) + "…";
  }
}
