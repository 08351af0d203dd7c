package org.tagwire.server.cli;

import org.tagwire.server.works.Version;
import picocli.CommandLine.Command;

/** Prints the version. */
@Command(name = "version", description = "Prints the version of Tagwire and of Java.")
final class ShowVersion implements Runnable {
  private final Common common;

  ShowVersion(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    common.terminal().line("Tagwire " + Version.number() + ", Java " + Runtime.version());
  }
}
