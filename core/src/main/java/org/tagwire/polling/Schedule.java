package org.tagwire.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParseResult.NotAFeed;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.fetch.FetchResult.Trail;
import org.tagwire.fetch.PollPolicy;
import org.tagwire.fetch.PollPolicy.Next;
import org.tagwire.fetch.PollPolicy.Past;
import org.tagwire.fetch.Validators;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.PollHints;
import org.tagwire.model.Source;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollPlan.Move;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStore;
import org.tagwire.url.WebAddress;

/**
 * Turns what came of a poll into its record and the plan for the next. Safe for use by many
 * threads.
 */
public final class Schedule {
  private static final String RATE_LIMITED = "rate-limited";
  private static final String LEFT_ALONE = "left-alone";
  private static final String BROKEN = "broken";

  /** What an outcome tells of our own network; one that is not here is an answer. */
  private static final Map<String, Uplink.Sign> SIGNS = signs();

  private final Function<Source, PollPolicy> policies;
  private final SourceStore sources;
  private final InstantSource clock;

  /**
   * @param policies the policy for each source: the operator's own hosts may be asked more often
   *     than the web's
   */
  public Schedule(Function<Source, PollPolicy> policies, SourceStore sources, InstantSource clock) {
    this.policies = policies;
    this.sources = sources;
    this.clock = clock;
  }

  /** Returns the least time between two polls of a source. */
  Duration floor(Source source) {
    return policies.apply(source).floor();
  }

  /**
   * Returns for how long a source is left alone after a poll even should the clock jump: as long as
   * its server asked for, else the least time between two polls.
   */
  Duration rest(Source source, Optional<PollRecord> poll) {
    return poll.filter(record -> record.outcome().equals(RATE_LIMITED))
        .map(record -> Duration.between(clock.instant(), record.next().due()))
        .filter(asked -> asked.compareTo(floor(source)) > 0)
        .orElse(floor(source));
  }

  public WebAddress address(DueSource due) {
    return WebAddress.of(due.source().url());
  }

  public Validators validators(DueSource due) {
    return new Validators(due.plan().etag(), due.plan().lastModified());
  }

  /** The feed was read. */
  public PollRecord read(DueSource due, Instant begun, Fetched fetched, Brought brought) {
    ParsedFeed feed = brought.feed();
    PollHints hints = hints(feed, due.plan().hints());
    Next next = next(due, fetched, hints, brought.accepted() > 0);
    String detail = String.join("; ", feed.repairs());
    // Half a feed is not compared with at the next poll: the other half would never be asked for.
    Validators validators = feed.isTruncated() ? Validators.NONE : fetched.validators();
    Known known = new Known(validators, moved(due, fetched.trail()), hints);
    PollPlan plan = plan(next, known);
    Count count = new Count(feed.items().size(), brought.accepted());
    Checkup checkup = new Checkup(due, begun, sources.findHealth(due.source().id()));
    return record(due, begun, "fetched", detail, count, plan).with(checkup.of(fetched, brought));
  }

  /** Something else than a body came. */
  public PollRecord answered(DueSource due, Instant begun, FetchResult result) {
    Known known = known(due);
    if (result instanceof FetchResult.NotModified same) {
      known = new Known(known.validators(), moved(due, same.trail()), known.hints());
    }
    PollPlan plan = plan(next(due, result, known.hints(), false), known);
    return record(due, begun, outcome(result), detail(result), Count.NONE, plan);
  }

  /**
   * A body came that is no feed: the source counts as failing, and the next request is
   * unconditional.
   */
  public PollRecord unreadable(DueSource due, Instant begun, Fetched fetched, NotAFeed refused) {
    FetchResult failed = new FetchResult.Failed(FetchResult.Kind.PROTOCOL, refused.message());
    PollPlan plan = forgetful(due, failed);
    return record(due, begun, refused.error().code(), refused.message(), Count.NONE, plan);
  }

  /** A bug of ours broke the poll. */
  public PollRecord broken(DueSource due, Instant begun, RuntimeException bug) {
    String message = "reading this source broke: " + bug.getClass().getSimpleName();
    PollPlan plan = forgetful(due, new FetchResult.Failed(FetchResult.Kind.PROTOCOL, message));
    return record(due, begun, BROKEN, message, Count.NONE, plan);
  }

  /** Our own network is down, so it was not asked at all and comes again after its interval. */
  PollRecord spared(DueSource due) {
    String message = "our own network is down; nothing was asked and nothing is wrong with it";
    return answered(
        due, clock.instant(), new FetchResult.Failed(FetchResult.Kind.NETWORK_DOWN, message));
  }

  /** Says what the record of a poll tells about our own network; one that brought news has none. */
  static Uplink.Sign sign(Optional<PollRecord> poll) {
    return poll.map(PollRecord::outcome)
        .map(outcome -> SIGNS.getOrDefault(outcome, Uplink.Sign.ANSWER))
        .orElse(Uplink.Sign.ANSWER);
  }

  private static Map<String, Uplink.Sign> signs() {
    Map<String, Uplink.Sign> signs = new HashMap<>();
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case NETWORK_DOWN, NAME_SERVER_FAILED, NAME_SERVER_SILENT ->
            signs.put(kind.label(), Uplink.Sign.OUTAGE);
        case NAME_UNKNOWN, CONNECT_FAILED, TIMEOUT, TLS_STALLED ->
            signs.put(kind.label(), Uplink.Sign.SILENCE);
        case INTERRUPTED, PROXY -> signs.put(kind.label(), Uplink.Sign.NOTHING);
        default -> {
          // the other side has answered something
        }
      }
    }
    for (Reason unasked :
        List.of(
            Reason.ADDRESS_BLOCKED,
            Reason.PORT_BLOCKED,
            Reason.NOT_HTTP,
            Reason.ADDRESS_TOO_LONG)) {
      signs.put(unasked.label(), Uplink.Sign.NOTHING);
    }
    signs.put(LEFT_ALONE, Uplink.Sign.NOTHING);
    signs.put(BROKEN, Uplink.Sign.NOTHING);
    return Map.copyOf(signs);
  }

  /** What is known of a source beside when to ask it. */
  private record Known(Validators validators, @Nullable Move move, PollHints hints) {}

  private Known known(DueSource due) {
    return new Known(validators(due), due.plan().move(), due.plan().hints());
  }

  private PollPlan forgetful(DueSource due, FetchResult failed) {
    Known known = new Known(Validators.NONE, due.plan().move(), due.plan().hints());
    return plan(next(due, failed, known.hints(), false), known);
  }

  private record Count(int items, int accepted) {
    static final Count NONE = new Count(0, 0);
  }

  private PollRecord record(
      DueSource due, Instant begun, String outcome, String detail, Count count, PollPlan plan) {
    Duration took = Duration.between(begun, clock.instant());
    return new PollRecord(
        due.source().id(), begun, took, outcome, detail, count.items(), count.accepted(), plan);
  }

  private Next next(DueSource due, FetchResult result, PollHints hints, boolean news) {
    Past past = new Past(due.plan().interval(), due.plan().failures(), hints);
    return policies
        .apply(due.source())
        .after(new PollPolicy.Poll(due.source().id().value(), clock.instant(), result, past, news));
  }

  private static PollPlan plan(Next next, Known known) {
    return new PollPlan(
        next.due(),
        next.interval(),
        known.validators().etag(),
        known.validators().lastModified(),
        next.failures(),
        known.move(),
        known.hints());
  }

  /** A permanent move is watched, and adopted once the policy believes it. */
  private @Nullable Move moved(DueSource due, Trail trail) {
    Optional<String> to = trail.findMovedTo().map(WebAddress::href);
    if (to.isEmpty()) {
      return null;
    }
    Instant now = clock.instant();
    Move move =
        due.plan()
            .findMove()
            .filter(seen -> seen.to().equals(to.get()))
            .map(seen -> new Move(seen.to(), seen.since(), seen.polls() + 1))
            .orElseGet(() -> new Move(to.get(), now, 1));
    if (policies.apply(due.source()).adopts(move.since(), move.polls(), now)) {
      sources.adopt(due.source().id(), move.to());
      return null;
    }
    return move;
  }

  /** What a feed leaves unsaid this time is not unsaid: an empty one keeps its rhythm. */
  private static PollHints hints(ParsedFeed feed, PollHints before) {
    ParsedFeed.Pace pace = feed.pace();
    Duration ttl = Optional.ofNullable(pace.interval()).orElse(Duration.ZERO);
    List<Instant> dates =
        feed.items().stream()
            .map(FeedItem::published)
            .filter(Objects::nonNull)
            .map(Moment::instant)
            .toList();
    PollHints said = PollHints.of(ttl, pace.skipHours(), pace.skipDays(), dates);
    return feed.items().isEmpty()
        ? new PollHints(
            said.ttl(), said.skipHours(), said.skipDays(), before.rhythm(), before.newest())
        : said;
  }

  private static String outcome(FetchResult result) {
    return switch (result) {
      case Fetched fetched -> "fetched";
      case FetchResult.NotModified same -> "unchanged";
      case FetchResult.Moved moved -> "moved";
      case FetchResult.RateLimited limited -> limited.asked() ? RATE_LIMITED : LEFT_ALONE;
      case FetchResult.Refused refused -> refused.reason().label();
      case FetchResult.Gone gone -> "gone";
      case FetchResult.Failed failed -> failed.kind().label();
    };
  }

  private static String detail(FetchResult result) {
    return switch (result) {
      case Fetched fetched -> "";
      case FetchResult.NotModified same -> "";
      case FetchResult.Moved moved ->
          "it has moved to " + moved.to() + "; add that address instead";
      case FetchResult.RateLimited limited ->
          limited.asked()
              ? "the server asks us to come later"
              : "its host asked us to come later; this source was not asked and comes again then";
      case FetchResult.Refused refused -> refused.message();
      case FetchResult.Gone gone ->
          "the publisher says it is gone for good; it is not polled any more";
      case FetchResult.Failed failed -> failed.message();
    };
  }
}
