package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.url.WebAddress;

class IconsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] ICO =
      IcoPartsTest.ico(new IcoPartsTest.Entry(32, 24, IcoPartsTest.bitmap(32, 24)));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = server();
  private final WebAddress home =
      WebAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  private final Fetcher fetcher = fetcher();
  private final Path folder;
  private final Icons icons;

  IconsTest(@TempDir Path folder) {
    this.folder = folder;
    this.icons = new Icons(fetcher, folder.resolve("icons"), now::get);
  }

  private HttpServer server() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      made.createContext(
          "/",
          http -> {
            String path = http.getRequestURI().getPath();
            asked.add(path);
            byte[] file = files.get(path);
            if (failing.contains(path)) {
              http.sendResponseHeaders(500, -1);
            } else if (file == null) {
              http.sendResponseHeaders(404, -1);
            } else {
              http.sendResponseHeaders(200, file.length);
              http.getResponseBody().write(file);
            }
            http.close();
          });
      made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      made.start();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Fetcher fetcher() {
    int port = server.getAddress().getPort();
    Reach reach =
        new Reach(
            List.of(Reach.Range.parse("127.0.0.1:" + port).orElseThrow()), Map.of(), Set.of());
    return new Fetcher(
        new FetchSettings(
            "Tagwire/1.0",
            FetchLimits.DEFAULT,
            reach,
            new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
            Surroundings.of(now::get)));
  }

  @AfterEach
  void close() {
    icons.close();
    fetcher.close();
    server.stop(0);
  }

  /** Asks until it is known whether there is an icon. */
  private Picture known(Icons asking) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Picture picture = asking.show(home);
    while (picture instanceof Picture.Busy) {
      assertThat(System.nanoTime()).as("the icon is known in time").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      picture = asking.show(home);
    }
    return picture;
  }

  private long fetched(String path) {
    return asked.stream().filter(path::equals).count();
  }

  private static byte[] page(String links) {
    return Shots.ascii("<!doctype html><head><title>The Orrery</title>" + links + "</head>");
  }

  @Test
  void keepsNoReaderWaitingAndShowsTheNextOneTheIcon() {
    files.put("/favicon.ico", ICO);

    assertThat(icons.show(home)).isInstanceOf(Picture.Busy.class);

    assertThat(known(icons)).isInstanceOf(Picture.Shown.class);
    assertThat(fetched("/favicon.ico")).isEqualTo(1);
    assertThat(fetched("/")).isZero();
  }

  @Test
  void asksTheHomePageWhereTheUsualPlaceIsEmptyAndTakesTheSmallestThatIsLargeEnough() {
    files.put(
        "/",
        page(
            "<link rel='icon' type='image/svg+xml' href='/a.svg'>"
                + "<link rel='mask-icon' href='/mask.png' sizes='32x32'>"
                + "<link rel='apple-touch-icon' href='/touch.png'>"
                + "<link rel='SHORTCUT ICON' href='/small.png' sizes='16x16'>"
                + "<link rel='icon' href='/right.png' sizes='48x48'>"));
    files.put("/right.png", Shots.png(48, 48));

    assertThat(known(icons)).isInstanceOf(Picture.Shown.class);
    assertThat(asked).doesNotContain("/a.svg", "/mask.png", "/touch.png", "/small.png");
  }

  @Test
  void neverShowsAnSvgOrAPageThatIsCalledAnIcon() {
    files.put("/favicon.ico", Shots.ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"));
    files.put("/", page("<link rel=icon href='/icon.svg?v=2'><link rel=icon href='data:,x'>"));

    assertThat(known(icons)).isInstanceOf(Picture.Missing.class);
    assertThat(fetched("/icon.svg")).isZero();
  }

  @Test
  void obeysRobots() {
    files.put("/robots.txt", Shots.ascii("User-agent: *\nDisallow: /\n"));
    files.put("/favicon.ico", ICO);

    assertThat(known(icons)).isInstanceOf(Picture.Missing.class);
    assertThat(fetched("/favicon.ico")).isZero();
  }

  @Test
  void remembersForAMonthWhatThereIsAndThatThereIsNoneEvenInAnotherRun() {
    assertThat(known(icons)).isInstanceOf(Picture.Missing.class);
    files.put("/favicon.ico", ICO);
    now.set(NOW.plus(Duration.ofDays(29)));

    try (Icons later = new Icons(fetcher, folder.resolve("icons"), now::get)) {
      assertThat(later.show(home)).isInstanceOf(Picture.Missing.class);
      assertThat(fetched("/favicon.ico")).isEqualTo(1);

      now.set(NOW.plus(Duration.ofDays(31)));
      assertThat(known(later)).isInstanceOf(Picture.Shown.class);
    }
  }

  @Test
  void asksAgainAfterAFewHoursWhereSomethingFailed() {
    failing.add("/favicon.ico");
    assertThat(known(icons)).isInstanceOf(Picture.Missing.class);
    assertThat(fetched("/")).as("a broken server is left alone").isZero();
    failing.clear();
    files.put("/favicon.ico", ICO);
    assertThat(icons.show(home)).isInstanceOf(Picture.Missing.class);

    now.set(NOW.plus(Duration.ofHours(7)));

    assertThat(known(icons)).isInstanceOf(Picture.Shown.class);
  }

  @Test
  void readsNoMoreThanAMebibyte() {
    files.put("/favicon.ico", Shots.joined(ICO, new byte[1 << 20]));

    assertThat(known(icons)).isInstanceOf(Picture.Missing.class);
  }

  @Test
  void forgetsWhatIsTakenDown() {
    files.put("/favicon.ico", ICO);
    assertThat(known(icons)).isInstanceOf(Picture.Shown.class);

    icons.forget(home);

    assertThat(icons.show(home)).isInstanceOf(Picture.Busy.class);
  }

  @Test
  void whatHidesNothingIsOneTransparentPixel() {
    assertThat(Shots.opened(Icons.blank()).getRGB(0, 0)).isZero();
    assertThat(Shots.opened(Icons.blank()).getWidth()).isEqualTo(1);
  }
}
