package org.tagwire.server.cli;

import org.tagwire.server.control.Order;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Watches names, and shows which there are and what was found of them. */
@Command(
    name = "watch",
    description =
        "Watches the names of a file: each becomes a hashtag of every article that says it, older"
            + " ones too.",
    footer = {
      "",
      "A line of FILE is a name; a name that is watched already is replaced by its line:",
      "  Shell | Royal Dutch Shell +oil,gas -beach",
      "  |      stands between spellings (= does, too); the first gives the hashtag",
      "  +word  has to stand in the same article; +one,other for either; +\"two words\"",
      "  -word  must not stand in the same article",
      "  lang:ar  kind:person  case:exact   in one language; what it is; capitals as written",
      "  # begins a remark",
      "Case, accents, endings and Arabic prefixes are looked after. A wrong line refuses the file.",
      "Example: tagwire watch names.txt",
      "         tagwire watch --list > names.txt"
    })
final class Watch implements Runnable {
  private final Common common;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Names, a line each; - for standard input.")
  private String file = "";

  @ArgGroup private Wish wish = new Wish();

  Watch(Common common) {
    this.common = common;
  }

  /** What is wished instead, of which one thing at a time. */
  private static final class Wish {
    @Option(names = "--list", description = "Lists the names as lines that can be given again.")
    private boolean list;

    @Option(
        names = "--remove",
        paramLabel = "NAME",
        description =
            "Watches this name no longer, and takes its hashtag off where only that put it.")
    private String remove = "";

    @Option(
        names = "--csv",
        description = "Prints a table: today, 7 days, change, publishers, last article.")
    private boolean csv;

    @Option(names = "--feed", description = "Prints the newest articles of all names as RSS.")
    private boolean feed;

    private boolean isNone() {
      return !list && remove.isEmpty() && !csv && !feed;
    }
  }

  @Override
  public void run() {
    if (file.isEmpty() == wish.isNone()) {
      throw new ParameterException(
          spec.commandLine(),
          "give either a file of names or one of --list, --remove, --csv, --feed");
    }
    common.order(order());
  }

  private Order order() {
    if (wish.list) {
      return Order.of("watch-list");
    }
    if (wish.csv) {
      return Order.of("watch-csv");
    }
    if (wish.feed) {
      return Order.of("watch-feed");
    }
    return wish.remove.isEmpty()
        ? Order.of("watch").with(common.read(file))
        : Order.of("watch-remove", wish.remove);
  }
}
