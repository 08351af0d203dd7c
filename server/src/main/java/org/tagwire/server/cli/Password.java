package org.tagwire.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;

/** Sets the owner's password. */
@Command(
    name = "password",
    description = "Sets the owner's password, read from standard input.",
    footer = {"", "Example: tagwire password < password.txt"})
final class Password implements Runnable {
  private static final int LONGEST = 8_192;

  private final Common common;

  Password(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.terminal().note("The new password, then Enter and Ctrl-D:");
    try {
      String password =
          new String(common.terminal().input().readNBytes(LONGEST), StandardCharsets.UTF_8);
      // spaces count; the line break behind it does not
      String line = password.replaceFirst("[\\r\\n]+$", "");
      common.order(Order.of("password").with(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw Common.unreadable("standard input", e);
    }
  }
}
