package org.tagwire.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;
import org.tagwire.store.SourceStatus;

/**
 * The measured process that polls: the works of one data directory, as {@code settings.toml} in it
 * says.
 */
final class PollingChild {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Longer than any interval the poll policy chooses. */
  private static final Duration LEAP = Duration.ofDays(2);

  private final Works works;
  private final ShiftedClock clock;

  private PollingChild(Works works, ShiftedClock clock) {
    this.works = works;
    this.clock = clock;
  }

  /**
   * Takes words on standard input until it ends: {@code import FILE}, {@code poll}, {@code
   * refresh}, {@code sizes}.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[0]);
    ShiftedClock clock = new ShiftedClock();
    var around =
        new Works.Surroundings(
            directory, SettingsReader.read(directory, Map.of(), Map.of()), clock, Failpoints.NONE);
    try (Works works = Works.open(around);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      PollingChild child = new PollingChild(works, clock);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Out.answer(child.obey(line));
      }
    }
  }

  private Map<String, Object> obey(String line) throws IOException, InterruptedException {
    String[] words = line.split(" ", 2);
    return switch (words[0]) {
      case "import" -> importFrom(Path.of(words[1]));
      case "poll" -> poll();
      case "refresh" -> refresh();
      case "sizes" -> sizes();
      default -> throw new IllegalArgumentException("'" + line + "' is no word this process knows");
    };
  }

  private Map<String, Object> importFrom(Path opml) throws IOException {
    new Bureau(works).carryOut(Order.of("import").with(Files.readAllBytes(opml)), new Remarks());
    return account(0, System.nanoTime());
  }

  /**
   * Polls all that is due, and waits until all that it brought can be found. The CPU time is that
   * of the whole process so far.
   */
  private Map<String, Object> poll() throws InterruptedException {
    long begun = System.nanoTime();
    works.startPolling();
    awaitQuiet();
    Map<String, Object> account = account(0, begun);
    account.put("jit", Out.cpuOfThreads("C1 Comp") + Out.cpuOfThreads("C2 Comp"));
    account.put("gc", Out.cpuOfThreads("VM Thread"));
    account.put("failing", failing());
    return account;
  }

  /** Polls everything once more; the CPU time is that of this round. */
  private Map<String, Object> refresh() throws InterruptedException {
    long begun = System.nanoTime();
    long cpu = Out.cpu();
    clock.advance(LEAP);
    works.sourcesChanged();
    awaitQuiet();
    return account(cpu, begun);
  }

  private void awaitQuiet() throws InterruptedException {
    while (works.pollsUnderWay() > 0 || isDue()) {
      Thread.sleep(LOOK);
    }
    works.settle((done, total) -> {});
  }

  private boolean isDue() {
    Instant now = clock.instant();
    return works.store().sources().nextDue().filter(due -> !due.isAfter(now)).isPresent();
  }

  private Map<String, Object> account(long since, long begun) {
    Map<String, Object> account = new TreeMap<>();
    account.put("cpu", Out.cpu() - since);
    account.put("wall", System.nanoTime() - begun);
    account.put("articles", works.store().articles().count());
    account.put("change", works.store().articles().lastChange());
    works.index().ifPresent(index -> account.put("found", index.count()));
    return account;
  }

  private long failing() {
    return works.store().sources().list(Audience.OWNER).stream()
        .filter(s -> s.state() != SourceStatus.State.OK)
        .peek(s -> Out.say(s.source().url() + ": " + s.state() + " " + s.lastDetail()))
        .count();
  }

  private Map<String, Object> sizes() throws IOException {
    Map<String, Object> sizes = new TreeMap<>(works.store().upkeep().sizes());
    sizes.put("index", bytes(works.directory().resolve("index")));
    sizes.put("count", works.store().articles().count());
    return sizes;
  }

  private static long bytes(Path folder) throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  private static final class Remarks implements Report {
    @Override
    public void line(String text) {
      Out.say(text);
    }

    @Override
    public void note(String text) {
      Out.say(text);
    }

    @Override
    public void progress(String what, long done, long total) {
      // the parent waits; nobody looks
    }
  }
}
