package org.tagwire.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.node.Clerks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes in articles that are given directly. */
@Command(
    name = "load",
    description = "Takes in articles given as JSON lines, and returns when they can be found.",
    footer = {
      "",
      "A line: {\"carrier\", \"origin\"?, \"published\"?, \"category\"?, \"title\", \"text\","
          + " \"url\"?}; a bad one is named and left out.",
      "Example: tagwire load articles.jsonl"
    })
final class Load implements Callable<Integer> {
  private static final int LINES = 200;
  private static final int CHARACTERS = 8 << 20;
  private static final int LONGEST_LINE = 32 << 20;

  private final Common common;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of JSON lines; - for standard input.")
  private List<String> files = List.of();

  Load(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() {
    Tally tally = new Tally(common.terminal());
    try (Clerks clerks = Clerks.of(common.visiting())) {
      for (String file : files) {
        load(file, clerks, tally);
      }
      clerks.carryOut(Order.of("settle"), common.terminal());
    } finally {
      common.terminal().endProgress();
    }
    common
        .terminal()
        .line(
            tally.read
                + " articles read, "
                + tally.fresh
                + " new or changed, "
                + tally.bad
                + " bad lines");
    return tally.bad > 0 && tally.read == 0 ? CommandLineInterface.FAILED : 0;
  }

  private void load(String file, Clerks clerks, Tally tally) {
    long total = 0;
    try (InputStream in =
            file.equals("-") ? common.terminal().input() : Files.newInputStream(Path.of(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      StringBuilder piece = new StringBuilder();
      long first = 1;
      long number = 0;
      String line = lines.readLine();
      while (line != null) {
        number++;
        total++;
        requireShort(line, file, number);
        piece.append(line).append('\n');
        if (number - first + 1 >= LINES || piece.length() >= CHARACTERS) {
          send(piece, first, clerks, tally);
          first = number + 1;
          common.terminal().progress("articles", total, 0);
        }
        line = lines.readLine();
      }
      send(piece, first, clerks, tally);
    } catch (IOException e) {
      throw Common.unreadable(file, e);
    }
  }

  private static void requireShort(String line, String file, long number) {
    if (line.length() > LONGEST_LINE) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST,
          file + ", line " + number + " has more than 32 million characters; is it JSON lines?");
    }
  }

  private static void send(StringBuilder piece, long first, Clerks clerks, Tally tally) {
    if (!piece.isEmpty()) {
      byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
      clerks.carryOut(Order.of("load").with("first-line", Long.toString(first)).with(bytes), tally);
      piece.setLength(0);
    }
  }

  /** Adds up what came of the pieces. */
  private static final class Tally implements Report {
    private final Terminal terminal;
    private long read;
    private long fresh;
    private long bad;

    Tally(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void line(String text) {
      String[] counts = text.split(" ");
      read += Long.parseLong(counts[0]);
      fresh += Long.parseLong(counts[1]);
      bad += Long.parseLong(counts[2]);
    }

    @Override
    public void note(String text) {
      terminal.note(text);
    }

    @Override
    public void progress(String what, long done, long total) {
      terminal.progress(what, done, total);
    }
  }
}
