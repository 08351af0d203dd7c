package org.tagwire.server.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.tagwire.server.control.Report;

/**
 * The streams of a command: results to standard output, everything else to standard error. Used by
 * one thread.
 */
final class Terminal implements Report {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F&&[^\t\n\r]]");

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final ProgressBar bar;

  /**
   * @param live whether somebody watches, so that a bar may be drawn again and again
   */
  Terminal(InputStream in, PrintStream out, PrintStream err, boolean live) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.bar = new ProgressBar(err, live, System::nanoTime);
  }

  InputStream input() {
    return in;
  }

  PrintWriter results() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  PrintWriter remarks() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** Returns the stream for results, for whoever prints many; it must be flushed. */
  PrintStream out() {
    return out;
  }

  @Override
  public void line(String text) {
    bar.clear();
    out.print(harmless(text) + "\n");
    if (out.checkError()) {
      throw new org.tagwire.model.TagwireException(
          org.tagwire.model.ErrorCode.DISK, "standard output was closed");
    }
  }

  @Override
  public void note(String text) {
    bar.clear();
    err.print(harmless(text) + "\n");
    err.flush();
  }

  /** What strangers have written must not steer the owner's terminal (ECMA-48). */
  private static String harmless(String text) {
    return CONTROLS.matcher(text).replaceAll("\uFFFD");
  }

  @Override
  public void progress(String what, long done, long total) {
    bar.show(what, done, total);
  }

  /** Ends a bar that is being drawn. */
  void endProgress() {
    bar.end();
  }
}
