package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Polls one source at once. */
@Command(
    name = "poll",
    description = "Polls a source now, due or not, and says what came of it.",
    footer = {"", "Example: tagwire poll https://www.example.org/feed.xml"})
final class Poll implements Runnable {
  private final Common common;

  @Parameters(
      paramLabel = "SOURCE",
      description = "The address of a source, or its number in 'tagwire sources'.")
  private String source = "";

  Poll(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("poll", source));
  }
}
