package org.tagwire.server.cli;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What readers have told the owner. */
@Command(
    name = "notices",
    description = "Lists what readers object to, shows one, and answers it.",
    footer = {
      "",
      "A tag that a notice hides is shown again when the notice is refused. To carry one out, use",
      "'takedown', 'suppress' or 'tags not-about', then answer it as done.",
      "Example: tagwire notices",
      "         tagwire notices show m4x2k7…",
      "         tagwire notices done m4x2k7… --words \"The tag is gone.\"",
      "         tagwire notices refused m4x2k7… --words \"The article is about her namesake.\""
    })
final class Notices implements Runnable {
  private final Common common;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list, show, done, refused or in-work.")
  private String action = "list";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Which notice.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--words",
      paramLabel = "WORDS",
      description = "What the sender reads on the notice's page.")
  private String words = "";

  Notices(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(order());
  }

  private Order order() {
    return switch (action) {
      case "list" -> Order.of("notices");
      case "show" -> Order.of("notice", id());
      case "done", "refused", "in-work" ->
          Order.of("notice-answer", id(), action).with("words", words);
      default -> throw wrong("'" + action + "' cannot be done to notices; see 'help notices'");
    };
  }

  private String id() {
    if (arguments.size() != 1) {
      throw wrong("'notices " + action + "' needs the id of one notice");
    }
    return arguments.getFirst();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
