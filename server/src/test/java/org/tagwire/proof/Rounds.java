package org.tagwire.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.SourceStatus;

/**
 * What a doomed node and the one that goes on after it do alike: subscribe from a file, poll
 * everything once, settle.
 */
final class Rounds {
  private static final String FEEDS = "feeds.txt";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(5);

  private Rounds() {}

  /** Writes what a node needs to know of the stand into a data directory. */
  static void prepare(Path directory, Newsstand stand) throws IOException {
    Map<String, String> said = Outskirts.said(stand);
    String names =
        stand.hosts().entrySet().stream()
            .map(
                host ->
                    "\"" + host.getKey() + "\" = \"" + host.getValue().getHostAddress() + "\"\n")
            .collect(Collectors.joining("", "\n[host-names]\n", ""));
    String settings =
        "allow-networks = [\""
            + said.get("allow-networks")
            + "\"]\n"
            + "own-host-gap = \"0\"\nown-poll-floor = \"1m\"\nembedding = \"off\"\n"
            + names;
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(SettingsReader.FILE), settings, StandardCharsets.UTF_8);
    Files.write(
        directory.resolve(FEEDS),
        stand.subscriptions().stream().map(s -> s.address().toString()).toList(),
        StandardCharsets.UTF_8);
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  /**
   * Subscribes where that has not been done, polls every source at {@code now}, and waits until all
   * can be found.
   */
  static void complete(Works works, Instant now) {
    subscribe(works, now);
    works.startPolling();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (works.store().sources().list(Audience.OWNER).stream().anyMatch(s -> !isPolled(s, now))) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "not every source was polled within " + PATIENCE.toSeconds() + " s");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    works.settle((done, total) -> {});
  }

  /**
   * Reads only the first few sources, each found before the next is read: so many pieces the index
   * then consists of.
   */
  static void begin(Works works, Instant now, int pieces) {
    subscribe(works, now);
    List<SourceStatus> sources = works.store().sources().list(Audience.OWNER);
    for (SourceStatus status : sources.subList(0, pieces)) {
      DueSource due =
          works.store().sources().claim(status.source().id(), now, PATIENCE).orElseThrow();
      works.ingest().read(due).ifPresent(record -> works.store().sources().record(List.of(record)));
      works.settle((done, total) -> {});
    }
  }

  /** The poller writes down quiet polls in groups, so the store is asked until it knows of all. */
  private static boolean isPolled(SourceStatus status, Instant now) {
    return status.findLastPoll().filter(at -> !at.isBefore(now)).isPresent();
  }

  private static void subscribe(Works works, Instant now) {
    try {
      List<NewSource> sources =
          Files.readAllLines(works.directory().resolve(FEEDS), StandardCharsets.UTF_8).stream()
              .map(Rounds::source)
              .toList();
      works.store().sources().add(sources, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewSource source(String url) {
    return new NewSource(
        url,
        Source.Kind.FEED,
        url,
        new Domain(URI.create(url).getHost()),
        "",
        Visibility.PUBLIC,
        Source.PageFetching.AUTO);
  }
}
