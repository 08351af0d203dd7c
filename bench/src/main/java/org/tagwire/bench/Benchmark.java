package org.tagwire.bench;

import java.io.IOException;
import java.util.List;

/** One measurement, bounded in time, on loopback. */
interface Benchmark {
  /** Returns the word it is asked for by. */
  String name();

  /** Returns what it measures, in one line. */
  String purpose();

  /**
   * Measures.
   *
   * @return what was found; a table without rows says in its notes why nothing was measured
   * @throws IOException when files, sockets or child processes fail
   */
  List<Table> run(Options options) throws IOException;
}
