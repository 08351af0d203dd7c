package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;

/** Builds the index again. */
@Command(
    name = "rebuild-index",
    description = "Builds the search index again from the store.",
    footer = {"", "Example: tagwire rebuild-index"})
final class RebuildIndex implements Runnable {
  private final Common common;

  RebuildIndex(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("rebuild-index"));
  }
}
