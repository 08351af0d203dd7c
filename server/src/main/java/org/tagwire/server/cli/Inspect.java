package org.tagwire.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tagwire.server.inspect.Inspection;
import org.tagwire.server.settings.Settings.LogFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one stage over lines of JSON. */
@Command(
    name = "inspect",
    description = "Runs one stage on lines of JSON, and prints a line for each.",
    footer = {
      "",
      "It needs no data directory. What each stage reads and prints: docs/cli.md.",
      "Example: tagwire inspect language < sentences.jsonl"
    })
final class Inspect implements Runnable {
  private final Common common;

  @Parameters(
      index = "0",
      paramLabel = "STAGE",
      description = "feeds, pages, language, tags or stories.")
  private String stage = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files of JSON lines; standard input without any.")
  private List<Path> files = List.of();

  @Option(
      names = "--base",
      paramLabel = "DIR",
      description = "What file names in the lines are relative to; the working folder.")
  private Path base = Path.of("");

  Inspect(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Logs.configure(LogFormat.TEXT, false);
    Terminal terminal = common.terminal();
    Inspection inspection =
        Inspection.of(
            stage,
            base.toAbsolutePath(),
            terminal.out(),
            done -> terminal.progress("lines", done, 0));
    try {
      if (files.isEmpty()) {
        inspection.run(
            new BufferedReader(new InputStreamReader(terminal.input(), StandardCharsets.UTF_8)));
      }
      for (Path file : files) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          inspection.run(lines);
        }
      }
    } catch (IOException e) {
      throw Common.unreadable(files.isEmpty() ? "standard input" : files.toString(), e);
    } finally {
      terminal.endProgress();
    }
    inspection.close();
    if (inspection.failed() > 0) {
      terminal.note(inspection.failed() + " lines were answered with an error");
    }
  }
}
