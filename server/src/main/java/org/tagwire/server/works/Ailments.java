package org.tagwire.server.works;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is degraded, one line each for people, beginning with a name. For one thread. */
final class Ailments {
  private final List<String> lines = new ArrayList<>();

  Ailments when(boolean degraded, String line) {
    if (degraded) {
      lines.add(line);
    }
    return this;
  }

  /** Notes a loop that has broken; one that was never started is well. */
  Ailments unlessRunning(@Nullable Loop loop, String name, String what) {
    return when(
        loop != null && !loop.isRunning(), name + "-stopped: " + what + "; restart the server");
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
