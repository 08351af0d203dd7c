package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a source. */
@Command(
    name = "add",
    description = "Adds a feed, or finds the feed of a page.",
    footer = {"", "Example: tagwire add https://www.example.org/news --folder Local"})
final class Add implements Runnable {
  private final Common common;

  @Parameters(
      paramLabel = "URL",
      description = "A feed, a news sitemap, or a page that leads to one.")
  private String url = "";

  @Option(
      names = "--folder",
      paramLabel = "NAME",
      description = "The folder to put it in; News/Local nests.")
  private String folder = "";

  @Option(names = "--anyway", description = "Adds the address as a feed without asking it first.")
  private boolean anyway;

  Add(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Order order = Order.of("add", url).with("folder", folder);
    common.order(anyway ? order.with("anyway", "yes") : order);
  }
}
