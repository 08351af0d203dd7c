package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.SMALL;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;
import static org.tagwire.fetch.FetcherTest.fetched;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Failed;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;

/** What goes through an HTTP proxy, how it is asked, and what is still never reached (N055). */
class HttpProxyTest {
  private static final String PUBLIC = "8.8.4.4";
  private static final HttpProxy PROXY = HttpProxy.parse("http://9.9.9.9:3128").orElseThrow();

  private final ScriptedServer origin = ScriptedServer.always("200 OK", FEED);

  @AfterEach
  void closeTheOrigin() {
    origin.close();
  }

  /** Everybody connects to the proxy at loopback, wherever he meant to go. */
  private static FetchWorld world(LoopbackProxy proxy) {
    return new FetchWorld(proxy.port()).name("site.test", PUBLIC).name("proxy.test", "9.9.9.9");
  }

  @Test
  void tunnelsToTheAddressItJudgedAndNamesTheHostInside() {
    try (var proxy = new LoopbackProxy(origin.port())) {
      var world = world(proxy);
      FetchSettings settings = world.settings(SMALL).through(PROXY);

      assertThat(fetched(FetchWorld.get(settings, "http://site.test/feed?a=b")).body())
          .isEqualTo(FEED);

      assertThat(world.connected()).containsExactly("9.9.9.9:3128");
      assertThat(world.asked()).containsExactly("site.test");
      assertThat(proxy.asked())
          .singleElement()
          .asString()
          .startsWith("CONNECT 8.8.4.4:80 HTTP/1.1");
      assertThat(proxy.asked().getFirst()).doesNotContain("site.test", "Authorization");
      assertThat(origin.requests())
          .singleElement()
          .asString()
          .startsWith("GET /feed?a=b HTTP/1.1\r\n")
          .contains("\r\nHost: site.test\r\n");
    }
  }

  @Test
  void speaksTlsThroughTheTunnelWithTheHostAndNotTheProxy() {
    try (var secure =
            new TlsServer(Certificates.authority(), ScriptedServer.answer("200 OK", FEED));
        var proxy = new LoopbackProxy(secure.port())) {
      var world = world(proxy).name("other.test", PUBLIC);
      FetchSettings settings =
          world.settings(SMALL, secure.trust(), 3128, proxy.port()).through(PROXY);

      assertThat(fetched(FetchWorld.get(settings, "https://site.test/")).body()).isEqualTo(FEED);
      assertFailed(FetchWorld.get(settings, "https://other.test/"), Kind.CERTIFICATE_WRONG_HOST);
      assertThat(proxy.asked()).allMatch(head -> head.startsWith("CONNECT 8.8.4.4:443 "));
      assertThat(world.connected()).containsOnly("9.9.9.9:3128");
    }
  }

  @Test
  void asksForTheWholeAddressWhereItIsPlainHttpToALiteral() {
    try (var proxy = new LoopbackProxy(origin.port())) {
      var world = world(proxy);

      fetched(FetchWorld.get(world.settings(SMALL).through(PROXY), "http://8.8.4.4:8080/feed"));

      assertThat(world.connected()).containsExactly("9.9.9.9:3128");
      assertThat(proxy.asked())
          .singleElement()
          .asString()
          .startsWith("GET http://8.8.4.4:8080/feed HTTP/1.1\r\n")
          .contains("\r\nHost: 8.8.4.4:8080\r\n");
    }
  }

  /** A name that is public to us and private to the proxy's own look-up gains nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "https://10.0.0.1/",
        "http://[::1]:8080/",
        "http://inside.test/",
        "https://mixed.test/",
        "http://printer.local/",
        "http://169.254.169.254/latest/meta-data/"
      })
  void reachesNothingInsideThroughTheProxyEither(String url) {
    try (var proxy = new LoopbackProxy(origin.port())) {
      var world = world(proxy).name("inside.test", "10.0.0.1").name("mixed.test", "8.8.8.8 ::1");

      assertRefused(
          FetchWorld.get(world.settings(SMALL).through(PROXY), url), Reason.ADDRESS_BLOCKED);
      assertThat(world.connected()).isEmpty();
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:3128",
        "http://10.1.0.9:3128",
        "http://[::1]:3128",
        "http://inside.test:3128",
        "http://proxy.test:25"
      })
  void usesNoProxyThatIsNeitherPublicNorAllowed(String written) {
    try (var proxy = new LoopbackProxy(origin.port())) {
      var world = world(proxy).name("inside.test", "10.0.0.1");
      FetchSettings settings =
          world.settings(SMALL).through(HttpProxy.parse(written).orElseThrow());

      assertFailed(FetchWorld.get(settings, "http://site.test/"), Kind.PROXY);
      assertThat(world.connected()).isEmpty();
    }
  }

  @Test
  void usesAProxyOfTheOwnNetworkThatTheOperatorAllowed() {
    try (var proxy = new LoopbackProxy(origin.port())) {
      FetchSettings base = world(proxy).settings(SMALL);
      Reach reach =
          new Reach(List.of(Reach.Range.parse("10.1.0.9:3128").orElseThrow()), Map.of(), Set.of());
      FetchSettings settings =
          new FetchSettings(
                  base.userAgent(), base.limits(), reach, base.gaps(), base.surroundings())
              .through(HttpProxy.parse("http://10.1.0.9:3128").orElseThrow());

      fetched(FetchWorld.get(settings, "http://site.test/"));
      assertRefused(FetchWorld.get(settings, "http://10.1.0.9:80/"), Reason.ADDRESS_BLOCKED);
    }
  }

  @Test
  void showsItsCredentialsToTheProxyAndToNobodyElse() {
    String key =
        "Proxy-Authorization: Basic "
            + Base64.getEncoder().encodeToString("ada:p@ss".getBytes(UTF_8));
    HttpProxy named = HttpProxy.parse("http://ada:p%40ss@proxy.test:3128").orElseThrow();
    try (var proxy = new LoopbackProxy(origin.port()).demanding(key)) {
      FetchSettings settings = world(proxy).settings(SMALL);

      fetched(FetchWorld.get(settings.through(named), "http://site.test/"));
      fetched(FetchWorld.get(settings.through(named), "http://8.8.4.4/"));
      FetchResult without = FetchWorld.get(settings.through(PROXY), "http://site.test/");
      FetchResult literal = FetchWorld.get(settings.through(PROXY), "http://8.8.4.4/");

      assertThat(origin.requests()).hasSize(2);
      assertThat(origin.requests().getFirst()).doesNotContain("Proxy-Authorization");
      assertFailed(without, Kind.PROXY);
      assertFailed(literal, Kind.PROXY);
      assertThat(((Failed) without).message()).contains("user and a password");
      assertThat(named).asString().isEqualTo("http://***@proxy.test:3128");
      assertThat(settings.through(named).toString()).doesNotContain("p%40ss", "p@ss");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403 No, PROXY, allow CONNECT",
    "405 No, PROXY, port 80",
    "302 Found, PROXY, refuses",
    "502 Bad Gateway, CONNECT_FAILED, site.test",
    "504 Timeout, CONNECT_FAILED, site.test",
    "abc, PROXY, does not speak HTTP"
  })
  void tellsTheProxysTroubleFromTheHosts(String answer, Kind kind, String words) {
    try (var proxy = new LoopbackProxy(origin.port()).answering(answer)) {
      FetchResult result =
          FetchWorld.get(world(proxy).settings(SMALL).through(PROXY), "http://site.test/");

      assertFailed(result, kind);
      assertThat(((Failed) result).message()).contains(words);
      assertThat(kind.isOurs()).isEqualTo(kind == Kind.PROXY);
      assertThat(origin.connections()).isZero();
    }
  }

  @Test
  void blamesNoSourceWhenTheProxyIsDown() throws IOException {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", 0));
      var world = new FetchWorld(taken.getLocalPort()).name("site.test", PUBLIC);

      FetchResult result =
          FetchWorld.get(world.settings(SMALL).through(PROXY), "https://site.test/");

      assertFailed(result, Kind.NETWORK_DOWN);
      assertThat(((Failed) result).message())
          .contains("http://9.9.9.9:3128 cannot be reached", "nothing is wrong with site.test");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.1.0.9:3128, http://10.1.0.9:3128",
    "http://proxy.example:80/, http://proxy.example:80",
    "HTTP://Proxy.Example:8080, http://proxy.example:8080",
    "http://[fd00::9]:3128, http://[fd00::9]:3128",
    "http://u:p@proxy.example:3128, http://***@proxy.example:3128"
  })
  void readsTheAddressOfAProxy(String text, String meant) {
    assertThat(HttpProxy.parse(text)).map(HttpProxy::toString).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy",
        "proxy.example:3128",
        "http://proxy.example",
        "https://proxy.example:3128",
        "socks5://proxy.example:1080",
        "http://proxy.example:0",
        "http://proxy.example:99999",
        "http://proxy.example:3128/path",
        "http://proxy.example:3128?x",
        "http://:3128"
      })
  void readsNothingElseAsOne(String text) {
    assertThat(HttpProxy.parse(text)).isEmpty();
  }
}
