package org.tagwire.server.cli;

import java.util.concurrent.CountDownLatch;
import org.tagwire.server.node.Node;
import org.tagwire.server.works.Closing;
import picocli.CommandLine.Command;

/** Runs a server until it is told to stop. */
@Command(
    name = "serve",
    description = "Serves a data directory: polls its sources and shows its pages.",
    footer = {
      "",
      "Every setting is a flag too (docs/settings.md); a flag wins over TAGWIRE_* and"
          + " settings.toml.",
      "SIGTERM or Ctrl-C ends it; requests under way are answered first.",
      "Example: tagwire serve --data news --listen 127.0.0.1:9000"
    })
final class Serve implements Runnable {
  private final Common common;

  Serve(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Node node = Node.start(common.serving(common.directory()));
    stopAtTheEnd(node::close);
    common
        .terminal()
        .line("Tagwire is at " + node.site() + "/ (data in " + common.directory() + ")");
    node.findProof()
        .ifPresent(
            proof ->
                common
                    .terminal()
                    .line(
                        "No password is set yet: open "
                            + node.site()
                            + "/start and give this token there: "
                            + proof));
    awaitTheEnd();
  }

  /** Closes these when the process is told to end, the last one first. */
  static void stopAtTheEnd(Runnable... closes) {
    Closing closing = new Closing();
    for (Runnable close : closes) {
      closing.add(close);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
  }

  static void awaitTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
