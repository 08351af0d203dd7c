package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.url.WebAddress;

class PicturesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final byte[] PHOTO = Shots.jpeg(1_200, 800);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = server();
  private final Fetcher fetcher = fetcher(Set.of());
  private final Path folder;
  private final Pictures pictures;

  PicturesTest(@TempDir Path folder) {
    this.folder = folder;
    this.pictures = pictures(fetcher, 1 << 20);
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
            if (path.startsWith("/to/")) {
              http.getResponseHeaders().add("Location", "http://" + path.substring(4));
              http.sendResponseHeaders(302, -1);
            } else if (file == null) {
              http.sendResponseHeaders(404, -1);
            } else {
              http.getResponseHeaders().add("Content-Type", "image/png; charset=utf-7");
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

  private Fetcher fetcher(Set<String> ownHosts) {
    int port = server.getAddress().getPort();
    Reach reach =
        new Reach(
            List.of(Reach.Range.parse("127.0.0.1:" + port).orElseThrow()), Map.of(), ownHosts);
    return new Fetcher(
        new FetchSettings(
            "Tagwire/1.0",
            FetchLimits.DEFAULT,
            reach,
            new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
            Surroundings.of(clock)));
  }

  private Pictures pictures(Fetcher fetching, long cache) {
    return new Pictures(fetching, Gallery.whole(cache), folder.resolve("pictures"), clock);
  }

  @AfterEach
  void close() {
    pictures.close();
    fetcher.close();
    server.stop(0);
  }

  private WebAddress at(String path) {
    return WebAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static Print shown(Picture picture) {
    assertThat(picture).isInstanceOf(Picture.Shown.class);
    return ((Picture.Shown) picture).print();
  }

  private long fetched(String path) {
    return asked.stream().filter(path::equals).count();
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("pictures"))) {
      return found.toList();
    }
  }

  @Test
  void fetchesOnceAndShowsInEveryWidth() {
    files.put("/a.jpg", PHOTO);

    assertThat(Shots.opened(shown(pictures.show(at("/a.jpg"), 320))).getWidth()).isEqualTo(320);
    assertThat(Shots.opened(shown(pictures.show(at("/a.jpg"), 640))).getWidth()).isEqualTo(640);
    assertThat(Shots.opened(shown(pictures.show(at("/a.jpg"), 960))).getWidth()).isEqualTo(960);

    assertThat(fetched("/a.jpg")).isEqualTo(1);
  }

  @Test
  void fetchesOnceForAllWhoAskAtTheSameTime() throws Exception {
    files.put("/a.jpg", PHOTO);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          IntStream.range(0, 20)
              .mapToObj(i -> readers.submit(() -> pictures.show(at("/a.jpg"), 320)))
              .toList();
      for (var each : waiting) {
        shown(each.get());
      }
    }

    assertThat(fetched("/a.jpg")).isEqualTo(1);
  }

  @Test
  void showsNoWidthButTheGallerys() {
    files.put("/a.jpg", PHOTO);

    assertThat(pictures.show(at("/a.jpg"), 321)).isInstanceOf(Picture.Missing.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void obeysRobots() {
    files.put("/robots.txt", Shots.ascii("User-agent: *\nDisallow: /private/\n"));
    files.put("/private/a.jpg", PHOTO);

    assertThat(pictures.show(at("/private/a.jpg"), 320)).isInstanceOf(Picture.Missing.class);
    assertThat(fetched("/private/a.jpg")).isZero();
  }

  /** U040 and N061: the guard is asked again wherever a picture leads. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/favicon.ico",
        "http://10.0.0.1/a.jpg",
        "http://169.254.169.254/latest/meta-data/",
        "http://192.168.0.1/a.jpg",
        "http://127.0.0.2/a.jpg"
      })
  void reachesNoPrivateAddress(String address) {
    assertThat(pictures.show(WebAddress.of(address), 320)).isInstanceOf(Picture.Missing.class);
    String target = address.substring("http://".length());
    assertThat(pictures.show(at("/to/" + target), 320)).isInstanceOf(Picture.Missing.class);
    assertThat(asked).filteredOn(path -> path.startsWith("/to/")).hasSize(1);
  }

  @Test
  void neverAsksOurOwnServer() {
    files.put("/a.jpg", PHOTO);
    try (Fetcher ours = fetcher(Set.of("127.0.0.1"));
        Pictures own = pictures(ours, 1 << 20)) {
      assertThat(own.show(at("/a.jpg"), 320)).isInstanceOf(Picture.Missing.class);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void endsAnEndlessChainOfRedirects() {
    String here = "127.0.0.1:" + server.getAddress().getPort();
    String path = "/to/" + (here + "/to/").repeat(9) + here + "/a.jpg";
    files.put("/a.jpg", PHOTO);

    assertThat(pictures.show(at(path), 320)).isInstanceOf(Picture.Missing.class);
    assertThat(fetched("/a.jpg")).isZero();
  }

  @Test
  void readsNoMoreThanTenMebibytes() {
    files.put("/a.jpg", Shots.joined(PHOTO, new byte[10 << 20]));

    assertThat(pictures.show(at("/a.jpg"), 320)).isInstanceOf(Picture.Missing.class);
  }

  @Test
  void remembersForAWhileThatThereIsNone() {
    assertThat(pictures.show(at("/none.jpg"), 320)).isInstanceOf(Picture.Missing.class);
    assertThat(pictures.show(at("/none.jpg"), 640)).isInstanceOf(Picture.Missing.class);
    assertThat(fetched("/none.jpg")).isEqualTo(1);

    now.set(NOW.plus(Duration.ofDays(2)));
    files.put("/none.jpg", PHOTO);

    shown(pictures.show(at("/none.jpg"), 320));
  }

  @Test
  void showsASmallStillWebpInItsOwnSizeAndNoLargeOne() {
    files.put("/a.webp", Shots.webp(800, 500, new byte[0], new byte[0]));
    files.put("/b.webp", Shots.webp(2_600, 500, new byte[0], new byte[0]));

    assertThat(shown(pictures.show(at("/a.webp"), 320)).format()).isEqualTo(Print.Format.WEBP);
    assertThat(pictures.show(at("/b.webp"), 320)).isInstanceOf(Picture.Missing.class);
  }

  @Test
  void keepsFilesNamedByHashesWithinTheirBytes() throws IOException {
    try (Pictures small = pictures(fetcher, 150_000)) {
      for (int i = 0; i < 12; i++) {
        files.put("/" + i + ".jpg", PHOTO);
        shown(small.show(at("/" + i + ".jpg"), 320));
      }
    }
    long bytes = 0;
    for (Path file : kept()) {
      assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}-(320|960)\\.jpeg");
      bytes += Files.size(file);
    }
    assertThat(bytes).isBetween(50_000L, 150_000L);
  }

  @Test
  void leavesNoDraftWhereAPictureCannotBeKept() throws IOException {
    files.put("/a.jpg", PHOTO);
    shown(pictures.show(at("/a.jpg"), 960));
    Path place = kept().getFirst();
    pictures.forget(at("/a.jpg"));
    Files.createDirectories(place.resolve("in the way"));

    shown(pictures.show(at("/a.jpg"), 960));

    assertThat(kept()).containsExactly(place);
  }

  @Test
  void findsAgainWhatAnotherRunKept() {
    files.put("/a.jpg", PHOTO);
    shown(pictures.show(at("/a.jpg"), 320));
    files.clear();

    try (Pictures later = pictures(fetcher, 1 << 20)) {
      shown(later.show(at("/a.jpg"), 320));
    }
    assertThat(fetched("/a.jpg")).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsTakenDown() throws IOException {
    files.put("/a.jpg", PHOTO);
    shown(pictures.show(at("/a.jpg"), 320));

    pictures.forget(at("/a.jpg"));

    assertThat(kept()).isEmpty();
  }

  @Test
  void asksAgainAfterAWeek() {
    files.put("/a.jpg", PHOTO);
    shown(pictures.show(at("/a.jpg"), 960));

    now.set(NOW.plus(Duration.ofDays(8)));
    shown(pictures.show(at("/a.jpg"), 960));

    assertThat(fetched("/a.jpg")).isEqualTo(2);
  }
}
