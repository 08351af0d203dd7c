package org.tagwire.bench.jmh;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the rounds of a benchmark took: bytes read, CPU time of its one thread, and that of the
 * whole process, in which collector and compiler count. The wall clock of a shared machine says
 * little.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Account {
  public long bytes;
  public long calls;
  public long threadNanos;
  public long processNanos;
  public long allocated;

  private long threadBefore;
  private long processBefore;
  private long allocatedBefore;

  /** A round begins. */
  @Setup(Level.Iteration)
  public void open() {
    bytes = 0;
    calls = 0;
    processBefore = process();
    allocatedBefore = threads().getCurrentThreadAllocatedBytes();
    threadBefore = threads().getCurrentThreadCpuTime();
  }

  /** One call has read so many bytes. */
  void read(long count) {
    bytes += count;
    calls++;
  }

  /** A round ends. */
  @TearDown(Level.Iteration)
  public void close() {
    threadNanos = threads().getCurrentThreadCpuTime() - threadBefore;
    processNanos = process() - processBefore;
    allocated = threads().getCurrentThreadAllocatedBytes() - allocatedBefore;
  }

  private static com.sun.management.ThreadMXBean threads() {
    return (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  private static long process() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
