package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hides a name from strangers, or shows it again. */
@Command(
    name = "suppress",
    description = "Hides a name from strangers, or shows it again; articles stay.",
    footer = {
      "",
      "Kept as a keyed hash alone. Case, accents, separators and the order of the words do not",
      "matter; inflected forms are names of their own.",
      "Example: tagwire suppress \"Milo Tarn\"",
      "         tagwire suppress --show-again \"Milo Tarn\""
    })
final class Suppress implements Runnable {
  private final Common common;

  @Parameters(paramLabel = "NAME", description = "The name.")
  private String name = "";

  @Option(names = "--reason", paramLabel = "WORDS", description = "Kept for the owner's eyes.")
  private String reason = "";

  @Option(names = "--show-again", description = "Show a hidden name again.")
  private boolean shownAgain;

  Suppress(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Order order = Order.of(shownAgain ? "show-again" : "suppress", name);
    common.order(reason.isBlank() ? order : order.with("reason", reason));
  }
}
