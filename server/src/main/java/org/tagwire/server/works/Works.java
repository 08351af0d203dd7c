package org.tagwire.server.works;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.discovery.Discovery;
import org.tagwire.embedding.Embedder;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.engines.Engines;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.index.SearchIndex;
import org.tagwire.ingest.Announcements;
import org.tagwire.ingest.Archivist;
import org.tagwire.ingest.ArticleReader;
import org.tagwire.ingest.Credits;
import org.tagwire.ingest.Deliveries;
import org.tagwire.ingest.Desks;
import org.tagwire.ingest.DiskSpace;
import org.tagwire.ingest.Documents;
import org.tagwire.ingest.Exposure;
import org.tagwire.ingest.Ingest;
import org.tagwire.ingest.Ombudsman;
import org.tagwire.ingest.PageReader;
import org.tagwire.ingest.Placer;
import org.tagwire.ingest.Poller;
import org.tagwire.ingest.Quarantine;
import org.tagwire.ingest.Relearn;
import org.tagwire.ingest.Reread;
import org.tagwire.ingest.Retrial;
import org.tagwire.ingest.RulePass;
import org.tagwire.ingest.Rulebook;
import org.tagwire.ingest.Takedowns;
import org.tagwire.ingest.WatchDesk;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Source;
import org.tagwire.model.TagwireException;
import org.tagwire.polling.Dispatcher;
import org.tagwire.polling.PollLog;
import org.tagwire.polling.Schedule;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.server.settings.Settings;
import org.tagwire.store.Store;
import org.tagwire.url.WebAddress;
import org.tagwire.websub.Callback;
import org.tagwire.websub.Subscriber;

/**
 * All that works on one data directory. Safe for use by many threads; {@link #close} is called
 * once.
 *
 * <p>Made of three layers: the engines, the journey over them, and the loops that drive it.
 */
public final class Works implements AutoCloseable {

  /** Under what the address is kept at which hubs know us. */
  private static final String CALLBACK = "websub-callback";

  private final Engines engines;
  private final Surroundings around;
  private final Fetcher fetcher;
  private final Discovery discovery;
  private final Optional<Callback> callback;
  private final Optional<Subscriber> subscriber;
  private final DiskSpace disk;
  private final Ingest ingest;
  private final Poller poller;
  private final Placer placer;
  private final Deliveries deliveries;
  private final Desks desks;
  private final Reread reread;
  private final Retrial retrial;
  private final Rulebook rulebook;
  private final Takedowns takedowns;
  private final Ombudsman ombudsman;
  private final Indexing indexing;
  private final Settling settling;
  private final WatchDesk watch;
  private final Closing closing;
  private final Faculties faculties;
  private final Loop placing;
  private final Loop ruling;
  private final Loop watching;
  private final Loop cleaning;
  private @Nullable Loop polling;
  private @Nullable Loop subscribing;

  /**
   * What lies around the works.
   *
   * @param directory the data directory
   * @param settings its settings
   * @param clock the only clock there is
   * @param failpoints where tests end the process
   */
  public record Surroundings(
      Path directory, Settings settings, InstantSource clock, Failpoints failpoints) {}

  private Works(Surroundings around, Supplier<Embedder> embedders, Closing closing) {
    this.around = around;
    this.closing = closing;
    Settings settings = around.settings();
    InstantSource clock = around.clock();
    engines = Engines.embedded(around.directory(), around.failpoints(), clock);
    closing.add(engines::close);
    Store store = engines.store();
    Outside outside = new Outside(settings);
    FetchSettings fetching = outside.fetching(clock);
    fetcher = new Fetcher(fetching);
    closing.add(fetcher::close);
    discovery = new Discovery(fetcher);
    callback = outside.callback();
    subscriber =
        callback.map(c -> new Subscriber(store.hubs(), fetcher, c, clock, this::sourcesChanged));
    disk = new DiskSpace(around.directory());
    faculties = Faculties.of(settings.reading(), embedders, closing);
    desks = new Desks(store, faculties.analyst(), clock, settings.reading().storyGranularity());
    indexing = new Indexing(store.articles(), engines.index());
    watch = new WatchDesk(store.watch(), store.articles()::lastChange, this::changed);
    Announcements announcements = new Announcements(store.articles());
    ArticleReader reader = articleReader(fetching);
    boolean keepsRaw = settings.reading().keepRaw().isPositive();
    Quarantine quarantine = new Quarantine(store.quarantine(), keepsRaw, clock);
    AtomicReference<Runnable> accepted = new AtomicReference<>(() -> {});
    Schedule schedule = new Schedule(outside::policy, store.sources(), clock);
    ingest =
        new Ingest(
            fetcher,
            new Exposure(fetcher.robots(), store.sources()),
            new Documents(),
            announcements,
            reader,
            schedule,
            store.articles(),
            desks,
            quarantine,
            surroundings(keepsRaw, accepted));
    placer =
        new Placer(store.articles(), engines.shards(), ingest, clock, UUID.randomUUID().toString());
    accepted.set(placer::changed);
    PollLog polls = new PollLog(store.sources());
    Dispatcher dispatcher = dispatcher(schedule, polls, fetching);
    poller = new Poller(dispatcher, ingest, polls, clock, disk::isLow);
    var analyst = faculties.analyst();
    deliveries = new Deliveries(store, ingest, announcements, analyst, desks::knowledge, clock);
    reread = new Reread(store.articles(), reader);
    retrial = new Retrial(store, ingest, announcements, reader, quarantine, clock);
    RulePass rulePass = new RulePass(store, desks, this::applied, indexing::changed);
    rulebook = new Rulebook(store, desks, clock, rulePass);
    takedowns = new Takedowns(store, clock, new SecureRandom(), this::changed);
    ombudsman = new Ombudsman(store.notices(), clock, new SecureRandom());
    settling = new Settling(store, placer, indexing, watch, rulePass);
    indexing.start();
    ruling = Loop.start("rules", rulePass::run);
    placing = Loop.start("placer", placer::run);
    watching = Loop.start("watch", watch::run);
    cleaning = Loop.start("housekeeping", housekeeping()::run);
  }

  /** Opens a data directory and begins placing and indexing what waits there. */
  public static Works open(Surroundings around) {
    return open(around, () -> OnnxEmbedder.isPresent() ? new OnnxEmbedder() : Embedder.none());
  }

  /** As {@link #open(Surroundings)}, with another engine for sentence vectors where they are on. */
  public static Works open(Surroundings around, Supplier<Embedder> embedders) {
    Closing closing = new Closing();
    boolean opened = false;
    try {
      Works works = new Works(around, embedders, closing);
      opened = true;
      return works;
    } finally {
      if (!opened) {
        closing.close();
      }
    }
  }

  private ArticleReader articleReader(FetchSettings fetching) {
    return new ArticleReader(
        store().articles(),
        pageReader(fetching),
        faculties.analyst(),
        new Credits(store().sources()),
        desks::knowledge);
  }

  private Ingest.Surroundings surroundings(boolean keepsRaw, AtomicReference<Runnable> accepted) {
    return new Ingest.Surroundings(
        clock(),
        around.failpoints(),
        keepsRaw,
        () -> accepted.get().run(),
        this::changed,
        this::notice);
  }

  private Housekeeping housekeeping() {
    Settings.Reading reading = around.settings().reading();
    Archivist archivist =
        new Archivist(
            store().archive(), reading.keepArticles(), engines.index()::committed, clock());
    return new Housekeeping(store(), archivist, indexing::changed, reading.keepRaw(), clock());
  }

  private PageReader pageReader(FetchSettings fetching) {
    return new PageReader(
        fetcher,
        new PublisherSignals(fetching.productToken()),
        Outside.pages(around.settings().reading().pages()),
        around.failpoints());
  }

  private Dispatcher dispatcher(Schedule schedule, PollLog polls, FetchSettings fetching) {
    return new Dispatcher(
        store().sources(),
        schedule,
        polls,
        new Dispatcher.Surroundings(clock(), fetching.surroundings().ticker(), this::lines),
        settings().reading().parallelPolls());
  }

  private Set<String> lines(Source source) {
    return WebAddress.parse(source.url()).map(fetcher::lines).orElse(Set.of());
  }

  /** Begins polling what is due. */
  public synchronized void startPolling() {
    if (polling == null) {
      store().sources().releaseLeases();
      polling = Loop.start("poller", poller::run);
      subscriber.ifPresent(this::startSubscribing);
    }
  }

  /** Hubs that know us under another address than today's are asked anew. */
  private void startSubscribing(Subscriber hubs) {
    String base = callback.map(Callback::base).orElse("");
    if (!store().upkeep().findProperty(CALLBACK).orElse(base).equals(base)) {
      hubs.askAnew();
    }
    store().upkeep().putProperty(CALLBACK, base);
    subscribing = Loop.start("subscriber", hubs::run);
  }

  private void changed() {
    indexing.changed();
    watch.changed();
  }

  private void notice(Source source, FetchResult.Fetched fetched, ParsedFeed.Head head) {
    subscriber.ifPresent(hubs -> hubs.notice(source, fetched, head.hubs(), head.self()));
  }

  public Store store() {
    return engines.store();
  }

  public InstantSource clock() {
    return around.clock();
  }

  public Settings settings() {
    return around.settings();
  }

  public Path directory() {
    return around.directory();
  }

  public Discovery discovery() {
    return discovery;
  }

  /** Returns the one way out, for whoever asks for a single address. */
  public Fetcher fetcher() {
    return fetcher;
  }

  /** Returns who subscribes at hubs; empty where hubs cannot reach this instance. */
  public Optional<Subscriber> subscriber() {
    return subscriber;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  public Reread reread() {
    return reread;
  }

  /** Returns what was learned, and who forgets it. */
  public Desks desks() {
    return desks;
  }

  public Relearn relearn() {
    return new Relearn(store().articles(), desks);
  }

  /** Returns who tries again what is in quarantine. */
  public Retrial retrial() {
    return retrial;
  }

  /** Returns who takes down what the owner says about hashtags. */
  public Rulebook rulebook() {
    return rulebook;
  }

  /** Returns whether sentence vectors are made; else stories are found by words alone. */
  public boolean hasVectors() {
    return faculties.vectors();
  }

  /** Returns who takes away for good. */
  public Takedowns takedowns() {
    return takedowns;
  }

  /** Returns who hears what readers object to. */
  public Ombudsman ombudsman() {
    return ombudsman;
  }

  public Ingest ingest() {
    return ingest;
  }

  /** Returns the index while it may be asked; empty while it is being built. */
  public Optional<SearchIndex> index() {
    return indexing.index();
  }

  /** Returns who looks for the watched names. */
  public WatchDesk watch() {
    return watch;
  }

  /** Returns the number of the last change that lists show. */
  public long applied() {
    return indexing.applied();
  }

  /** Returns how many polls are under way. */
  public int pollsUnderWay() {
    return poller.underWay();
  }

  /** Says that sources have been added or made due. */
  public void sourcesChanged() {
    poller.changed();
  }

  /** Says that readings wait to be placed. */
  public void readingsWait() {
    placer.changed();
  }

  /**
   * Returns what is degraded, one line each for people, beginning with a name; empty when all is
   * well.
   */
  public List<String> degraded() {
    Ailments ailments =
        new Ailments()
            .when(
                disk.isLow(),
                "disk-low: less than 5 % or 256 MiB is free; nothing new is taken in until there is"
                    + " more")
            .when(index().isEmpty(), "index-rebuilding: lists come from the store until it is done")
            .unlessRunning(indexing.loop(), "index", "the indexer has broken")
            .unlessRunning(watching, "watch", "watched names are not looked for")
            .unlessRunning(placing, "placing", "the placer has broken")
            .unlessRunning(ruling, "rules", "articles do not follow the owner's rules")
            .unlessRunning(polling, "polling", "the poller has broken")
            .unlessRunning(subscribing, "subscribing", "the subscriber has broken");
    storeFailure().ifPresent(line -> ailments.when(true, line));
    return ailments.lines();
  }

  /** Returns how many items are in quarantine; 0 while the store cannot be asked. */
  public long inQuarantine() {
    try {
      return store().quarantine().count();
    } catch (TagwireException e) {
      return 0;
    }
  }

  private Optional<String> storeFailure() {
    try {
      store().articles().lastChange();
      return Optional.empty();
    } catch (TagwireException e) {
      return Optional.of("store-failing: " + e.getMessage());
    }
  }

  /** Told how far something is. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long total);
  }

  /** Waits until everything that is durable is placed and can be found. */
  public void settle(Progress progress) {
    settling.articles(progress);
  }

  /** Waits until every article follows the owner's rules and can be found under them. */
  public void settleRules(Progress progress) {
    settling.rules(progress);
  }

  /** Waits until all that is placed has been looked through for the watched names of now. */
  public void settleWatch(Progress progress) {
    settling.watched(progress);
  }

  /** Empties the index and builds it again from the store, while lists come from there. */
  public synchronized void rebuildIndex(Progress progress) {
    indexing.rebuild(progress);
  }

  /**
   * Stops subscribing, polling, placing and indexing in that order, each after what it is doing,
   * then closes the engines.
   */
  @Override
  public synchronized void close() {
    for (Loop loop : Stream.of(subscribing, polling).filter(Objects::nonNull).toList()) {
      loop.interrupt();
    }
    cleaning.interrupt();
    ruling.interrupt();
    placing.interrupt();
    watching.interrupt();
    indexing.stop();
    closing.close();
  }

  @Override
  public String toString() {
    return "Works[" + around.directory() + "]";
  }
}
