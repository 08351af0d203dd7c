package org.tagwire.server.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer that goes on for as long as the reader listens. It has a thread of its own to run on,
 * which may wait.
 */
@FunctionalInterface
public interface Ticker {
  /**
   * Writes until there is nothing more to say.
   *
   * @throws IOException when the reader has gone
   */
  void run(OutputStream out) throws IOException;
}
