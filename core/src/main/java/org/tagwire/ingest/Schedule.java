package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParseResult.NotAFeed;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Trail;
import org.tagwire.fetch.PollHints;
import org.tagwire.fetch.PollPolicy;
import org.tagwire.fetch.PollPolicy.Next;
import org.tagwire.fetch.PollPolicy.Past;
import org.tagwire.fetch.Validators;
import org.tagwire.ingest.Checkup.Brought;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStore;
import org.tagwire.url.WebAddress;

/**
 * Turns what came of a poll into its record and the plan for the next. Safe for use by many
 * threads.
 */
public final class Schedule {
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

  WebAddress address(DueSource due) {
    return WebAddress.of(due.source().url());
  }

  Validators validators(DueSource due) {
    return new Validators(due.plan().etag(), due.plan().lastModified());
  }

  /** The feed was read. */
  PollRecord read(DueSource due, Instant begun, Fetched fetched, Brought brought) {
    ParsedFeed feed = brought.feed();
    Next next = next(due, fetched, hints(feed));
    String detail = String.join("; ", feed.repairs());
    PollPlan plan = plan(due, next, fetched.validators(), fetched.trail());
    Count count = new Count(feed.items().size(), brought.accepted());
    Checkup checkup = new Checkup(due, begun, sources.findHealth(due.source().id()));
    return record(due, begun, "fetched", detail, count, plan).with(checkup.of(fetched, brought));
  }

  /** Something else than a body came. */
  PollRecord answered(DueSource due, Instant begun, FetchResult result) {
    Next next = next(due, result, PollHints.NONE);
    Trail trail = result instanceof FetchResult.NotModified same ? same.trail() : Trail.DIRECT;
    PollPlan plan = plan(due, next, validators(due), trail);
    return record(due, begun, outcome(result), detail(result), Count.NONE, plan);
  }

  /**
   * A body came that is no feed: the source counts as failing, and the next request is
   * unconditional.
   */
  PollRecord unreadable(DueSource due, Instant begun, Fetched fetched, NotAFeed refused) {
    FetchResult failed = new FetchResult.Failed(FetchResult.Kind.PROTOCOL, refused.message());
    PollPlan plan = plan(due, next(due, failed, PollHints.NONE), Validators.NONE, fetched.trail());
    return record(due, begun, refused.error().code(), refused.message(), Count.NONE, plan);
  }

  /** A bug of ours broke the poll. */
  PollRecord broken(DueSource due, Instant begun, RuntimeException bug) {
    String message = "reading this source broke: " + bug.getClass().getSimpleName();
    FetchResult failed = new FetchResult.Failed(FetchResult.Kind.PROTOCOL, message);
    PollPlan plan = plan(due, next(due, failed, PollHints.NONE), Validators.NONE, Trail.DIRECT);
    return record(due, begun, "broken", message, Count.NONE, plan);
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

  private Next next(DueSource due, FetchResult result, PollHints hints) {
    Past past = new Past(due.plan().interval(), due.plan().failures());
    return policies
        .apply(due.source())
        .after(
            new PollPolicy.Poll(due.source().id().value(), clock.instant(), result, past, hints));
  }

  /** A permanent move is adopted once it has been seen for as long as the policy asks. */
  private PollPlan plan(DueSource due, Next next, Validators validators, Trail trail) {
    @Nullable String movedTo = trail.findMovedTo().map(WebAddress::href).orElse(null);
    @Nullable Instant movedSince = movedTo == null ? null : clock.instant();
    if (movedTo != null && Objects.equals(movedTo, due.plan().movedTo())) {
      movedSince = due.plan().movedSince();
      if (movedSince != null && policies.apply(due.source()).adopts(movedSince, clock.instant())) {
        sources.adopt(due.source().id(), movedTo);
      }
    }
    return new PollPlan(
        next.due(),
        next.interval(),
        validators.etag(),
        validators.lastModified(),
        next.failures(),
        movedTo,
        movedSince);
  }

  private static PollHints hints(ParsedFeed feed) {
    ParsedFeed.Pace pace = feed.pace();
    Duration ttl = Optional.ofNullable(pace.interval()).orElse(Duration.ZERO);
    List<Instant> dates =
        feed.items().stream()
            .map(FeedItem::published)
            .filter(Objects::nonNull)
            .map(Moment::instant)
            .toList();
    return new PollHints(ttl, pace.skipHours(), pace.skipDays(), dates);
  }

  private static String outcome(FetchResult result) {
    return switch (result) {
      case Fetched fetched -> "fetched";
      case FetchResult.NotModified same -> "unchanged";
      case FetchResult.Moved moved -> "moved";
      case FetchResult.RateLimited limited -> "rate-limited";
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
      case FetchResult.RateLimited limited -> "the server asks us to come later";
      case FetchResult.Refused refused -> refused.message();
      case FetchResult.Gone gone ->
          "the publisher says it is gone for good; it is not polled any more";
      case FetchResult.Failed failed -> failed.message();
    };
  }
}
