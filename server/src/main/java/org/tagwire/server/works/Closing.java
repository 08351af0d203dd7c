package org.tagwire.server.works;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far, to be closed in the reverse order. Used by one thread at a time. */
public final class Closing implements AutoCloseable {
  private final Deque<Runnable> parts = new ArrayDeque<>();

  /** Remembers how to close a part that has just been opened. */
  public void add(Runnable close) {
    parts.push(close);
  }

  /** Closes every part, also when one of them fails; the first failure is thrown at the end. */
  @Override
  public void close() {
    if (!parts.isEmpty()) {
      Runnable last = parts.pop();
      try {
        last.run();
      } finally {
        close();
      }
    }
  }
}
