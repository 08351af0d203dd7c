package org.tagwire.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.Validators;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.node.Node;
import org.tagwire.url.WebAddress;
import picocli.CommandLine.Command;

/**
 * Goes once through what every server does after its start, so that the launcher can keep the
 * classes it needs at hand.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Starts and stops a server on a directory that is thrown away.")
final class Rehearse implements Runnable {
  private static final String ARTICLE =
      """
      {"carrier": "rehearsal.example", "published": "2025-06-01T12:00:00Z", "url": "https://rehearsal.example/1", \
      "title": "Harbour Players open their season", "text": "The Harbour Players opened their season in Northquay on Sunday. \
      The company's director, Orla Fennimore, said that every seat was taken."}
      """;

  private final Common common;

  Rehearse(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    try {
      Path directory = Files.createTempDirectory("tagwire-rehearsal");
      try {
        rehearse(directory);
      } finally {
        clear(directory);
      }
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, "the rehearsal needs a temporary directory: " + e.getMessage(), e);
    }
  }

  private void rehearse(Path directory) {
    common.flag("listen", "127.0.0.1:0");
    common.flag("allow-networks", "127.0.0.1/32");
    try (Node node = Node.start(common.serving(directory))) {
      node.carryOut(
          Order.of("load").with(ARTICLE.getBytes(StandardCharsets.UTF_8)), common.terminal());
      node.carryOut(Order.of("settle"), common.terminal());
      for (String path :
          List.of("/en/", "/en/hashtag/OrlaFennimore", "/en/search?q=season", "/health/ready")) {
        WebAddress page = WebAddress.of("http://127.0.0.1:" + node.port() + path);
        common
            .terminal()
            .note(
                path
                    + ": "
                    + node.works()
                        .fetcher()
                        .fetch(FetchRequest.feed(page, Validators.NONE))
                        .getClass()
                        .getSimpleName());
      }
    }
  }

  private static void clear(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
