package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;
import static org.tagwire.fetch.FetcherTest.fetched;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.sets.HostileCase;
import org.tagwire.url.WebAddress;

/** Bodies without end, bombs, lies about length and coding (N009–N017). */
class HostileBodyTest {
  private static final int LIMIT = FetchLimits.DEFAULT.feedBytes();

  private static FetchResult get(ScriptedServer server) {
    return FetchWorld.get(FetchWorld.loopback(FetchLimits.DEFAULT), server.url("/"));
  }

  @Test
  @Tag("deep")
  void abortsABodyThatDripsAByteASecond() {
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
              while (true) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(1_000_000_000L);
              }
            })) {
      long start = System.nanoTime();

      assertFailed(get(server), Kind.TOO_SLOW);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(31));
    }
  }

  @Test
  void readsNoMoreOfAnEndlessBodyThanItMayKeep() {
    AtomicLong read = new AtomicLong();
    FetchSettings base = FetchWorld.loopback(FetchLimits.DEFAULT);
    Surroundings around = base.surroundings();
    FetchSettings counting =
        new FetchSettings(
            base.userAgent(),
            base.limits(),
            base.reach(),
            base.gaps(),
            new Surroundings(
                around.clock(), around.ticker(), around.names(), () -> counting(read)));
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
              byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(UTF_8);
              while (true) {
                out.write(chunk);
              }
            })) {
      assertRefused(FetchWorld.get(counting, server.url("/")), Reason.TOO_LARGE);
      assertThat(read.get()).isBetween((long) LIMIT, LIMIT + (64L << 10));
    }
  }

  private static Socket counting(AtomicLong read) {
    return new Socket(Proxy.NO_PROXY) {
      @Override
      public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            read.addAndGet(Math.max(0, count));
            return count;
          }
        };
      }
    };
  }

  static List<byte[]> bombs() throws IOException {
    byte[] own = gzip(new byte[256 << 20]);
    return HostileHttp.bodies("N011", own);
  }

  /** All that the fetching thread allocates bounds what it can hold at any moment. */
  @ParameterizedTest
  @MethodSource("bombs")
  void stopsABombWithinASecondAndThirtyTwoMebibytes(byte[] bomb) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var server =
            HostileHttp.once(ScriptedServer.answer("200 OK\nContent-Encoding: gzip", bomb));
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      var request = FetchRequest.feed(WebAddress.of(server.url("/")), Validators.NONE);
      assertRefused(fetcher.fetch(request), Reason.TOO_LARGE);
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long time = threads.getCurrentThreadCpuTime();

      FetchResult result = fetcher.fetch(request);

      assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(32L << 20);
      assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - time))
          .isLessThan(Duration.ofSeconds(1));
      assertRefused(result, Reason.TOO_LARGE);
    }
  }

  @Test
  void keepsABodyOfExactlyTheLimitAndRefusesOneByteMore() {
    try (var exact = ScriptedServer.always("200 OK", new byte[LIMIT]);
        var above = ScriptedServer.always("200 OK", new byte[LIMIT + 1])) {
      assertThat(fetched(get(exact)).body()).hasSize(LIMIT);
      assertRefused(get(above), Reason.TOO_LARGE);
    }
  }

  static List<byte[]> stacked() throws IOException {
    return HostileHttp.answers(
        "N012",
        ScriptedServer.answer("200 OK\nContent-Encoding: gzip, gzip", gzip(gzip(FEED))),
        ScriptedServer.answer(
            "200 OK\nContent-Encoding: gzip\nContent-Encoding: br", gzip(gzip(FEED))));
  }

  @ParameterizedTest
  @MethodSource("stacked")
  void refusesMoreThanOneLayer(byte[] answer) {
    try (var server = HostileHttp.once(answer)) {
      assertRefused(get(server), Reason.ENCODING_LAYERS);
    }
  }

  static List<byte[]> wideWindows() {
    // A frame whose header asks for a window of 1 GiB, one of 18 MiB, one of a single segment of 16
    // MiB.
    return HostileHttp.answers(
        "N013",
        zstd("28b52ffd00a0010000"),
        zstd("28b52ffd0071010000"),
        zstd("28b52ffda000000001010000"));
  }

  private static byte[] zstd(String hex) {
    return ScriptedServer.answer("200 OK\nContent-Encoding: zstd", HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @MethodSource("wideWindows")
  void opensNoWindowOfMoreThanEightMebibytes(byte[] answer) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var server = HostileHttp.once(answer)) {
      long allocated = threads.getCurrentThreadAllocatedBytes();

      assertFailed(get(server), Kind.ENCODING);
      assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(16L << 20);
    }
  }

  @Test
  void offersOnlyWhatItReads() {
    assertThat(Decoding.offered().split(", "))
        .contains("gzip", "deflate", "zstd")
        .allSatisfy(name -> assertThat(Decoding.of(List.of(name))).isPresent());
  }

  @Test
  void keepsWhatCameOfAGzipThatEndsEarlyAndNoValidators() throws IOException {
    byte[] whole = gzip(FEED);
    for (int length : List.of(0, 1, 9, 10, whole.length - 9, whole.length - 4)) {
      byte[] cut = Arrays.copyOf(whole, length);
      try (var server =
          HostileHttp.once(
              ScriptedServer.answer("200 OK\nETag: \"a\"\nContent-Encoding: gzip", cut))) {
        Fetched result = fetched(get(server));

        assertThat(result.trail().partial()).as("%d bytes", length).isTrue();
        assertThat(result.validators()).isEqualTo(Validators.NONE);
        assertThat(new String(FEED, UTF_8)).startsWith(new String(result.body(), UTF_8));
      }
    }
  }

  static List<byte[]> tooShort() {
    return HostileHttp.answers(
        "N015", ScriptedServer.answer("200 OK\nContent-Length: 1000", "<rss>".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("tooShort")
  void takesABodyThatIsShorterThanItSaidForCutOff(byte[] answer) {
    try (var server = HostileHttp.once(answer)) {
      Fetched result = fetched(get(server));

      assertThat(result.body()).isNotEmpty();
      assertThat(result.trail().partial()).isTrue();
      assertThat(result.validators()).isEqualTo(Validators.NONE);
    }
  }

  static List<byte[]> tooLong() {
    return HostileHttp.answers(
        "N016",
        ScriptedServer.answer(
            "200 OK\nContent-Length: 5",
            "<rss>HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void readsOnlyWhatWasAnnouncedAndNeverTheRestAsAnAnswer(byte[] answer) {
    try (var server = HostileHttp.always(answer);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      var request = FetchRequest.feed(WebAddress.of(server.url("/")), Validators.NONE);

      byte[] first = fetched(fetcher.fetch(request)).body();
      byte[] second = fetched(fetcher.fetch(request)).body();

      assertThat(first.length).isIn(5, 50);
      assertThat(second).isEqualTo(first);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  static List<byte[]> twoLengths() {
    byte[] own = chunked("5", new String(FEED, UTF_8));
    return HostileHttp.find("N017")
        .map(hostile -> new String(HostileCase.expand(hostile.recipe()), UTF_8))
        .map(body -> List.of(own, chunked("5", body)))
        .orElse(List.of(own));
  }

  private static byte[] chunked(String length, String body) {
    String chunk =
        Integer.toHexString(body.getBytes(UTF_8).length) + "\r\n" + body + "\r\n0\r\n\r\n";
    return ScriptedServer.answer(
        "200 OK\nContent-Length: " + length + "\nTransfer-Encoding: chunked",
        chunk.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("twoLengths")
  void believesTheChunksAndClosesWhereTheLengthIsSaidTwice(byte[] answer) {
    try (var server = HostileHttp.always(answer);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      var request = FetchRequest.feed(WebAddress.of(server.url("/")), Validators.NONE);

      assertThat(new String(fetched(fetcher.fetch(request)).body(), UTF_8)).endsWith("</rss>");
      assertThat(new String(fetched(fetcher.fetch(request)).body(), UTF_8)).endsWith("</rss>");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void refusesTwoLengthsThatDifferAndReadsTwoThatAgree() {
    try (var differ =
            HostileHttp.once(
                ScriptedServer.answer("200 OK\nContent-Length: 5\nContent-Length: 6", FEED));
        var agree =
            HostileHttp.once(
                ScriptedServer.answer("200 OK\nContent-Length: 5\nContent-Length: 5", FEED))) {
      assertFailed(get(differ), Kind.PROTOCOL);
      assertThat(fetched(get(agree)).body()).hasSize(5);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream coder = new GZIPOutputStream(bytes)) {
      coder.write(plain);
    }
    return bytes.toByteArray();
  }
}
