package org.tagwire.server.cli;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;

/**
 * Ends the process at a named point, as a power cut would: {@code
 * -Dtagwire.failpoint=before-db-commit:3} at the third time it is reached. For tests of what
 * survives.
 */
final class Halting {
  /** What a process that was killed returns, too. */
  private static final int KILLED = 137;

  private Halting() {}

  static Failpoints at(String written) {
    String[] parts = written.split(":", 2);
    Failpoints.Point point =
        Arrays.stream(Failpoints.Point.values())
            .filter(p -> p.label().equals(parts[0]))
            .findFirst()
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.BAD_REQUEST, "there is no failpoint '" + parts[0] + "'"));
    int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
    AtomicInteger left = new AtomicInteger(times);
    return reached -> {
      if (reached == point && left.decrementAndGet() == 0) {
        Runtime.getRuntime().halt(KILLED);
      }
    };
  }
}
