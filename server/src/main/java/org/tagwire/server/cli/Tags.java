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

/** What the owner says about hashtags. */
@Command(
    name = "tags",
    description = "Merges, splits and renames hashtags, and takes one off an article.",
    footer = {
      "",
      "What was said holds for whatever is read later, and until it is taken back.",
      "Example: tagwire tags list",
      "         tagwire tags merge AdeleQuill AdaQuill",
      "         tagwire tags split JohnSmith --as \"John Smith Footballer\" --with \"Leeds"
          + " United\"",
      "         tagwire tags rename AdaQuill \"Dame Ada Quill\"",
      "         tagwire tags not-about https://news.example.org/7 AdaQuill",
      "         tagwire tags undo 3"
    })
final class Tags implements Runnable {
  private final Common common;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "list, merge, split, rename, not-about or undo.")
  private String action = "list";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description =
          "merge: TAG and the tag it becomes; split: TAG; rename: TAG and its name; not-about:"
              + " ARTICLE and TAG; undo: the RULE's number.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "split: the name of the second subject.")
  private String as = "";

  @Option(
      names = "--with",
      paramLabel = "WORDS",
      description =
          "split: a tag, or words of title or text, that tells the second subject; may be given"
              + " again.")
  private List<String> with = new ArrayList<>();

  @Option(
      names = "--mentioned",
      description = "not-about: the article is still listed among those that name the tag.")
  private boolean mentioned;

  Tags(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(order());
  }

  private Order order() {
    return switch (action) {
      case "list" -> Order.of("tags");
      case "merge" -> of("tags-merge", 2);
      case "split" ->
          of("tags-split", 1)
              .with("as", require("--as", as))
              .with("with", String.join("\n", told()));
      case "rename" -> of("tags-rename", 2);
      case "not-about" ->
          mentioned ? of("tags-not-about", 2).with("mentioned", "yes") : of("tags-not-about", 2);
      case "undo" -> of("tags-undo", 1);
      default ->
          throw wrong(
              "'"
                  + action
                  + "' cannot be done to tags; list, merge, split, rename, not-about and undo can");
    };
  }

  private Order of(String order, int needed) {
    if (arguments.size() != needed) {
      throw wrong("'tags " + action + "' needs " + needed + " arguments; see 'tagwire help tags'");
    }
    return Order.of(order, arguments.toArray(String[]::new));
  }

  private List<String> told() {
    if (with.isEmpty()) {
      require("--with", "");
    }
    return with;
  }

  private String require(String option, String value) {
    if (value.isBlank()) {
      throw wrong("'tags split' needs " + option + "; see 'tagwire help tags'");
    }
    return value;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
