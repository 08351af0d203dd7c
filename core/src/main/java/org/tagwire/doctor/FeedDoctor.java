package org.tagwire.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.doctor.Finding.Code;
import org.tagwire.doctor.Finding.Value.Address;
import org.tagwire.doctor.Finding.Value.Amount;
import org.tagwire.doctor.Finding.Value.Failure;
import org.tagwire.doctor.Finding.Value.Span;
import org.tagwire.doctor.Finding.Value.Time;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.Visibility;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.url.WebAddress;

/**
 * Says what is wrong with a source: reads its {@link Chart} and names what it finds, gravest first.
 * Pure.
 *
 * <p>This class looks at state, schedule and rights; {@link AnswerFindings} at what the answers
 * themselves were like.
 */
public final class FeedDoctor {
  private static final String RATE_LIMITED = "rate-limited";
  private static final Duration SLOW = Duration.ofSeconds(10);

  /** A difference in pace worth a word. */
  private static final int FACTOR = 2;

  private final Chart chart;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  private FeedDoctor(Chart chart, Instant now) {
    this.chart = chart;
    this.now = now;
  }

  /** Examines a source at {@code now}. */
  public static List<Finding> examine(Chart chart, Instant now) {
    FeedDoctor doctor = new FeedDoctor(chart, now);
    doctor.state();
    doctor.address();
    doctor.exposure();
    doctor.pace();
    doctor.hub();
    doctor.findings.addAll(AnswerFindings.of(chart, now));
    return doctor.findings.stream()
        .sorted(
            java.util.Comparator.comparing((Finding f) -> f.code().severity())
                .thenComparing(Finding::code))
        .toList();
  }

  private void state() {
    switch (chart.status().state()) {
      case GONE -> add(Code.GONE);
      case FAILING -> failing();
      case PAUSED -> add(Code.PAUSED);
      case NEW, OK -> {
        // Nothing is wrong.
      }
    }
    if (chart.quarantined() > 0) {
      add(Code.QUARANTINED, new Amount(chart.quarantined()));
    }
  }

  private void failing() {
    SourceStatus status = chart.status();
    Instant since = failingSince().or(status::findLastPoll).orElse(now);
    boolean limited =
        chart.polls().stream()
            .findFirst()
            .filter(poll -> poll.outcome().equals(RATE_LIMITED))
            .isPresent();
    if (limited) {
      add(Code.RATE_LIMITED, new Time(since), new Amount(status.plan().failures()));
    } else {
      add(
          Code.FAILING,
          new Time(since),
          new Amount(status.plan().failures()),
          new Failure(
              chart.polls().stream().findFirst().map(PollRecord::outcome).orElse(""),
              status.lastDetail()));
    }
  }

  /** The first of the failures in a row, as far back as polls are remembered. */
  private Optional<Instant> failingSince() {
    return chart.polls().stream()
        .takeWhile(poll -> poll.next().failures() > 0)
        .reduce((later, earlier) -> earlier)
        .map(PollRecord::at);
  }

  private void address() {
    chart.status().plan().findMove().ifPresent(this::moved);
  }

  private void moved(PollPlan.Move move) {
    String from = chart.status().source().url();
    String to = move.to();
    boolean secured =
        from.startsWith("http://") && to.equals("https://" + from.substring("http://".length()));
    add(secured ? Code.MOVED_TO_HTTPS : Code.MOVED, new Address(to), new Time(move.since()));
  }

  private void exposure() {
    Source source = chart.status().source();
    if (source.visibility() != Visibility.PRIVATE) {
      return;
    }
    boolean secret = WebAddress.parse(source.url()).filter(WebAddress::carriesSecret).isPresent();
    if (secret) {
      add(Code.PRIVATE_BY_ADDRESS);
    } else if (chart.findHealth().filter(SourceHealth::disallowed).isPresent()) {
      add(Code.PRIVATE_BY_ROBOTS);
    }
  }

  private void pace() {
    Duration used = chart.status().plan().interval();
    chart.findHealth().flatMap(FeedDoctor::declared).ifPresent(asked -> compare(asked, used));
    List<Duration> took =
        chart.polls().stream()
            .filter(poll -> poll.next().failures() == 0)
            .map(PollRecord::took)
            .sorted()
            .toList();
    if (took.size() >= 3 && took.get(took.size() / 2).compareTo(SLOW) >= 0) {
      add(Code.SLOW, new Span(took.get(took.size() / 2)));
    }
  }

  private void compare(Duration asked, Duration used) {
    if (asked.compareTo(used.multipliedBy(FACTOR)) >= 0) {
      add(Code.ASKS_RARELY, new Span(asked), new Span(used));
    } else if (asked.multipliedBy(FACTOR).compareTo(used) <= 0) {
      add(Code.ASKS_OFTEN, new Span(asked), new Span(used));
    }
  }

  /** What the feed asks for; an answer that is stale at once is no wish. */
  private static Optional<Duration> declared(SourceHealth health) {
    Duration ttl = health.answer().findTtl().orElse(Duration.ZERO);
    Duration freshness = health.answer().findFreshness().orElse(Duration.ZERO);
    Duration asked = ttl.compareTo(freshness) >= 0 ? ttl : freshness;
    return asked.compareTo(Duration.ofMinutes(1)) >= 0 ? Optional.of(asked) : Optional.empty();
  }

  private void hub() {
    Optional<Instant> until = chart.findSubscribedUntil();
    if (until.isPresent()) {
      add(Code.HUB_SUBSCRIBED, new Time(until.get()));
      return;
    }
    chart
        .findHealth()
        .flatMap(health -> health.answer().findHub())
        .ifPresent(hub -> add(Code.HUB_OFFERED, new Address(hub)));
  }

  private void add(Code code, Finding.Value... values) {
    findings.add(Finding.of(code, values));
  }
}
