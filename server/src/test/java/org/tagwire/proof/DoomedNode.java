package org.tagwire.proof;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.tagwire.model.Failpoints;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/**
 * A node of its own process that polls all its sources once, settles and closes, unless it dies
 * before: {@code DIRECTORY NOW POINT NTH}. What it may ask stands in the directory's settings.
 * Without a point it prints how often each was reached.
 */
final class DoomedNode {
  private DoomedNode() {}

  /**
   * Dies the n-th time the point is reached, as by {@code kill -9}: no hook runs, nothing is
   * flushed.
   */
  private record Fuse(Point fatal, int nth, Map<Point, AtomicInteger> met) implements Failpoints {
    static Fuse of(String point, int nth) {
      Map<Point, AtomicInteger> met = new EnumMap<>(Point.class);
      List.of(Point.values()).forEach(p -> met.put(p, new AtomicInteger()));
      return new Fuse(Point.valueOf(point.toUpperCase(Locale.ROOT).replace('-', '_')), nth, met);
    }

    @Override
    public void reach(Point point) {
      int times = met.computeIfAbsent(point, p -> new AtomicInteger()).incrementAndGet();
      if (times == nth && point == fatal) {
        Runtime.getRuntime().halt(137);
      }
    }
  }

  /** Runs the node. */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    Instant now = Instant.parse(arguments[1]);
    Fuse fuse = Fuse.of(arguments[2], Integer.parseInt(arguments[3]));
    Works.Surroundings around =
        new Works.Surroundings(
            directory, SettingsReader.read(directory, Map.of(), Map.of()), () -> now, fuse);
    try (Works works = Works.open(around)) {
      Rounds.complete(works, now);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        fuse.met().entrySet().stream()
            .map(e -> e.getKey().label() + "=" + e.getValue())
            .collect(Collectors.joining(" ")));
  }
}
