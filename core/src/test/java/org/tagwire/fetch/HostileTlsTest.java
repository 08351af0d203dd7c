package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.fetched;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.fetch.Certificates.Facts;
import org.tagwire.fetch.FetchResult.Failed;
import org.tagwire.fetch.FetchResult.Kind;

/** Certificates and handshakes that are not good enough (N034, N035). */
class HostileTlsTest {
  private static final FetchLimits HASTY =
      new FetchLimits(
          1 << 20,
          1 << 20,
          1 << 10,
          64 << 10,
          5,
          Duration.ofSeconds(30),
          Duration.ofMillis(400),
          1024);
  private static final byte[] ANSWER = ScriptedServer.answer("200 OK", FEED);

  private static FetchResult get(Trust trust, int port, String host) {
    return get(FetcherTest.SMALL, trust, port, host);
  }

  private static FetchResult get(FetchLimits limits, Trust trust, int port, String host) {
    var world = new FetchWorld(port).name("site.test", "8.8.4.4").name("other.test", "8.8.4.4");
    FetchResult result =
        FetchWorld.get(world.settings(limits, trust, 443, port), "https://" + host + "/");
    assertThat(world.connected()).as("no second try by another way").hasSize(1);
    return result;
  }

  private static FetchResult show(Certificates root, Certificates shown, String host) {
    try (var server = new TlsServer(root, shown, ANSWER)) {
      FetchResult result = get(root.trust(), server.port(), host);
      assertThat(server.requests()).isEqualTo(result instanceof FetchResult.Fetched ? 1 : 0);
      return result;
    }
  }

  @Test
  void believesACertificateOfATrustedAuthority() {
    var root = Certificates.authority();
    var middle = root.sign(Facts.of("Tagwire test intermediate", true));

    assertThat(fetched(show(root, root.sign(Facts.of("site.test", false)), "site.test")).body())
        .isEqualTo(FEED);
    fetched(show(root, middle.sign(Facts.of("site.test", false)), "site.test"));
    fetched(show(root, root.sign(Facts.of("*.test", false)), "site.test"));
  }

  @Test
  void namesACertificateWhoseTimeIsOverOrHasNotCome() {
    var root = Certificates.authority();
    Facts facts = Facts.of("site.test", false);

    assertFailed(show(root, root.sign(facts.past()), "site.test"), Kind.CERTIFICATE_EXPIRED);
    assertFailed(show(root, root.sign(facts.future()), "site.test"), Kind.CERTIFICATE_EXPIRED);
  }

  @Test
  void namesACertificateSignedByItself() {
    var shown = Certificates.selfSigned(Facts.of("site.test", false));

    assertFailed(show(Certificates.authority(), shown, "site.test"), Kind.CERTIFICATE_SELF_SIGNED);
  }

  @Test
  void namesACertificateOfAStranger() {
    var stranger = Certificates.authority();
    var shown = stranger.sign(Facts.of("site.test", false));
    // A stranger who calls itself what our authority is called is still a stranger.
    assertFailed(show(Certificates.authority(), shown, "site.test"), Kind.CERTIFICATE_UNTRUSTED);
    try (var server = new TlsServer(stranger, shown, ANSWER)) {
      assertFailed(get(Trust.system(), server.port(), "site.test"), Kind.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void namesACertificateSignedByOneThatMaySignNothing() {
    var root = Certificates.authority();
    var leaf = root.sign(Facts.of("other.test", false));

    assertFailed(
        show(root, leaf.sign(Facts.of("site.test", false)), "site.test"),
        Kind.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void namesACertificateForAnotherName() {
    var root = Certificates.authority();
    var shown = root.sign(Facts.of("site.test", false));

    assertFailed(show(root, shown, "other.test"), Kind.CERTIFICATE_WRONG_HOST);
    assertFailed(
        show(root, root.sign(Facts.of("*.site.test", false)), "site.test"),
        Kind.CERTIFICATE_WRONG_HOST);
    assertFailed(show(root, shown, "8.8.4.4"), Kind.CERTIFICATE_WRONG_HOST);
  }

  /** Eleven are one more than the JDK reads; two hundred are more than a message holds. */
  @ParameterizedTest
  @CsvSource({"11", "200"})
  void readsNoChainOfEndlessCertificates(int length) {
    var root = Certificates.authority();
    var chain = root;
    for (int i = 0; i < length - 2; i++) {
      chain = chain.sign(Facts.of("Tagwire test intermediate " + i, true));
    }
    assertFailed(
        show(root, chain.sign(Facts.of("site.test", false)), "site.test"), Kind.TLS_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    // A ServerHello that chooses TLS 1.0, one that chooses a cipher without forward secrecy, the
    // alerts protocol_version and handshake_failure, and no TLS at all.
    "160301002a020000260301" + RANDOM + "00c01400, TLS_OUTDATED",
    "160303002a020000260303" + RANDOM + "00002f00, TLS_OUTDATED",
    "15030100020246, TLS_OUTDATED",
    "15030300020228, TLS",
    "485454502f312e3120343030204261640d0a0d0a, TLS"
  })
  void fallsBackToNothingOlder(String answer, Kind kind) {
    try (var server =
        new RawServer(
            (in, out) -> {
              hello(in);
              out.write(HexFormat.of().parseHex(answer));
              out.flush();
              in.readAllBytes();
            })) {
      assertFailed(get(Trust.system(), server.port(), "site.test"), kind);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static final String RANDOM =
      "0102030405060708091011121314151617181920212223242526272829303132";

  @Test
  void waitsForNoHandshakeThatStallsOrDrips() {
    assertThat(FetchLimits.DEFAULT.connect()).isLessThanOrEqualTo(Duration.ofSeconds(5));
    try (var silent = new RawServer((in, out) -> in.readAllBytes());
        var dripping = new RawServer(HostileTlsTest::drip)) {
      for (var server : List.of(silent, dripping)) {
        long start = System.nanoTime();

        assertFailed(get(HASTY, Trust.system(), server.port(), "site.test"), Kind.TLS_STALLED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      }
    }
  }

  private static void drip(InputStream in, OutputStream out) throws IOException {
    hello(in);
    out.write(HexFormat.of().parseHex("1603033fff02003ffb"));
    while (true) {
      out.write(3);
      out.flush();
      LockSupport.parkNanos(20_000_000L);
    }
  }

  @Test
  void namesAServerThatClosesAfterTheFirstMessage() {
    try (var server = new RawServer((in, out) -> hello(in))) {
      assertFailed(get(Trust.system(), server.port(), "site.test"), Kind.TLS_CLOSED);
    }
  }

  @Test
  void saysInWordsWhatEachFailureMeans() {
    List<String> words =
        Stream.of(Kind.values())
            .filter(kind -> kind.name().matches("(CERTIFICATE|TLS).*"))
            .map(Handshake::words)
            .toList();

    assertThat(words).hasSize(9).doesNotHaveDuplicates();
    var shown = Certificates.selfSigned(Facts.of("site.test", false));
    assertThat(show(Certificates.authority(), shown, "site.test"))
        .isEqualTo(
            new Failed(
                Kind.CERTIFICATE_SELF_SIGNED,
                "site.test has a certificate signed by nobody but itself"));
  }

  /** Reads the first message of the client. */
  private static void hello(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    data.skipNBytes(3);
    data.skipNBytes(data.readUnsignedShort());
  }

  /** A server whose every byte is the test's. */
  private static final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    RawServer(Conversation conversation) {
      try {
        this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      Thread.ofVirtual().start(() -> accept(conversation));
    }

    /** What is said on one connection. */
    @FunctionalInterface
    interface Conversation {
      void speak(InputStream in, OutputStream out) throws IOException;
    }

    private void accept(Conversation conversation) {
      try {
        while (true) {
          Socket connection = socket.accept();
          connections.incrementAndGet();
          Thread.ofVirtual().start(() -> speak(conversation, connection));
        }
      } catch (IOException closed) {
        return;
      }
    }

    private static void speak(Conversation conversation, Socket connection) {
      try (connection) {
        conversation.speak(connection.getInputStream(), connection.getOutputStream());
      } catch (IOException gone) {
        return;
      }
    }

    int port() {
      return socket.getLocalPort();
    }

    int connections() {
      return connections.get();
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
