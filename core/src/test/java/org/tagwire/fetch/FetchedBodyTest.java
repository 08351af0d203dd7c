package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;
import static org.tagwire.fetch.FetcherTest.closing;
import static org.tagwire.fetch.FetcherTest.fetched;
import static org.tagwire.fetch.FetcherTest.get;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;

/** What is read of a body and of headers, however they come, and where reading stops. */
class FetchedBodyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "x-gzip", "GZIP", "deflate", "raw", "br", "zstd", "identity", "UTF-8"})
  void readsEveryEncodingItOffers(String encoding) throws Exception {
    byte[] coded = encode(encoding, FEED);
    String name = encoding.equals("raw") ? "deflate" : encoding;
    try (var server = ScriptedServer.always("200 OK\nContent-Encoding: " + name, coded)) {
      assertThat(fetched(get(server, "/")).body()).isEqualTo(FEED);
    }
  }

  @Test
  void keepsWhatCameOfATruncatedBodyButNoValidators() throws Exception {
    byte[] zipped = encode("gzip", incompressible(100_000));
    byte[] cut = Arrays.copyOf(zipped, zipped.length / 2);
    try (var server = ScriptedServer.always("200 OK\nETag: \"a\"\nContent-Encoding: gzip", cut)) {
      Fetched result = fetched(get(server, "/"));

      assertThat(result.body().length).isBetween(30_000, 70_000);
      assertThat(result.trail().partial()).isTrue();
      assertThat(result.validators()).isEqualTo(Validators.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK\nETag: \"a\"\nContent-Length: 99999",
        "200 OK\nETag: \"a\"\nTransfer-Encoding: chunked"
      })
  void tellsABodyThatWasCutOff(String head) {
    byte[] body =
        head.contains("chunked") ? "20\r\n<rss version='2.0'><channel><tit".getBytes(UTF_8) : FEED;
    try (var server = closing(ScriptedServer.answer(head, body))) {
      Fetched result = fetched(get(server, "/"));

      assertThat(new String(result.body(), UTF_8)).startsWith("<rss version='2.0'><channel>");
      assertThat(result.trail().partial()).isTrue();
      assertThat(result.validators()).isEqualTo(Validators.NONE);
    }
  }

  @Test
  void ignoresJunkAfterTheEndOfAGzipBody() throws Exception {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    coded.write(encode("gzip", FEED));
    coded.write("junk".getBytes(UTF_8));
    try (var server =
        ScriptedServer.always("200 OK\nContent-Encoding: gzip", coded.toByteArray())) {
      assertThat(fetched(get(server, "/")).body()).isEqualTo(FEED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "snappy"})
  void namesABodyThatIsNotCodedAsItSays(String encoding) {
    try (var server = ScriptedServer.always("200 OK\nContent-Encoding: " + encoding, FEED)) {
      assertFailed(get(server, "/"), Kind.ENCODING);
    }
  }

  @Test
  void refusesMoreThanOneLayer() {
    try (var server = ScriptedServer.always("200 OK\nContent-Encoding: gzip, gzip", FEED)) {
      assertRefused(get(server, "/"), Reason.ENCODING_LAYERS);
    }
  }

  @Test
  void stopsABombAtTheLimitOfDecodedBytes() throws Exception {
    byte[] bomb = encode("gzip", new byte[64 << 20]);
    try (var server = ScriptedServer.always("200 OK\nContent-Encoding: gzip", bomb)) {
      assertRefused(get(server, "/"), Reason.TOO_LARGE);
    }
  }

  @Test
  void readsLittleMoreThanTheLimitOfAnEndlessBody() {
    AtomicInteger sent = new AtomicInteger();
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
              byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(UTF_8);
              while (true) {
                out.write(chunk);
                sent.addAndGet(4096);
              }
            })) {
      assertRefused(get(server, "/"), Reason.TOO_LARGE);
      // What lay in the buffers of both sockets was sent but never read.
      assertThat(sent.get()).isLessThan(24 << 20);
    }
  }

  @Test
  void givesUpWhenTimeIsUpHoweverLittleKeepsComing() {
    FetchLimits hasty =
        new FetchLimits(
            1 << 20,
            1 << 20,
            1 << 10,
            64 << 10,
            5,
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            1024);
    try (var server = new ScriptedServer(FetchedBodyTest::drip)) {
      assertFailed(FetchWorld.get(FetchWorld.loopback(hasty), server.url("/")), Kind.TIMEOUT);
    }
  }

  /** A header line that never ends. */
  private static boolean drip(String request, OutputStream out) throws java.io.IOException {
    out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(UTF_8));
    while (true) {
      out.write('x');
      out.flush();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void namesABodyThatComesTooSlowly() throws Exception {
    var bounds = new Body.Bounds(1 << 20, 1024);
    var time = new java.util.concurrent.atomic.AtomicLong();
    var slow =
        new java.io.InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            into[from] = 'x';
            return 1;
          }
        };

    Body body = Body.read(slow, Decoding.IDENTITY, bounds, () -> time.addAndGet(1_000_000_000L));

    assertThat(body.end()).isEqualTo(Body.End.TOO_SLOW);
    assertThat(body.bytes().length).isLessThan(12);
  }

  @Test
  void abortsWhenHeadersNeverEnd() {
    StringBuilder many = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 100_000; i++) {
      many.append("X-").append(i).append(": y\r\n");
    }
    try (var server = closing((many + "\r\n").getBytes(UTF_8));
        var longLine =
            closing(
                ("HTTP/1.1 200 OK\r\nX: " + "y".repeat(10 << 20) + "\r\n\r\n").getBytes(UTF_8));
        var heavy =
            closing(
                ("HTTP/1.1 200 OK\r\n" + ("X: " + "y".repeat(1000) + "\r\n").repeat(100) + "\r\n")
                    .getBytes(UTF_8))) {
      assertRefused(get(server, "/"), Reason.HEADERS_TOO_LARGE);
      assertRefused(get(longLine, "/"), Reason.HEADERS_TOO_LARGE);
      assertRefused(get(heavy, "/"), Reason.HEADERS_TOO_LARGE);
    }
  }

  private static byte[] incompressible(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] encode(String encoding, byte[] plain) throws java.io.IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream coder =
        switch (encoding) {
          case "gzip", "x-gzip", "GZIP" -> new GZIPOutputStream(bytes);
          case "deflate" -> new DeflaterOutputStream(bytes);
          case "raw" -> new DeflaterOutputStream(bytes, new Deflater(6, true));
          case "br" -> new com.aayushatharva.brotli4j.encoder.BrotliOutputStream(bytes);
          case "zstd" -> new io.airlift.compress.v3.zstd.ZstdOutputStream(bytes);
          default -> bytes;
        };
    try (coder) {
      coder.write(plain);
    }
    return bytes.toByteArray();
  }
}
