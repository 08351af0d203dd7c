package org.tagwire.server.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far long work is, at which rate, and how long it will take: a bar that is drawn again
 * on a terminal, a plain line now and then elsewhere. Work that ends within a second shows nothing.
 * Used by one thread.
 */
final class ProgressBar {
  private static final int WIDTH = 24;
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final PrintStream err;
  private final boolean live;
  private final LongSupplier ticker;
  private String what = "";
  private long begun;
  private long first;
  private long shown;
  private boolean drawn;

  /**
   * @param ticker nanoseconds that never jump
   */
  ProgressBar(PrintStream err, boolean live, LongSupplier ticker) {
    this.err = err;
    this.live = live;
    this.ticker = ticker;
  }

  void show(String counted, long done, long total) {
    long now = ticker.getAsLong();
    if (!counted.equals(what)) {
      end();
      what = counted;
      begun = now;
      first = done;
      shown = now;
      return;
    }
    Duration quiet = drawn ? (live ? REDRAW : LINE) : (live ? SILENCE : LINE);
    if (now - shown >= quiet.toNanos()) {
      String text = text(done, total, now);
      err.print(live ? "\r\u001b[K" + text : text + "\n");
      err.flush();
      shown = now;
      drawn = true;
    }
  }

  private String text(long done, long total, long now) {
    double seconds = Math.max(1e-9, (now - begun) / 1e9);
    double rate = (done - first) / seconds;
    String speed = String.format(Locale.ROOT, "%,.0f/s", rate);
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s %,d  %s", what, done, speed);
    }
    double share = Math.clamp((double) done / total, 0, 1);
    String left = rate <= 0 ? "" : ", " + left(Math.max(0, total - done) / rate) + " left";
    String bar =
        live
            ? "["
                + "#".repeat((int) (share * WIDTH))
                + " ".repeat(WIDTH - (int) (share * WIDTH))
                + "] "
            : "";
    return String.format(
        Locale.ROOT,
        "%s %s%3.0f %%  %,d of %,d  %s%s",
        what,
        bar,
        share * 100,
        done,
        total,
        speed,
        left);
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    return whole < 120 ? whole + " s" : whole < 7200 ? whole / 60 + " min" : whole / 3600 + " h";
  }

  /** Takes a drawn bar away, before something else is printed. */
  void clear() {
    if (drawn && live) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  void end() {
    clear();
    what = "";
    drawn = false;
  }
}
