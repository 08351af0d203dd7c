package org.tagwire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void drawsABarWithRateAndTimeLeftOnATerminal() {
    ProgressBar bar = bar(true);

    bar.show("articles", 0, 1000);
    after(2);
    bar.show("articles", 500, 1000);

    assertThat(said())
        .isEqualTo(
            "\r\u001b[Karticles [############            ]  50 %  500 of 1,000  250/s, 2 s left");
  }

  @Test
  void printsAPlainLineNowAndThenElsewhere() {
    ProgressBar bar = bar(false);

    bar.show("articles", 0, 1000);
    after(5);
    bar.show("articles", 100, 1000);
    assertThat(said()).isEmpty();
    after(5);
    bar.show("articles", 200, 1000);

    assertThat(said()).isEqualTo("articles  20 %  200 of 1,000  20/s, 40 s left\n");
  }

  @Test
  void countsWhereNobodyKnowsHowMany() {
    ProgressBar bar = bar(false);

    bar.show("lines", 0, 0);
    after(10);
    bar.show("lines", 3000, 0);

    assertThat(said()).isEqualTo("lines 3,000  300/s\n");
  }

  @Test
  void takesTheBarAwayBeforeSomethingElseIsPrinted() {
    ProgressBar bar = bar(true);
    bar.show("lines", 0, 0);
    after(2);
    bar.show("lines", 10, 0);
    err.reset();

    bar.clear();

    assertThat(said()).isEqualTo("\r\u001b[K");
  }

  private ProgressBar bar(boolean live) {
    return new ProgressBar(new PrintStream(err, true, StandardCharsets.UTF_8), live, nanos::get);
  }

  private void after(long seconds) {
    nanos.addAndGet(seconds * 1_000_000_000);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
