package org.tagwire.ingest;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches the disk under the data directory: ingest pauses before it is full, so that reading goes
 * on. Safe for use by many threads; the disk is looked at once every few seconds at most.
 */
public final class DiskSpace {
  /** As little as may be left on a large disk. */
  static final long FLOOR = 256L << 20;

  private static final int SHARE = 20;
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Path directory;
  private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOK.toNanos());
  private volatile boolean low;

  public DiskSpace(Path directory) {
    this.directory = directory;
  }

  /** Returns whether less than 5 % of the disk, or 256 MiB where that is less, is free. */
  public boolean isLow() {
    long last = lookedAt.get();
    if (System.nanoTime() - last >= LOOK.toNanos()
        && lookedAt.compareAndSet(last, System.nanoTime())) {
      low = look();
    }
    return low;
  }

  private boolean look() {
    try {
      FileStore disk = Files.getFileStore(directory);
      return isLow(disk.getUsableSpace(), disk.getTotalSpace());
    } catch (IOException e) {
      return true;
    }
  }

  static boolean isLow(long free, long total) {
    return free < Math.min(FLOOR, total / SHARE);
  }
}
