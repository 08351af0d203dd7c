package org.tagwire.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.ArticleReader.Issue;
import org.tagwire.ingest.HouseRules.FeedTerms;
import org.tagwire.model.Audience;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Raw;
import org.tagwire.model.Source;
import org.tagwire.store.QuarantineStore.Entry;
import org.tagwire.store.Store;

/**
 * Tries again what is in quarantine, from what was received then: the item may have left its feed
 * long since. Safe beside polling.
 */
public final class Retrial {
  private final Store store;
  private final Ingest ingest;
  private final Announcements announcements;
  private final ArticleReader reader;
  private final Quarantine quarantine;
  private final InstantSource clock;

  public Retrial(
      Store store,
      Ingest ingest,
      Announcements announcements,
      ArticleReader reader,
      Quarantine quarantine,
      InstantSource clock) {
    this.store = store;
    this.ingest = ingest;
    this.announcements = announcements;
    this.reader = reader;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Outcome {
    /** It has been read. */
    READ,
    /** It broke again and stays where it is. */
    BROKEN,
    /** A reading waits to be placed again, or the source is asked for the item at once. */
    WAITS
  }

  /** Tries one entry again. */
  public Outcome retry(Entry entry) {
    Optional<Source> source = store.sources().find(entry.last().source(), Audience.OWNER);
    Optional<Raw> raw = store.quarantine().findRaw(entry.number());
    if (entry.last().article() != null || source.isEmpty() || raw.isEmpty()) {
      store.quarantine().release(entry.number(), clock.instant());
      return Outcome.WAITS;
    }
    return read(entry, source.get(), raw.get().item());
  }

  private Outcome read(Entry entry, Source source, FeedItem item) {
    Instant now = clock.instant();
    List<Fresh> fresh = announcements.fresh(source, List.of(item), now);
    if (fresh.isEmpty()) {
      store.quarantine().remove(entry.number());
      return Outcome.READ;
    }
    ParsedFeed alone =
        new ParsedFeed(
            ParsedFeed.Format.RSS,
            ParsedFeed.Head.UNSAID,
            ParsedFeed.Pace.ANY,
            List.of(item),
            List.of());
    Fresh one = fresh.getFirst();
    Issue issue = new Issue(source, alone, FeedTerms.NONE, now);
    Optional<ArticleReader.Read> again =
        quarantine.round(source).read(one, evidence -> reader.read(issue, one, evidence));
    again.ifPresent(read -> ingest.accept(List.of(read.accepted()), Optional.empty()));
    return again.isPresent() ? Outcome.READ : Outcome.BROKEN;
  }
}
