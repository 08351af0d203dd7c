package org.tagwire.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself; what is said here holds for every command. */
@Command(
    name = "tagwire",
    description = "Turns publishers' news into living hashtag pages.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  tagwire demo                                  a whole world to look at, offline",
      "  tagwire serve --data news &",
      "  tagwire add --data news https://www.example.org/news",
      "Settings: docs/settings.md. Exit codes: 0 done, 1 failed, 2 wrong usage."
    })
final class Tagwire implements Runnable {
  private final Common common;

  @Spec private CommandSpec spec = CommandSpec.create();

  Tagwire(Common common) {
    this.common = common;
  }

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data directory; $TAGWIRE_DATA, else ./data.")
  void data(Path directory) {
    common.data(directory);
  }

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      scope = ScopeType.INHERIT,
      description = "Sets the clock, which then runs on: 2025-06-01T12:00:00Z.")
  void now(String instant) {
    common.now(instant);
  }

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      description = "Log lines as text or json, on standard error.")
  void logFormat(String format) {
    common.flag("log-format", format);
  }

  @SuppressWarnings("UnusedVariable") // picocli sets it, and asks it whether help was wanted
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? 'tagwire help' lists them");
  }
}
