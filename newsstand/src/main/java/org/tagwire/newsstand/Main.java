package org.tagwire.newsstand;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.tagwire.newsstand.archive.RealPages;
import org.tagwire.newsstand.archive.RealStream;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.newsroom.NewsroomException;
import org.tagwire.newsstand.press.Press;
import org.tagwire.newsstand.site.World;

/**
 * The newsstand as a program of its own: opens a stand, prints its hosts and feeds and serves until
 * it is stopped. Exit codes: 1 failed, 2 wrong usage.
 */
public final class Main {

  private static final String USAGE =
      """
      usage: newsstand [--port N] [--newsroom DIR] [--pages DIR] [--stream DIR]
        --port N        port of all publishers; 0 (default) chooses a free one
        --newsroom DIR  another newsroom than the one that ships
        --pages DIR     plays stored pages instead (pages.jsonl, html/)
        --stream DIR    plays a stored stream instead (stream*.jsonl.gz); both may be given
      prints the port, a line a host (address, name), a line a feed, then 'open'; serves until
      stopped\
      """;
  private static final Set<String> OPTIONS = Set.of("--port", "--newsroom", "--pages", "--stream");

  private Main() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws InterruptedException {
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    try (Newsstand stand = open(arguments)) {
      print(stand, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      new CountDownLatch(1).await();
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      System.exit(2);
    } catch (IOException | NewsroomException e) {
      err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Newsstand open(String[] arguments) throws IOException {
    Map<String, String> options = options(arguments);
    List<World> worlds = new ArrayList<>();
    if (options.containsKey("--pages")) {
      worlds.add(RealPages.open(Path.of(options.get("--pages"))));
    }
    if (options.containsKey("--stream")) {
      worlds.add(RealStream.open(Path.of(options.get("--stream"))));
    }
    if (worlds.isEmpty()) {
      String folder = options.get("--newsroom");
      worlds.add(new Press(folder == null ? Newsroom.shipped() : Newsroom.of(Path.of(folder))));
    }
    int port = port(options.getOrDefault("--port", "0"));
    World world = worlds.stream().reduce(World::and).orElseThrow();
    return Newsstand.open(world, Options.at(InstantSource.system()).onPort(port));
  }

  private static int port(String value) {
    if (!value.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("--port must be a number up to 65535, was " + value);
    }
    return Integer.parseInt(value);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("not an option with a value: " + arguments[i]);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private static void print(Newsstand stand, PrintStream out) {
    out.println("port " + stand.port());
    stand.hosts().forEach((host, address) -> out.println(address.getHostAddress() + "\t" + host));
    stand
        .subscriptions()
        .forEach(feed -> out.println("feed\t" + feed.address() + "\t" + feed.publisher()));
    out.println("open");
  }
}
