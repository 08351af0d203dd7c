package org.tagwire.server;

import org.tagwire.server.cli.CommandLineInterface;

/** Where the process begins. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // pictures are decoded and never drawn: no screen is looked for, whatever DISPLAY says
    System.setProperty("java.awt.headless", "true");
    System.exit(CommandLineInterface.run(arguments, System.getenv()));
  }
}
