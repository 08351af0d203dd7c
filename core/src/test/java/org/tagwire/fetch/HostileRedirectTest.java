package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.SMALL;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;
import static org.tagwire.fetch.FetcherTest.fetched;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.url.WebAddress;

/** Where redirects may lead, and where they may not (N001–N008, N057). */
class HostileRedirectTest {
  private static final String PUBLIC = "8.8.4.4";

  @Test
  void stopsInACircle() {
    try (var server = to(UTF_8, "/b", "/a")) {
      var world = world(server);

      assertFailed(FetchWorld.get(world.settings(SMALL), "http://site.test/a"), Kind.REDIRECT_LOOP);
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(6);
    }
  }

  @Test
  void stopsAfterFiveOfThirtyRedirects() {
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              int number = Integer.parseInt(request.split(" ")[1].substring(1));
              String next = "/" + (number + 1);
              out.write(
                  number < 30
                      ? ScriptedServer.answer("302 Found\nLocation: " + next, new byte[0])
                      : ScriptedServer.answer("200 OK", FEED));
              return true;
            })) {
      var world = world(server);

      assertFailed(
          FetchWorld.get(world.settings(SMALL), "http://site.test/0"), Kind.TOO_MANY_REDIRECTS);
      assertThat(server.requests()).hasSize(6);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirectToTheInside(int status) {
    for (String inside :
        List.of(
            "http://127.0.0.1:@SENTINEL@/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::1]:@SENTINEL@/",
            "http://inside.test/")) {
      try (var sentinel = ScriptedServer.always("200 OK", FEED);
          var server =
              ScriptedServer.always(
                  status + " Moved\nLocation: " + at(inside, sentinel), new byte[0])) {
        var world = world(server).name("inside.test", "10.0.0.1");

        assertRefused(
            FetchWorld.get(world.settings(SMALL), "http://site.test/"), Reason.ADDRESS_BLOCKED);
        assertThat(world.connected()).containsExactly(PUBLIC + ":80");
        assertThat(sentinel.connections()).isZero();
      }
    }
  }

  static List<String> otherSchemes() {
    return HostileHttp.values(
        "N004",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "dict://127.0.0.1:11211/stat",
        "view-source:http://127.0.0.1/",
        "blob:http://site.test/1",
        "ws://127.0.0.1/");
  }

  @ParameterizedTest
  @MethodSource("otherSchemes")
  void followsNoOtherScheme(String location) {
    try (var sentinel = ScriptedServer.always("200 OK", FEED);
        var server =
            ScriptedServer.always("301 Moved\nLocation: " + at(location, sentinel), new byte[0])) {
      assertRefused(
          FetchWorld.get(world(server).settings(SMALL), "http://site.test/"), Reason.NOT_HTTP);
      assertThat(sentinel.connections()).isZero();
    }
  }

  static List<String> oddLocations() {
    return HostileHttp.values(
        "N007",
        "http://site.test\\@127.0.0.1/",
        "http:\\\\127.0.0.1\\x",
        "///127.0.0.1/",
        "http://127.1/",
        "http://0/",
        "http://site.test\u0001/",
        "http://site.test/\u0000",
        "http://%31%32%37.0.0.1/",
        "http://user:pw@site.test/next",
        "?next",
        "#top");
  }

  /** Each is refused, or resolved as a browser does and then guarded. */
  @ParameterizedTest
  @MethodSource("oddLocations")
  void readsOddLocationsLikeABrowserAndGuardsWhatComesOut(String location) {
    for (Charset sent : List.of(UTF_8, ISO_8859_1)) {
      try (var sentinel = ScriptedServer.always("200 OK", FEED);
          var server = to(sent, at(location, sentinel))) {
        var world = world(server);

        FetchResult result = FetchWorld.get(world.settings(SMALL), "http://site.test/a");

        assertThat(result).isNotInstanceOf(FetchResult.NotModified.class);
        assertThat(world.connected()).isNotEmpty().containsOnly(PUBLIC + ":80");
        assertThat(sentinel.connections()).isZero();
        assertThat(server.requests())
            .allSatisfy(
                head ->
                    assertThat(head)
                        .doesNotContain("X-Evil", "Authorization", "pw@", "\u0000", "\u0001"));
      }
    }
  }

  @Test
  void neverMovesASourceFromHttpsToHttp() {
    try (var plain = ScriptedServer.always("200 OK", FEED);
        var secure =
            new TlsServer(
                Certificates.authority(),
                ScriptedServer.answer("301 Moved\nLocation: http://site.test/f", new byte[0]))) {
      var world = new FetchWorld(plain.port()).name("site.test", PUBLIC);
      FetchSettings settings = world.settings(SMALL, secure.trust(), 443, secure.port());

      FetchResult.Fetched followed = fetched(FetchWorld.get(settings, "https://site.test/f"));
      FetchResult withSecret = FetchWorld.get(settings, "https://ada:pw@site.test/f");

      assertThat(followed.trail().downgraded()).isTrue();
      assertThat(followed.trail().findMovedTo()).isEmpty();
      assertThat(withSecret)
          .isEqualTo(new FetchResult.Moved(WebAddress.of("http://site.test/f"), true));
      assertThat(plain.requests()).hasSize(1).noneMatch(head -> head.contains("Authorization"));
    }
  }

  /** 302 anywhere in the chain ends what may be adopted. */
  @Test
  void saysWhereAChainOfPermanentRedirectsLedAndNoFurther() {
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              String answer =
                  switch (request.split(" ")[1]) {
                    case "/a" -> "301 Moved\nLocation: /b";
                    case "/b" -> "302 Found\nLocation: /c";
                    case "/c" -> "301 Moved\nLocation: /d";
                    default -> "200 OK";
                  };
              out.write(
                  ScriptedServer.answer(answer, answer.startsWith("200") ? FEED : new byte[0]));
              return true;
            })) {
      var result = fetched(FetchWorld.get(world(server).settings(SMALL), "http://site.test/a"));

      assertThat(result.url().path()).isEqualTo("/d");
      assertThat(result.trail().findMovedTo()).map(WebAddress::path).contains("/b");
    }
  }

  static List<byte[]> hintsElsewhere() {
    byte[] own =
        ScriptedServer.answer(
            """
            200 OK
            Refresh: 0; url=http://127.0.0.1:@SENTINEL@/
            Alt-Svc: h3="127.0.0.1:@SENTINEL@"; ma=86400
            Content-Location: http://127.0.0.1:@SENTINEL@/
            Link: <http://127.0.0.1:@SENTINEL@/>; rel=preload"""
                .stripTrailing(),
            HostileHttp.latin("<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>"));
    return HostileHttp.answers("N057", own);
  }

  @ParameterizedTest
  @MethodSource("hintsElsewhere")
  void followsNoHintThatIsNoRedirect(byte[] answer) {
    try (var sentinel = ScriptedServer.always("200 OK", FEED);
        var server =
            HostileHttp.once(HostileHttp.latin(at(new String(answer, ISO_8859_1), sentinel)))) {
      var world = world(server);
      try (Fetcher fetcher = new Fetcher(world.settings(SMALL))) {
        var request = FetchRequest.feed(WebAddress.of("http://site.test/"), Validators.NONE);

        fetched(fetcher.fetch(request));
        fetched(fetcher.fetch(request));
      }
      assertThat(server.requests()).hasSize(2);
      assertThat(world.connected()).containsOnly(PUBLIC + ":80");
      assertThat(sentinel.connections()).isZero();
    }
  }

  private static FetchWorld world(ScriptedServer server) {
    return new FetchWorld(server.port()).name("site.test", PUBLIC);
  }

  private static String at(String text, ScriptedServer sentinel) {
    return text.replace("@SENTINEL@", Integer.toString(sentinel.port()));
  }

  /** A server that redirects its first requests to these, one after the other, then round again. */
  private static ScriptedServer to(Charset sent, String... locations) {
    var next = new java.util.concurrent.atomic.AtomicInteger();
    return new ScriptedServer(
        (request, out) -> {
          int turn = next.getAndIncrement();
          if (locations.length == 1 && turn > 0) {
            out.write(ScriptedServer.answer("200 OK", FEED));
            return true;
          }
          out.write("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ".getBytes(UTF_8));
          out.write(locations[turn % locations.length].getBytes(sent));
          out.write("\r\n\r\n".getBytes(UTF_8));
          return true;
        });
  }
}
