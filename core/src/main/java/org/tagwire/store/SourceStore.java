package org.tagwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Publisher;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;

/**
 * Subscriptions, their polling schedule, and the publishers behind them. Safe for use by many
 * threads.
 */
public interface SourceStore {
  /**
   * Adds sources in one transaction, due at {@code due}; a URL that is already there keeps its
   * source and its schedule, only an empty folder is filled. Returns the ids in the order given.
   * Ten thousand take seconds.
   */
  List<SourceId> add(List<NewSource> sources, Instant due);

  Optional<Source> find(SourceId id, Audience audience);

  Optional<Source> findByUrl(String url, Audience audience);

  /** Lists all sources by number, with how they fare. */
  List<SourceStatus> list(Audience audience);

  /** Finds one source with how it fares. */
  Optional<SourceStatus> findStatus(SourceId id, Audience audience);

  /** Lists the folders in use, by name. */
  List<String> listFolders(Audience audience);

  /**
   * Lists the sources of a folder and of the folders within it ({@code News} holds {@code
   * News/Local}).
   */
  List<SourceId> listInFolder(String folder, Audience audience);

  /**
   * Claims up to {@code limit} sources that are due at {@code now} and not under a live lease,
   * earliest first. A claimed source is not claimed again before its lease ends or {@link #record}
   * or {@link ArticleStore#accept} finishes it.
   */
  List<DueSource> claimDue(Instant now, Duration lease, int limit);

  /** Claims this very source, due or not; empty when it is unknown or under a live lease. */
  Optional<DueSource> claim(SourceId id, Instant now, Duration lease);

  /**
   * Ends all leases, for a node that has just begun and is alone: whoever held them is gone, and
   * what they had claimed is due at once.
   */
  void releaseLeases();

  /**
   * Makes good that the clock was set back: if polls were recorded later than {@code now}, all
   * times of the schedule move back by the latest of them less {@code now}, so that nobody waits
   * longer than before, nobody is asked sooner, and no lease lives on. Returns by how much, zero
   * when the clock is in order.
   */
  Duration turnBack(Instant now);

  /** Stores finished polls that brought no article, in one transaction, and ends their leases. */
  void record(List<PollRecord> polls);

  /** Returns the last polls of a source, latest first, 20 at most. */
  List<PollRecord> lastPolls(SourceId id);

  /**
   * Returns what the last full answer of a source was like, as the record of its poll said; the
   * records of {@link #lastPolls} do not carry it.
   */
  Optional<SourceHealth> findHealth(SourceId id);

  /**
   * Makes the source point at the address its publisher has moved it to; nothing happens if another
   * source is there.
   */
  void adopt(SourceId id, String url);

  /**
   * Replaces title, folder, visibility and page fetching of the source by those of {@code source}.
   * Its articles follow: private when no public source announces them any more, public when their
   * text was read from this one.
   */
  void update(Source source);

  /** Pauses or resumes polling. */
  void pause(SourceId id, boolean paused, Instant now);

  /** Removes the source and its schedule; its articles stay. */
  void remove(SourceId id);

  Optional<Publisher> findPublisher(Domain domain);

  /**
   * Returns publishers in whose name a word begins as {@code typed} does, case, accents and blanks
   * aside, or whose domain does; bounded work.
   */
  List<Publisher> publishers(String typed, int limit);

  /**
   * Stores what is newly known of publishers: a name over a mere domain, a home page, a country, a
   * language.
   */
  void learn(List<Publisher> publishers);

  /**
   * Returns when the next source may be claimed: the earliest due time, or end of a lease, of any
   * that is neither paused nor gone; empty when there is none.
   */
  Optional<Instant> nextDue();
}
