package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says why something is as it is. */
@Command(
    name = "explain",
    description = "Says why a source, a page, an article or a tag is as it is.",
    footer = {
      "",
      "Example: tagwire explain article https://www.example.org/news/1",
      "         tagwire explain tag ImogenPoots"
    })
final class Explain implements Runnable {
  private final Common common;

  @Parameters(index = "0", paramLabel = "WHAT", description = "source, page, article or tag.")
  private String what = "";

  @Parameters(
      index = "1",
      paramLabel = "WHICH",
      description = "An address, an id, a number or a tag.")
  private String which = "";

  Explain(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("explain", what, which));
  }
}
