package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the sources, says how much of one is kept, and shows what could not be read. */
@Command(
    name = "sources",
    description = "Lists the sources: state, last and next poll, articles, last error.",
    footer = {
      "",
      "Example: tagwire sources --state failing",
      "         tagwire sources 7 --keep 30d,5000",
      "         tagwire sources --quarantine"
    })
final class Sources implements Runnable {
  private final Common common;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "Only this one: its address, or its number in the list.")
  private String source = "";

  @ArgGroup private Wish wish = new Wish();

  Sources(Common common) {
    this.common = common;
  }

  /** What is wished, of which one thing at a time. */
  private static final class Wish {
    @Option(
        names = "--state",
        paramLabel = "STATE",
        description = "Only those that are new, ok, failing, gone or paused.")
    private String state = "";

    @Option(
        names = "--keep",
        paramLabel = "LIMITS",
        description =
            "How much of SOURCE's articles is kept: an age, a number, a size (30d,5000,1GB),"
                + " forever; or default, which is the setting keep-articles.")
    private String keep = "";

    @Option(
        names = "--quarantine",
        description = "Lists the items instead on which a stage of Tagwire broke.")
    private boolean quarantine;

    @Option(
        names = "--show",
        paramLabel = "NUMBER",
        description = "Shows what was received for an item in quarantine, and what broke.")
    private String show = "";

    @Option(
        names = "--retry",
        paramLabel = "NUMBER",
        description = "Tries an item in quarantine again, or all.")
    private String retry = "";

    @Option(
        names = "--drop",
        paramLabel = "NUMBER",
        description = "Forgets an item in quarantine that could not be read.")
    private String drop = "";
  }

  @Override
  public void run() {
    common.order(order());
  }

  private Order order() {
    if (!wish.keep.isEmpty()) {
      return Order.of("keep", requireSource(), wish.keep);
    }
    if (!wish.show.isEmpty()) {
      return Order.of("quarantine-show", wish.show);
    }
    if (!wish.retry.isEmpty()) {
      return Order.of("quarantine-retry", wish.retry);
    }
    if (!wish.drop.isEmpty()) {
      return Order.of("quarantine-drop", wish.drop);
    }
    if (wish.quarantine) {
      return Order.of("quarantine");
    }
    Order list = source.isEmpty() ? Order.of("sources") : Order.of("sources", source);
    return wish.state.isEmpty() ? list : list.with("state", wish.state);
  }

  private String requireSource() {
    if (source.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--keep needs a source: tagwire sources SOURCE --keep LIMITS");
    }
    return source;
  }
}
