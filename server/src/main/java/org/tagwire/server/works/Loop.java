package org.tagwire.server.works;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that goes on until it is told to stop. */
final class Loop {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private final Thread thread;

  private Loop(Thread thread) {
    this.thread = thread;
  }

  static Loop start(String name, Runnable work) {
    return new Loop(
        Thread.ofPlatform()
            .name(name)
            .daemon(true)
            .uncaughtExceptionHandler(
                (t, e) -> log.error("the loop {} broke; restart the server", name, e))
            .start(work));
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  /** Interrupts the thread and waits for its end. */
  void interrupt() {
    thread.interrupt();
    join();
  }

  /** Waits for the thread's end, for which something else has been done. */
  void join() {
    boolean interrupted = false;
    try {
      if (!thread.join(PATIENCE)) {
        log.warn("{} has not stopped within {} s", thread.getName(), PATIENCE.toSeconds());
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
