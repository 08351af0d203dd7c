package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns anew, or forgets what was learned of one publisher. */
@Command(
    name = "relearn",
    description = "Learns names, sections and furniture anew from the articles that are kept.",
    footer = {
      "",
      "Private sources teach nothing. 'tagwire explain publisher DOMAIN' shows what was learned.",
      "Example: tagwire relearn",
      "         tagwire relearn --forget news.example.org"
    })
final class Relearn implements Runnable {
  private final Common common;

  @Option(
      names = "--forget",
      paramLabel = "DOMAIN",
      description = "Only forgets what was taken for furniture of this publisher.")
  private String forget = "";

  Relearn(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(forget.isEmpty() ? Order.of("relearn") : Order.of("forget-furniture", forget));
  }
}
