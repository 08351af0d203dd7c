package org.tagwire.polling;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStore;

/**
 * Gathers the records of polls that brought nothing and stores them in groups: an unchanged feed
 * costs no transaction of its own. Safe for use by many threads; the poller flushes it at least
 * once a second.
 */
public final class PollLog {
  private static final int GROUP = 200;

  private final SourceStore sources;
  private final Queue<PollRecord> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  public PollLog(SourceStore sources) {
    this.sources = sources;
  }

  public void add(PollRecord poll) {
    waiting.add(poll);
    if (size.incrementAndGet() >= GROUP) {
      flush();
    }
  }

  /** Stores what waits. */
  public void flush() {
    List<PollRecord> group = new ArrayList<>();
    PollRecord next = waiting.poll();
    while (next != null) {
      group.add(next);
      next = group.size() < 2 * GROUP ? waiting.poll() : null;
    }
    if (!group.isEmpty()) {
      size.addAndGet(-group.size());
      sources.record(group);
    }
  }
}
