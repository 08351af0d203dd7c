package org.tagwire.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The synthetic publishers that all aggregators are measured with, a Python program on loopback
 * outside the repository.
 */
final class Rig implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private Rig(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Finds the program: what was given, the environment's TAGWIRE_RIG, or where it usually lies
   * beside a checkout.
   */
  static Optional<Path> find(Options options) {
    return options
        .findPath("rig")
        .or(() -> Optional.ofNullable(System.getenv("TAGWIRE_RIG")).map(Path::of))
        .or(() -> Optional.of(Path.of("..", "shared", "rig", "newsstand.py")))
        .filter(Files::isRegularFile);
  }

  /** Starts it with so many feeds and waits until it answers. */
  static Rig open(Path program, int feeds) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                "python3",
                program.toString(),
                "--n",
                Integer.toString(feeds),
                "--port",
                Integer.toString(port))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Rig rig = new Rig(process, port);
    boolean open = false;
    try {
      rig.await();
      open = true;
      return rig;
    } finally {
      if (!open) {
        rig.close();
      }
    }
  }

  private void await() throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        get("/ctl/stats");
        return;
      } catch (IOException e) {
        pause();
      }
    }
    throw new IOException("the rig did not answer on port " + port);
  }

  int port() {
    return port;
  }

  /** Returns the subscriptions as OPML. */
  String opml() throws IOException {
    return get("/all.opml");
  }

  /** Gives every feed so many new items. */
  void publish(int items) throws IOException {
    get("/ctl/publish?m=" + items);
  }

  /** Returns one of the rig's counters and leaves it. */
  long counted(String counter) throws IOException {
    Matcher value = Pattern.compile("\"" + counter + "\": (\\d+)").matcher(get("/ctl/stats"));
    return value.find() ? Long.parseLong(value.group(1)) : 0;
  }

  private String get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the rig", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(200));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
