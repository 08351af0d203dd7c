package org.tagwire.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Publisher;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;

/** The schedule in memory, as its contract has it, for simulations too long for a database. */
final class MemorySources implements SourceStore {
  private static final Duration FIRST_INTERVAL = Duration.ofHours(1);

  private final List<Entry> entries = new ArrayList<>();
  private PriorityQueue<Ready> ready = queue();

  private static final class Entry {
    Source source;
    PollPlan plan;
    @Nullable Instant lease;
    @Nullable Instant lastPoll;
    int stamp;

    Entry(Source source, PollPlan plan) {
      this.source = source;
      this.plan = plan;
    }

    Instant ready() {
      Instant until = lease;
      return until == null ? plan.due() : until;
    }
  }

  /** Stands for an entry as long as the entry has not changed since. */
  private record Ready(Instant at, Entry entry, int stamp) {}

  private static PriorityQueue<Ready> queue() {
    return new PriorityQueue<>(
        Comparator.comparing(Ready::at).thenComparingLong(r -> r.entry().source.id().value()));
  }

  private void changed(Entry entry) {
    entry.stamp++;
    if (!entry.ready().equals(Instant.MAX)) {
      ready.add(new Ready(entry.ready(), entry, entry.stamp));
    }
  }

  private Entry entry(SourceId id) {
    return entries.get((int) id.value() - 1);
  }

  /** Puts a source into the schedule as if it had been polled before. */
  void plan(SourceId id, PollPlan plan) {
    entry(id).plan = plan;
    changed(entry(id));
  }

  PollPlan plan(SourceId id) {
    return entry(id).plan;
  }

  @Override
  public List<SourceId> add(List<NewSource> sources, Instant due) {
    List<SourceId> ids = new ArrayList<>();
    for (NewSource added : sources) {
      SourceId id = new SourceId(entries.size() + 1);
      Source source =
          new Source(
              id,
              added.url(),
              added.kind(),
              added.title(),
              added.publisher(),
              added.folder(),
              added.visibility(),
              added.pages());
      Entry entry = new Entry(source, PollPlan.first(due, FIRST_INTERVAL));
      entries.add(entry);
      changed(entry);
      ids.add(id);
    }
    return ids;
  }

  /** Returns a source as somebody would add it. */
  static NewSource feed(String url, Domain publisher) {
    return new NewSource(
        url, Source.Kind.FEED, "", publisher, "", Visibility.PUBLIC, Source.PageFetching.AUTO);
  }

  @Override
  public List<DueSource> claimDue(Instant now, Duration lease, int limit) {
    List<DueSource> claimed = new ArrayList<>();
    Ready next = ready.peek();
    while (next != null && !next.at().isAfter(now) && claimed.size() < limit) {
      ready.remove();
      Entry entry = next.entry();
      if (entry.stamp == next.stamp()) {
        claimed.add(new DueSource(entry.source, entry.plan));
        entry.lease = now.plus(lease);
        changed(entry);
      }
      next = ready.peek();
    }
    return claimed;
  }

  @Override
  public Optional<DueSource> claim(SourceId id, Instant now, Duration lease) {
    throw new UnsupportedOperationException("nobody asks for one source here");
  }

  @Override
  public void releaseLeases() {
    for (Entry entry : entries) {
      if (entry.lease != null) {
        entry.lease = null;
        changed(entry);
      }
    }
  }

  @Override
  public Duration turnBack(Instant now) {
    Duration by = Duration.ZERO;
    for (Entry entry : entries) {
      Instant last = entry.lastPoll;
      if (last != null && last.isAfter(now.plus(by))) {
        by = Duration.between(now, last);
      }
    }
    if (by.isPositive()) {
      ready = queue();
      for (Entry entry : entries) {
        turnBack(entry, by);
      }
    }
    return by;
  }

  private void turnBack(Entry entry, Duration by) {
    PollPlan plan = entry.plan;
    PollPlan.Move move = plan.move();
    entry.plan =
        new PollPlan(
            plan.due().equals(Instant.MAX) ? Instant.MAX : plan.due().minus(by),
            plan.interval(),
            plan.etag(),
            plan.lastModified(),
            plan.failures(),
            move == null
                ? null
                : new PollPlan.Move(move.to(), move.since().minus(by), move.polls()),
            plan.hints());
    entry.lease = entry.lease == null ? null : entry.lease.minus(by);
    entry.lastPoll = entry.lastPoll == null ? null : entry.lastPoll.minus(by);
    changed(entry);
  }

  @Override
  public void record(List<PollRecord> polls) {
    for (PollRecord poll : polls) {
      Entry entry = entry(poll.source());
      entry.plan = poll.next();
      entry.lastPoll = poll.at();
      entry.lease = null;
      changed(entry);
    }
  }

  @Override
  public void adopt(SourceId id, String url) {
    Source old = entry(id).source;
    entry(id).source =
        new Source(
            id,
            url,
            old.kind(),
            old.title(),
            old.publisher(),
            old.folder(),
            old.visibility(),
            old.pages());
  }

  @Override
  public Optional<Source> find(SourceId id, Audience audience) {
    return Optional.of(entry(id).source);
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.ofNullable(ready.peek()).map(Ready::at);
  }

  @Override
  public Optional<Source> findByUrl(String url, Audience audience) {
    throw notSimulated();
  }

  @Override
  public List<SourceStatus> list(Audience audience) {
    throw notSimulated();
  }

  @Override
  public List<String> listFolders(Audience audience) {
    throw notSimulated();
  }

  @Override
  public List<SourceId> listInFolder(String folder, Audience audience) {
    throw notSimulated();
  }

  @Override
  public Optional<SourceStatus> findStatus(SourceId id, Audience audience) {
    throw notSimulated();
  }

  @Override
  public Optional<SourceHealth> findHealth(SourceId id) {
    return Optional.empty();
  }

  @Override
  public List<PollRecord> lastPolls(SourceId id) {
    throw notSimulated();
  }

  @Override
  public void update(Source source) {
    throw notSimulated();
  }

  @Override
  public void pause(SourceId id, boolean paused, Instant now) {
    throw notSimulated();
  }

  @Override
  public void remove(SourceId id) {
    throw notSimulated();
  }

  @Override
  public Optional<Publisher> findPublisher(Domain domain) {
    throw notSimulated();
  }

  @Override
  public List<Publisher> publishers(String typed, int limit) {
    throw notSimulated();
  }

  @Override
  public void learn(List<Publisher> publishers) {
    throw notSimulated();
  }

  private static UnsupportedOperationException notSimulated() {
    return new UnsupportedOperationException("the simulation polls and does nothing else");
  }
}
