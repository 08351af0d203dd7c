package org.tagwire.server.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One open page. It is told counts by the thread that follows the news, keeps the last of them, and
 * sends it from a thread of its own, so that a page that reads slowly holds up nobody.
 */
final class Listener {
  /** What no proxy lets lie for longer. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** After so long the page connects anew, and is asked again who it is. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int UNTOLD = -1;

  private final Glimpse glimpse;
  private final Wording wording;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition told = lock.newCondition();
  private int count;
  private long number;
  private int sent = UNTOLD;
  private boolean ended;

  Listener(Glimpse glimpse, Wording wording) {
    this.glimpse = glimpse;
    this.wording = wording;
  }

  Glimpse glimpse() {
    return glimpse;
  }

  /** Says how many articles are new as of a change number. */
  void tell(int news, long change) {
    lock.lock();
    try {
      count = news;
      number = change;
      told.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Lets {@link #run} come to its end. */
  void end() {
    lock.lock();
    try {
      ended = true;
      told.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Sends what is told until it is told to end, or the reader leaves. */
  void run(OutputStream out) throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    say(out, wording.opening());
    while (System.nanoTime() < end && await()) {
      say(out, next());
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Waits for news or the next heartbeat; false when it is over. */
  private boolean await() {
    lock.lock();
    try {
      long left = HEARTBEAT.toNanos();
      while (!ended && !isNews() && left > 0) {
        left = told.awaitNanos(left);
      }
      return !ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isNews() {
    return count != sent && (count > 0 || sent != UNTOLD);
  }

  private String next() {
    lock.lock();
    try {
      if (!isNews()) {
        return wording.heartbeat();
      }
      sent = count;
      return wording.news(count, number);
    } finally {
      lock.unlock();
    }
  }
}
