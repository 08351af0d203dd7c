package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds all sources of a subscription list. */
@Command(
    name = "import",
    description = "Adds the feeds of an OPML file, in their folders.",
    footer = {"", "Example: tagwire import subscriptions.opml"})
final class Import implements Runnable {
  private final Common common;

  @Parameters(paramLabel = "FILE", description = "An OPML file; - for standard input.")
  private String file = "";

  Import(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("import").with(common.read(file)));
  }
}
