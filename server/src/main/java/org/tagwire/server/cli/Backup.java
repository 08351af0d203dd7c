package org.tagwire.server.cli;

import java.nio.file.Path;
import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a backup. */
@Command(
    name = "backup",
    description = "Writes a consistent copy of everything to a file, while the server goes on.",
    footer = {"", "Example: tagwire backup /backups/tagwire-2025-06-01.db"})
final class Backup implements Runnable {
  private final Common common;

  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private Path file = Path.of("");

  Backup(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.order(Order.of("backup", file.toAbsolutePath().normalize().toString()));
  }
}
