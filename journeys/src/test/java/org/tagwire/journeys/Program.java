package org.tagwire.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tagwire in a process of its own, on a free port and a data directory that goes with it. Safe for
 * use by many threads.
 */
final class Program implements AutoCloseable {
  private static final Pattern OPEN = Pattern.compile("Tagwire is at (http://[^/\\s]+)(/\\S*)");
  private static final Pattern NO_POLL = Pattern.compile("(?m)^tagwire_polls_running 0(\\.0)?$");
  private static final Pattern NO_LAG = Pattern.compile("(?m)^tagwire_index_lag 0(\\.0)?$");
  private static final int PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path data;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;
  private final String firstPage;

  private Program(Process process, Path data, Matcher open) {
    this.process = process;
    this.data = data;
    this.site = URI.create(open.group(1));
    this.firstPage = open.group(2);
  }

  /**
   * Starts it and returns when it has said where it is.
   *
   * @param name under which its log is kept
   * @param arguments of its command line, but for the data directory
   */
  static Program start(String name, String... arguments) {
    try {
      Path data = Files.createTempDirectory("tagwire-journeys");
      Path log = Files.createDirectories(Path.of("target")).resolve(name + ".log");
      Process process =
          new ProcessBuilder(command(data, arguments))
              .redirectError(log.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .start();
      Optional<Matcher> open = heard(process);
      if (open.isEmpty()) {
        end(process, data);
        throw new IllegalStateException(
            "the " + name + " did not open; " + log.toAbsolutePath() + " says why");
      }
      return new Program(process, data, open.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path data, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "org.tagwire.server.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    return command;
  }

  private static Optional<Matcher> heard(Process process) {
    CompletableFuture<Optional<Matcher>> line =
        CompletableFuture.supplyAsync(
            () ->
                process
                    .inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .map(OPEN::matcher)
                    .filter(Matcher::find)
                    .findFirst(),
            command -> Thread.ofVirtual().start(command));
    try {
      return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Returns where a path of the site is. */
  URI at(String path) {
    return site.resolve(path);
  }

  /** Returns the page it tells a visitor to open. */
  String firstPage() {
    return firstPage;
  }

  /** Returns what it says next that has the form, as on a console; waits for it. */
  Matcher hear(Pattern form) {
    return process
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .map(form::matcher)
        .filter(Matcher::find)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the program ended without saying " + form));
  }

  /** Says whether no feed is being read, and what was read can be seen. */
  boolean isResting() {
    String metrics = text("/metrics");
    return NO_POLL.matcher(metrics).find() && NO_LAG.matcher(metrics).find();
  }

  String text(String path) {
    return new String(fetch(path).body(), StandardCharsets.UTF_8);
  }

  /** Returns what a program gets that asks for a path. */
  HttpResponse<byte[]> fetch(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for " + path, e);
    }
  }

  @Override
  public void close() {
    client.close();
    end(process, data);
  }

  private static void end(Process process, Path data) {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      clear(data);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void clear(Path data) {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
