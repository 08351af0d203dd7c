package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.feed.DeletedEntries;
import org.tagwire.feed.ParseResult.NotAFeed;
import org.tagwire.feed.ParseResult.Parsed;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.NotModified;
import org.tagwire.fetch.Fetcher;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.ArticleReader.Issue;
import org.tagwire.ingest.HouseRules.FeedTerms;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Failpoints.Point;
import org.tagwire.model.Reading;
import org.tagwire.model.Shard;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth.PageState;
import org.tagwire.polling.Brought;
import org.tagwire.polling.Schedule;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.ArticleStore.Merged;
import org.tagwire.store.ArticleStore.Regrouped;
import org.tagwire.store.ArticleStore.StoryLink;
import org.tagwire.store.DueSource;
import org.tagwire.store.Placed;
import org.tagwire.store.PollRecord;
import org.tagwire.story.Outcome;

/**
 * The journey of an article, from a source that is due to a page that readers see. Read this file
 * first.
 *
 * <p>{@link #read} is steps 2 to 5: fetch, parse, page, understand; it ends in readings that are
 * durable. {@link #place} is steps 6 and 7: find the place of each reading among the others and
 * store it there, in one transaction. Step 1 is {@link Poller}, step 8 {@link Indexer}; step 9 is
 * the package {@code query}.
 *
 * <p>A star, not a chain: each stage is called from here or from {@link ArticleReader} and hands
 * its result back. Safe for use by many threads, but each shard is placed by one thread at a time.
 */
public final class Ingest {
  /** The greatest number of articles in one transaction. */
  static final int BATCH = 50;

  /** A host that answers slowly keeps nobody waiting for what it has answered already. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Fetcher fetcher;
  private final Exposure exposure;
  private final Documents documents;
  private final Announcements announcements;
  private final ArticleReader reader;
  private final Schedule schedule;
  private final ArticleStore articles;
  private final Desks desks;
  private final Quarantine quarantine;
  private final Withdrawals withdrawals;
  private final Surroundings around;

  /**
   * What lies around the journey.
   *
   * @param clock the only clock there is
   * @param failpoints where tests end the process
   * @param keepsRaw whether anything that was received is kept
   * @param accepted told when readings wait to be placed
   * @param placed told when articles have been placed
   * @param watch told what each feed says of itself
   */
  public record Surroundings(
      InstantSource clock,
      Failpoints failpoints,
      boolean keepsRaw,
      Runnable accepted,
      Runnable placed,
      FeedWatch watch) {}

  /** Hears what a feed says of itself, whenever one has been read. */
  @FunctionalInterface
  public interface FeedWatch {
    void read(Source source, Fetched fetched, ParsedFeed.Head head);
  }

  public Ingest(
      Fetcher fetcher,
      Exposure exposure,
      Documents documents,
      Announcements announcements,
      ArticleReader reader,
      Schedule schedule,
      ArticleStore articles,
      Desks desks,
      Quarantine quarantine,
      Surroundings around) {
    this.fetcher = fetcher;
    this.exposure = exposure;
    this.documents = documents;
    this.announcements = announcements;
    this.reader = reader;
    this.schedule = schedule;
    this.articles = articles;
    this.desks = desks;
    this.quarantine = quarantine;
    this.withdrawals = new Withdrawals(articles, announcements, reader);
    this.around = around;
  }

  /**
   * Reads a source that is due. What it brought is durable when this returns; the record of a poll
   * that brought nothing is returned, to be stored together with others.
   */
  public Optional<PollRecord> read(DueSource due) {
    Instant begun = around.clock().instant();
    around.failpoints().reach(Point.FETCH_START);
    FetchResult answer =
        fetcher.fetch(FetchRequest.feed(schedule.address(due), schedule.validators(due)));
    if (!(answer instanceof Fetched fetched)) {
      if (answer instanceof NotModified && withdrawals.followUnchanged(due.source(), begun)) {
        around.placed().run();
      }
      return Optional.of(schedule.answered(due, begun, answer));
    }
    around.failpoints().reach(Point.BODY_READ);
    if (withdrawals.retract(due.source(), DeletedEntries.of(fetched.body()), begun)) {
      around.placed().run();
    }
    return switch (documents.parse(due.source(), fetched)) {
      case Parsed(ParsedFeed feed) -> read(due, begun, fetched, feed);
      case NotAFeed refused -> Optional.of(schedule.unreadable(due, begun, fetched, refused));
    };
  }

  private Optional<PollRecord> read(
      DueSource due, Instant begun, Fetched fetched, ParsedFeed feed) {
    around.failpoints().reach(Point.PARSED);
    List<Fresh> fresh = announcements.fresh(due.source(), feed.items(), begun);
    Source source = fresh.isEmpty() ? due.source() : exposure.judge(due.source());
    around.watch().read(source, fetched, feed.head());
    FeedTerms terms = fresh.isEmpty() ? FeedTerms.NONE : reader.terms(fetched);
    Issue issue = new Issue(source, feed, terms, begun);
    Quarantine.Round round = quarantine.round(due.source());
    Intake intake = new Intake(begun);
    for (Fresh item : round.admit(fresh)) {
      round.read(item, evidence -> reader.read(issue, item, evidence)).ifPresent(intake::take);
    }
    if (fresh.size() < feed.items().size()
        && withdrawals.follow(due.source(), feed.items(), begun)) {
      around.placed().run();
    }
    boolean hidden = !fresh.isEmpty() && exposure.isForbidden(source);
    Brought brought = new Brought(feed, round.done(), intake.pages, hidden);
    return intake.end(round.tell(schedule.read(due, begun, fetched, brought)));
  }

  /** What a poll has read so far; one poll, one thread. */
  private final class Intake {
    private final List<PageState> pages = new ArrayList<>();
    private List<Accepted> batch = new ArrayList<>();
    private Instant accepted;

    Intake(Instant begun) {
      accepted = begun;
    }

    void take(ArticleReader.Read read) {
      batch.add(read.accepted());
      Optional.ofNullable(read.page()).ifPresent(pages::add);
      Instant now = around.clock().instant();
      if (batch.size() == BATCH || now.isAfter(accepted.plus(PATIENCE))) {
        accept(batch, Optional.empty());
        batch = new ArrayList<>();
        accepted = now;
      }
    }

    /** Stores the rest together with the record, which is returned when there is no rest. */
    Optional<PollRecord> end(PollRecord record) {
      if (batch.isEmpty()) {
        return Optional.of(record);
      }
      accept(batch, Optional.of(record));
      return Optional.empty();
    }
  }

  /** Makes readings durable: from here on nothing is lost. */
  void accept(List<Accepted> batch, Optional<PollRecord> record) {
    articles.accept(
        around.keepsRaw() ? batch : batch.stream().map(Accepted::withoutRaw).toList(), record);
    around.failpoints().reach(Point.READ_STORED);
    around.accepted().run();
  }

  /**
   * Places up to {@value #BATCH} readings that wait in a shard. Returns how many were placed or
   * tried; one that a bug breaks on does not stop the others for long.
   */
  public int place(Shard shard) {
    List<Reading> waiting = articles.pending(shard, BATCH);
    if (waiting.isEmpty()) {
      return 0;
    }
    if (Attempt.at(() -> place(shard, waiting)).bug().isEmpty()) {
      return waiting.size();
    }
    desks.forget(shard);
    return placeEach(shard, waiting);
  }

  /**
   * Places readings one by one, up to and with the first that breaks; then the desk may know more
   * than the store, and begins again.
   */
  private int placeEach(Shard shard, List<Reading> waiting) {
    int tried = 0;
    boolean placed = true;
    while (placed && tried < waiting.size()) {
      Reading reading = waiting.get(tried);
      placed =
          quarantine.place(
              reading, () -> articles.findRaw(reading.id()), () -> place(shard, List.of(reading)));
      tried++;
    }
    if (!placed) {
      desks.forget(shard);
    }
    return tried;
  }

  private void place(Shard shard, List<Reading> waiting) {
    Desk desk = desks.of(shard);
    around.failpoints().reach(Point.BEFORE_PLACING);
    desks.underRules(
        rules -> {
          List<Placed> placed =
              waiting.stream().map(read -> desk.place(rules.on(read)).with(read)).toList();
          desks.learn(
              placed,
              () -> {
                articles.place(placed);
                around.failpoints().reach(Point.AFTER_PLACING);
              });
        });
    around.placed().run();
    if (desk.isConferenceDue()) {
      confer(shard);
    }
  }

  /**
   * Looks at a shard's stories as a whole, where any has changed since the last time: what belongs
   * together is united, what does not is parted. Returns whether anything was.
   */
  public boolean confer(Shard shard) {
    Outcome outcome = desks.of(shard).confer();
    if (outcome.isEmpty()) {
      return false;
    }
    around.failpoints().reach(Point.BEFORE_PLACING);
    articles.regroup(
        outcome.moves().stream()
            .map(m -> new Regrouped(m.article(), m.story(), m.reason()))
            .toList(),
        outcome.merges().stream().map(m -> new Merged(m.kept(), m.gone())).toList());
    around.failpoints().reach(Point.AFTER_PLACING);
    around.placed().run();
    return true;
  }

  /**
   * Links stories of one event in several languages, among the shards this node owns. For the
   * thread that places them.
   */
  public void interpret() {
    List<StoryLink> links =
        desks.newLinks().stream().map(l -> new StoryLink(l.one(), l.other(), l.reason())).toList();
    if (!links.isEmpty()) {
      articles.linkStories(links);
    }
  }

  /**
   * Forgets what is known of a shard's recent articles; it is read from the store again when
   * needed.
   */
  void forget(Shard shard) {
    desks.forget(shard);
  }

  /**
   * Returns the record of a poll that a bug has broken; the source backs off and the others go on.
   */
  PollRecord broken(DueSource due, Instant begun, RuntimeException bug) {
    return schedule.broken(due, begun, bug);
  }
}
