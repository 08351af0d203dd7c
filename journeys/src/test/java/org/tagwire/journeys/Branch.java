package org.tagwire.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.server.demo.Stand;

/**
 * An empty instance beside a newsstand of its own, whose clock stands still until it is moved:
 * articles are published when a journey wants them.
 */
final class Branch implements AutoCloseable {
  /** How long before the present the stand opens: there is room to publish in. */
  private static final Duration ROOM = Duration.ofSeconds(60);

  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final Pattern ARTICLES = Pattern.compile("(?m)^tagwire_articles_indexed (\\d+)");

  private final AtomicReference<Instant> time;
  private final Path folder;
  private final Stand stand;
  private final Program program;
  private int indexed = -1;
  private long since;

  private Branch(AtomicReference<Instant> time, Path folder, Stand stand, Program program) {
    this.time = time;
    this.folder = folder;
    this.stand = stand;
    this.program = program;
  }

  /** Opens one for its owner alone, on the machine where the browser is. */
  static Branch atHome() {
    return open("home", Map.of("listen", "127.0.0.1:0"));
  }

  /** Opens one for everybody; its owner has no password yet. */
  static Branch inPublic() {
    int port = freePort();
    return open(
        "public",
        Map.of(
            "listen", "127.0.0.1:" + port,
            "mode", "public",
            "base-url", "http://localhost:" + port,
            "site-name", "Harbour Wire",
            "contact", "desk@harbour-wire.example"));
  }

  private static Branch open(String name, Map<String, String> settings) {
    var time = new AtomicReference<>(InstantSource.system().instant().minus(ROOM));
    try {
      Path folder = Files.createTempDirectory("tagwire-stand");
      Stand stand = Stand.open(folder, Optional.empty(), Optional.empty(), time::get);
      boolean opened = false;
      try {
        Program program = Program.start(name, command(stand, settings));
        opened = true;
        return new Branch(time, folder, stand, program);
      } finally {
        if (!opened) {
          stand.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] command(Stand stand, Map<String, String> own) {
    Map<String, String> settings = new LinkedHashMap<>(stand.settings());
    settings.put("own-poll-floor", "1s");
    settings.put("own-poll-ceiling", "2s");
    settings.put("embedding", "off");
    settings.putAll(own);
    List<String> command = new ArrayList<>(List.of("serve"));
    settings.forEach((key, value) -> command.addAll(List.of("--" + key, value)));
    return command.toArray(String[]::new);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Program program() {
    return program;
  }

  /** Returns the address of the feed of a publisher. */
  String feed(String domain) {
    return stand.feeds().stream()
        .filter(feed -> feed.contains("//" + domain) || feed.contains("." + domain))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no feed of " + domain));
  }

  /** Says whether no article has come in for some seconds, as far as it was asked. */
  boolean isQuiet() {
    Matcher articles = ARTICLES.matcher(program.text("/metrics"));
    int now = articles.find() ? Integer.parseInt(articles.group(1)) : -1;
    if (now != indexed || now <= 0) {
      indexed = now;
      since = System.nanoTime();
    }
    return System.nanoTime() - since > QUIET.toNanos();
  }

  /** Lets everything be published that appears up to the present. */
  void publish() {
    time.set(InstantSource.system().instant());
  }

  @Override
  public void close() {
    program.close();
    stand.close();
    try {
      Files.deleteIfExists(folder.resolve("demo.txt"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
