package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;

/** Runs newer stages over what was kept. */
@Command(
    name = "reread",
    description = "Reads articles again that an older version read, from what was kept.",
    footer = {"", "Example: tagwire reread"})
final class Reread implements Runnable {
  private final Common common;

  Reread(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("reread"));
  }
}
