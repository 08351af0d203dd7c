package org.tagwire.server.cli;

import org.slf4j.LoggerFactory;

/**
 * Closes what a process has open when it ends; what fails is said and the rest is closed all the
 * same.
 */
final class Ending {
  private Ending() {}

  static void close(AutoCloseable... parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        LoggerFactory.getLogger(Ending.class)
            .error("{} could not be closed", part.getClass().getSimpleName(), e);
      }
    }
  }
}
