package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes out what is kept. */
@Command(
    name = "export",
    description = "Prints all articles as JSON lines, or the sources as OPML.",
    footer = {"", "Example: tagwire export --since 2025-05-25 > articles.jsonl"})
final class Export implements Runnable {
  private final Common common;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only articles from then on: 2025-05-25 or an instant.")
  private String since = "";

  @Option(names = "--tag", paramLabel = "TAG", description = "Only articles with this hashtag.")
  private String tag = "";

  @Option(names = "--opml", description = "The sources as an OPML list instead.")
  private boolean opml;

  Export(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Order order = Order.of(opml ? "export-opml" : "export");
    order = since.isEmpty() ? order : order.with("since", since);
    common.order(tag.isEmpty() ? order : order.with("tag", tag));
  }
}
