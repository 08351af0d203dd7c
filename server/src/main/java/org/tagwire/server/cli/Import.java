package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds all sources of a subscription list, or of a list that ships. */
@Command(
    name = "import",
    description = "Adds the feeds of an OPML file, in their folders, or a list to begin with.",
    footer = {
      "",
      "Examples: tagwire import subscriptions.opml",
      "          tagwire import --starter en",
      "          tagwire import --starter"
    })
final class Import implements Runnable {
  private static final String LIST = "list";

  private final Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "An OPML file; - for standard input.")
  private String file = "";

  @Option(
      names = "--starter",
      arity = "0..1",
      fallbackValue = LIST,
      paramLabel = "PACK",
      description =
          "News feeds to begin with: a language (en, de, ...), a country or an interest, or"
              + " several with commas. Without PACK: lists what there is.")
  private String starter = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  Import(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    if (starter.isEmpty() == file.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "give either an OPML file or --starter");
    }
    Order order = Order.of("import");
    common.order(
        starter.isEmpty() ? order.with(common.read(file)) : order.with("starter", starter));
  }
}
