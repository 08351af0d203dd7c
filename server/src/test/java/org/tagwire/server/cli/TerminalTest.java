package org.tagwire.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          InputStream.nullInputStream(),
          new PrintStream(out, true, UTF_8),
          new PrintStream(err, true, UTF_8),
          false);

  @Test
  void isNotSteeredByWhatStrangersHaveWritten() {
    terminal.line("Not me.\u001B]0;owned\u0007 \u009B31mred\u007F");
    terminal.note("about \u001B[2J");

    assertThat(out.toString(UTF_8)).isEqualTo("Not me.\uFFFD]0;owned\uFFFD \uFFFD31mred\uFFFD\n");
    assertThat(err.toString(UTF_8)).isEqualTo("about \uFFFD[2J\n");
  }

  @Test
  void printsTablesAndLinesAsTheyAre() {
    terminal.line("a\tb\nc\r");

    assertThat(out.toString(UTF_8)).isEqualTo("a\tb\nc\r\n");
  }
}
