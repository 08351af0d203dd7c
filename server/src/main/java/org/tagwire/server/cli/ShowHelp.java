package org.tagwire.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of the program or of one command. */
@Command(name = "help", description = "Shows this help, or that of a command.")
final class ShowHelp implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
  private @Nullable String command;

  @Override
  public void run() {
    CommandLine program = spec.commandLine().getParent();
    CommandLine asked = command == null ? program : program.getSubcommands().get(command);
    if (asked == null) {
      throw new ParameterException(
          spec.commandLine(), "there is no command '" + command + "'; 'tagwire help' lists them");
    }
    asked.usage(spec.commandLine().getOut());
  }
}
