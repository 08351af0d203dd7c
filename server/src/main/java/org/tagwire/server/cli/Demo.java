package org.tagwire.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.demo.Opening;
import org.tagwire.server.demo.Stand;
import org.tagwire.server.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a whole world of publishers, offline. */
@Command(
    name = "demo",
    description =
        "Starts a server and a world of fictional publishers beside it, offline, to look at.",
    footer = {"", "Ctrl-C ends it. Example: tagwire demo --port 9000"})
final class Demo implements Runnable {
  private static final int FIRST_PORT = 8080;
  private static final int PORTS = 100;

  private final Common common;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the pages; 8080, or the next one free.")
  private @Nullable Integer port;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "Plays stored real pages (pages.jsonl, html/) instead.")
  private @Nullable Path pages;

  @Option(
      names = "--stream",
      paramLabel = "DIR",
      description = "Plays a stored real stream (stream*.jsonl.gz) instead.")
  private @Nullable Path stream;

  Demo(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    Path directory = common.directory("demo-data");
    Terminal terminal = common.terminal();
    Stand stand =
        Stand.open(
            directory, Optional.ofNullable(pages), Optional.ofNullable(stream), common.clock());
    common.flag("listen", "127.0.0.1:" + (port == null ? free() : port));
    stand.settings().forEach(common::flag);
    Node node = started(directory, stand);
    Serve.stopAtTheEnd(stand::close, node::close);
    terminal.note(
        "A newsstand of "
            + stand.publishers()
            + " publishers is open on loopback. For it, and it alone, this is set:");
    stand
        .settings()
        .forEach((name, value) -> terminal.note("  " + name + " = " + shortened(value)));
    terminal.note("The data are in " + directory + ".");
    Opening.fill(node, stand.feeds(), terminal);
    terminal.endProgress();
    terminal.line("Tagwire is at http://localhost:" + node.port() + stand.firstPage());
    terminal.note("Ctrl-C ends it.");
    Serve.awaitTheEnd();
  }

  private Node started(Path directory, Stand stand) {
    boolean started = false;
    try {
      Node node = Node.start(common.serving(directory));
      started = true;
      return node;
    } finally {
      if (!started) {
        stand.close();
      }
    }
  }

  private static String shortened(String value) {
    List<String> values = List.of(value.split(","));
    return values.size() <= 2 ? value : values.getFirst() + " and " + (values.size() - 1) + " more";
  }

  private static int free() {
    for (int candidate = FIRST_PORT; candidate < FIRST_PORT + PORTS; candidate++) {
      try (ServerSocket probe = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException e) {
        // taken; the next one
      }
    }
    throw new TagwireException(
        ErrorCode.BAD_REQUEST, "no port from 8080 to 8179 is free; name one with --port");
  }
}
