package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the sources. */
@Command(
    name = "sources",
    description = "Lists the sources: state, last and next poll, articles, last error.",
    footer = {"", "Example: tagwire sources --state failing"})
final class Sources implements Runnable {
  private final Common common;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that are new, ok, failing, gone or paused.")
  private String state = "";

  Sources(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Order order = Order.of("sources");
    common.order(state.isEmpty() ? order : order.with("state", state));
  }
}
