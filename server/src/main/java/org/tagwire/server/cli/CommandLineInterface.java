package org.tagwire.server.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Reads a command line, runs what it says, and makes failures into messages and exit codes. */
public final class CommandLineInterface {
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private CommandLineInterface() {}

  /** Runs a command on this process's own streams. Returns the exit code. */
  public static int run(String[] arguments, Map<String, String> environment) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    var console = System.console();
    boolean live = console != null && console.isTerminal();
    Terminal terminal = new Terminal(System.in, out, err, live);
    int code = of(terminal, environment).execute(arguments);
    out.flush();
    return code;
  }

  /** Makes the command line over any streams and environment. */
  static CommandLine of(Terminal terminal, Map<String, String> environment) {
    Common common = new Common(terminal, environment);
    CommandLine line = new CommandLine(new Tagwire(common));
    line.addSubcommand("serve", SettingFlags.on(new CommandLine(new Serve(common)), common));
    line.addSubcommand("demo", new Demo(common));
    line.addSubcommand("add", new Add(common));
    line.addSubcommand("import", new Import(common));
    line.addSubcommand("sources", new Sources(common));
    line.addSubcommand("poll", new Poll(common));
    line.addSubcommand("watch", new Watch(common));
    line.addSubcommand("load", new Load(common));
    line.addSubcommand("explain", new Explain(common));
    line.addSubcommand("tags", new Tags(common));
    line.addSubcommand("notices", new Notices(common));
    line.addSubcommand("takedown", new Takedown(common));
    line.addSubcommand("suppress", new Suppress(common));
    line.addSubcommand("export", new Export(common));
    line.addSubcommand("backup", new Backup(common));
    line.addSubcommand("restore", new Restore(common));
    line.addSubcommand("reread", new Reread(common));
    line.addSubcommand("relearn", new Relearn(common));
    line.addSubcommand("rebuild-index", new RebuildIndex(common));
    line.addSubcommand("password", new Password(common));
    line.addSubcommand("inspect", new Inspect(common));
    line.addSubcommand("rehearse", new Rehearse(common));
    line.addSubcommand("version", new ShowVersion(common));
    line.addSubcommand("help", new ShowHelp());
    line.setOut(terminal.results());
    line.setErr(terminal.remarks());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpWidth(100);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, terminal));
    return line;
  }

  private static int failed(Exception e, Terminal terminal) throws Exception {
    if (e instanceof TagwireException known) {
      terminal.note("tagwire: " + known.getMessage());
      return known.code() == ErrorCode.BAD_REQUEST || known.code() == ErrorCode.BAD_SETTING
          ? WRONG_USAGE
          : FAILED;
    }
    terminal.note(String.format(Locale.ROOT, "tagwire: this is a bug, please report it: %s", e));
    throw e;
  }
}
