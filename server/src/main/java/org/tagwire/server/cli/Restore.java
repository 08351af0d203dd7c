package org.tagwire.server.cli;

import java.nio.file.Path;
import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup in place. */
@Command(
    name = "restore",
    description = "Puts a backup in the place of what is there.",
    footer = {
      "",
      "A running server does it itself and is away for a moment. What was withdrawn since the"
          + " backup stays gone.",
      "Example: tagwire restore /backups/tagwire-2025-06-01.db"
    })
final class Restore implements Runnable {
  private final Common common;

  @Parameters(paramLabel = "FILE", description = "A file that 'tagwire backup' has written.")
  private Path file = Path.of("");

  Restore(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("restore", file.toAbsolutePath().normalize().toString()));
  }
}
