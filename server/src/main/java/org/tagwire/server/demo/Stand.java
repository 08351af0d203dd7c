package org.tagwire.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.newsstand.archive.RealPages;
import org.tagwire.newsstand.archive.RealStream;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.newsroom.NewsroomException;
import org.tagwire.newsstand.press.Press;
import org.tagwire.newsstand.site.World;

/**
 * The newsstand of a demo. Its port and the time its news are counted from are kept in the data
 * directory, so that the next demo there finds the same addresses and goes on.
 */
public final class Stand implements AutoCloseable {
  private static final String FILE = "demo.txt";

  private final Newsstand stand;
  private final boolean real;

  private Stand(Newsstand stand, boolean real) {
    this.stand = stand;
    this.real = real;
  }

  /**
   * Opens the stand: the shipped newsroom, or stored pages and a stored stream where they are
   * given.
   *
   * @throws TagwireException when the port is taken or a folder is not what it should be
   */
  public static Stand open(
      Path directory, Optional<Path> pages, Optional<Path> stream, InstantSource clock) {
    Path file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      List<World> worlds = new ArrayList<>();
      if (pages.isPresent()) {
        worlds.add(RealPages.open(pages.get()));
      }
      if (stream.isPresent()) {
        worlds.add(RealStream.open(stream.get()));
      }
      boolean real = !worlds.isEmpty();
      World world =
          real ? worlds.stream().reduce(World::and).orElseThrow() : new Press(Newsroom.shipped());
      Newsstand stand = Newsstand.open(world, options(file, clock));
      Files.writeString(
          file, stand.port() + " " + stand.dateline().start() + "\n", StandardCharsets.UTF_8);
      return new Stand(stand, real);
    } catch (IOException | UncheckedIOException | NewsroomException | IllegalArgumentException e) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST, "the newsstand cannot be opened: " + e.getMessage(), e);
    }
  }

  private static Options options(Path file, InstantSource clock) throws IOException {
    Options fresh = Options.at(clock);
    if (!Files.exists(file)) {
      return fresh;
    }
    String[] kept = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
    return kept.length == 2
        ? fresh.onPort(Integer.parseInt(kept[0])).startingAt(Instant.parse(kept[1]))
        : fresh;
  }

  /** Returns the settings by which a server may ask the stand, as flags. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("allow-networks", "127.64.0.0/10:" + stand.port());
    settings.put("own-host-gap", "0");
    settings.put("own-poll-floor", real ? "5m" : "10s");
    settings.put("own-poll-ceiling", real ? "1h" : "30s");
    settings.put(
        "host-names",
        stand.hosts().entrySet().stream()
            .map(host -> host.getKey() + "=" + host.getValue().getHostAddress())
            .collect(Collectors.joining(",")));
    return settings;
  }

  /** Returns the addresses of its feeds. */
  public List<String> feeds() {
    return stand.subscriptions().stream()
        .map(feed -> feed.address().toString())
        .distinct()
        .toList();
  }

  public int publishers() {
    return stand.hosts().size();
  }

  /** Returns the page a visitor should see first, within an edition. */
  public String firstPage() {
    return real ? "/en/" : "/en/hashtag/MaraEllington";
  }

  @Override
  public void close() {
    stand.close();
  }
}
