package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes away an article, or all that a site has published. */
@Command(
    name = "takedown",
    description = "Takes down an article, or everything under an address, for good.",
    footer = {
      "",
      "What is taken down answers 410, is gone from every list within seconds, and stays gone:",
      "after another poll, a rebuilt index and a restored backup.",
      "Example: tagwire takedown 3f2a9c0d4e5b6a7988776655443322ff",
      "         tagwire takedown https://news.example.org/private/",
      "         tagwire takedown news.example.org --reason \"asked to be left out\""
    })
final class Takedown implements Runnable {
  private final Common common;

  @Parameters(
      paramLabel = "WHAT",
      description = "An article's id, or the address that all to go begin with.")
  private String what = "";

  @Option(names = "--reason", paramLabel = "WORDS", description = "Kept for the owner's eyes.")
  private String reason = "";

  Takedown(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Order order = Order.of("takedown", what);
    common.order(reason.isBlank() ? order : order.with("reason", reason));
  }
}
