package org.tagwire.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;
import org.tagwire.model.Totals;
import org.tagwire.model.WatchedName;
import org.tagwire.query.HashtagPages.HashtagPage;
import org.tagwire.store.WatchStore;
import org.tagwire.store.WatchStore.Days;
import org.tagwire.store.WatchStore.Progress;
import org.tagwire.store.WatchStore.Tally;

/**
 * The owner's watched names: how often each is said, the newest articles of all, and the page of
 * one that nobody has said yet. For anybody else there is nothing here. Safe for use by many
 * threads.
 */
public final class WatchPages {
  private static final Duration WEEK = Duration.ofDays(7);

  /** What is said most today comes first. */
  private static final Comparator<Tally> ORDER =
      Comparator.comparingInt(Tally::today)
          .thenComparingInt(Tally::week)
          .reversed()
          .thenComparing(t -> t.name().key());

  private final WatchStore watch;

  public WatchPages(WatchStore watch) {
    this.watch = watch;
  }

  /**
   * Returns all names with their numbers; empty for anybody but the owner.
   *
   * @param zone in which today begins
   */
  public Optional<Overview> overview(Audience audience, Instant now, ZoneId zone) {
    if (audience != Audience.OWNER) {
      return Optional.empty();
    }
    Instant today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    Days days = new Days(today, now.minus(WEEK), now.minus(WEEK.multipliedBy(2)));
    List<Tally> names = watch.tally(days).stream().sorted(ORDER).toList();
    Progress progress = watch.progress();
    return Optional.of(new Overview(names, progress.looked(), progress.done()));
  }

  /** Returns the newest articles in which a name was found; nothing for anybody but the owner. */
  public ListPage latest(ListView view) {
    if (view.audience() != Audience.OWNER) {
      return new ListPage(List.of(), null);
    }
    Page page = watch.latest(Optional.ofNullable(view.place().cursor()), view.size());
    return new ListPage(
        page.listings(), page.findNext().map(cursor -> new ListPlace(true, cursor)).orElse(null));
  }

  /**
   * Returns the page of a watched name that no article has said yet, for which there is no page of
   * a hashtag; empty for a name that is not watched, and for anybody but the owner.
   */
  public Optional<HashtagPage> awaited(String spelling, ListView view) {
    return view.audience() == Audience.OWNER
        ? TagKey.parse(spelling).flatMap(watch::find).map(WatchPages::empty)
        : Optional.empty();
  }

  private static HashtagPage empty(WatchedName name) {
    String form = HashtagGrammar.form(name.name()).orElse(name.key().value());
    return new HashtagPage(
        new Hashtag(name.key(), form, name.name(), name.presumedKind(), Instant.EPOCH),
        Totals.NONE,
        Totals.NONE,
        false,
        new ListPage(List.of(), null),
        Totals.NONE);
  }

  /**
   * All watched names.
   *
   * @param names with their numbers, the most said first
   * @param looked at how many articles one has looked on the way back
   * @param done whether all have been looked at for these names
   */
  public record Overview(List<Tally> names, long looked, boolean done) {
    public Overview {
      names = List.copyOf(names);
    }
  }
}
