package org.tagwire.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up the CPU time of this thread, stage by stage. Used by one platform thread. */
final class Stopwatch {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Lap> laps = new LinkedHashMap<>();

  /** What one stage has taken so far. */
  static final class Lap {
    private long nanos;
    private long count;

    double microseconds() {
      return count == 0 ? 0 : nanos / 1e3 / count;
    }

    long count() {
      return count;
    }
  }

  /** Times one piece of work, which stands for {@code units} articles. */
  <T> T time(String stage, long units, Supplier<T> work) {
    long before = threads.getCurrentThreadCpuTime();
    T result = work.get();
    long took = threads.getCurrentThreadCpuTime() - before;
    Lap lap = laps.computeIfAbsent(stage, name -> new Lap());
    lap.nanos += took;
    lap.count += units;
    return result;
  }

  Map<String, Lap> laps() {
    return laps;
  }
}
