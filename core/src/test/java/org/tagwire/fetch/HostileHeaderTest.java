package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.SMALL;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;
import static org.tagwire.fetch.FetcherTest.fetched;
import static org.tagwire.fetch.HostileHttp.latin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.RateLimited;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.sets.HostileCase;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/** Heads that are too much or none, validators, and who is left alone how long (N019–N033). */
class HostileHeaderTest {

  private static FetchResult get(ScriptedServer server) {
    return FetchWorld.get(FetchWorld.loopback(SMALL), server.url("/"));
  }

  static List<byte[]> heads() {
    byte[] many = latin("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(201) + "\r\n");
    byte[] heavy = latin("HTTP/1.1 200 OK\r\n" + ("X: " + "y".repeat(8000) + "\r\n").repeat(9));
    byte[] long1 = latin("HTTP/1.1 200 OK\r\nX: " + "y".repeat(10 << 20));
    byte[] folded = latin("HTTP/1.1 200 OK\r\nX: y\r\n" + "\ty\r\n".repeat(300));
    return HostileHttp.find("N019")
        .map(hostile -> concat(hostile))
        .map(set -> List.of(many, heavy, long1, folded, set))
        .orElse(List.of(many, heavy, long1, folded));
  }

  private static byte[] concat(HostileCase hostile) {
    var bytes = new java.io.ByteArrayOutputStream();
    hostile
        .recipe()
        .path("parts")
        .forEach(
            part ->
                bytes.writeBytes(
                    part.isString() ? latin(part.asString()) : HostileCase.expand(part)));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("heads")
  void readsNoHeadOfMoreThanTwoHundredLinesOrSixtyFourKibibytes(byte[] head) {
    try (var server = HostileHttp.once(head)) {
      assertRefused(get(server), Reason.HEADERS_TOO_LARGE);
    }
  }

  @Test
  void readsAHeadOfTwoHundredLines() {
    byte[] answer =
        latin("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(199) + "Content-Length: 1\r\n\r\nx");
    try (var server = HostileHttp.once(answer)) {
      assertThat(fetched(get(server)).body()).hasSize(1);
    }
  }

  static List<String> oddValues() {
    return HostileHttp.values(
        "N020",
        "HTTP/1.1 200 OK\r\nContent-Type: text/xml\u0000; a\rb\r\n\r\n<rss/>",
        "HTTP/1.1 200 OK\r\nX-Robots-Tag: no\r\n\tindex\r\nETag: \"\u007f\"\r\n\r\n<rss/>",
        "HTTP/1.1 200 OK\r\nETag: \"\u0085\u00e9\"\r\nLast-Modified: a\u001bb\r\n\r\n<rss/>",
        "HTTP/1.1 200 OK\r\nno header at all\r\n: empty\r\nX Y: z\r\n\r\n<rss/>");
  }

  @ParameterizedTest
  @MethodSource("oddValues")
  void keepsNoHeaderItCouldNotShowOrSendBack(String answer) {
    try (var server = HostileHttp.once(latin(answer))) {
      Fetched result = fetched(get(server));

      assertThat(result.headers().values().values())
          .allSatisfy(
              values ->
                  assertThat(values)
                      .allMatch(value -> value.chars().noneMatch(Character::isISOControl)));
      assertThat(result.validators()).isEqualTo(Validators.NONE);
      assertThat(fetched(get(server)).body()).isEqualTo(result.body());
      assertThat(server.requests()).noneMatch(head -> head.contains("Cookie"));
    }
  }

  @Test
  void unfoldsAHeaderOfSeveralLines() {
    try (var server =
        HostileHttp.once(
            latin("HTTP/1.1 200 OK\r\nX-Robots-Tag: noindex,\r\n\tnosnippet\r\n\r\n"))) {
      assertThat(fetched(get(server)).headers().find("x-robots-tag"))
          .contains("noindex, nosnippet");
    }
  }

  static List<String> garbage() {
    return HostileHttp.values(
        "N022",
        "<html>no head</html>",
        "HTTP/1.1 099 x\r\n\r\n",
        "HTTP/1.1 2000 x\r\n\r\n",
        "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "HTTP/3.0 200 OK\r\n\r\n",
        "\r\n\r\n\r\n\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "SSH-2.0-x\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\n1\r\nx\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx");
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void namesWhatIsNoHttp(String answer) {
    try (var server = HostileHttp.once(latin(answer))) {
      if (answer.startsWith("HTTP/1.1 200\r\n")) {
        assertThat(fetched(get(server)).body()).isEqualTo("<rss/>".getBytes(UTF_8));
      } else {
        assertFailed(get(server), Kind.PROTOCOL);
      }
    }
  }

  @Test
  void readsFewInterimAnswersAndNoFloodOfThem() {
    String hint = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
    String end = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx";
    try (var few = HostileHttp.always(latin(hint.repeat(3) + end));
        var flood = HostileHttp.once(latin(hint.repeat(11) + end))) {
      assertThat(fetched(get(few)).body()).hasSize(1);
      assertFailed(get(flood), Kind.PROTOCOL);
    }
  }

  static List<byte[]> notModified() {
    return HostileHttp.answers("N024", ScriptedServer.answer("304 Same\nETag: \"a\"", new byte[0]));
  }

  @ParameterizedTest
  @MethodSource("notModified")
  void takesNotModifiedForAnErrorWhereNothingWasCompared(byte[] answer) {
    try (var server = HostileHttp.once(answer)) {
      assertFailed(get(server), Kind.UNEXPECTED_304);
      assertFailed(get(server), Kind.UNEXPECTED_304);
      assertThat(server.requests()).noneMatch(head -> head.contains("If-None-Match"));
    }
  }

  static List<String> tags() {
    return HostileHttp.values(
        "N027",
        "W/\"x\"",
        "bare",
        "\"\"",
        "\"a\tb\"",
        "\"é\"",
        "\"a, b\"",
        "\"" + "e".repeat(9000));
  }

  /** What is too long to be sent back is no validator; what can be sent is sent byte for byte. */
  @ParameterizedTest
  @MethodSource("tags")
  void sendsATagBackByteForByteOrNotAtAll(String tag) {
    assertComparedWith("ETag", "If-None-Match", tag);
  }

  static List<String> dates() {
    return HostileHttp.values("N028", "yesterday", "Mon, 32 Foo 2026 25:61:61 XYZ", "0", "-1");
  }

  @ParameterizedTest
  @MethodSource("dates")
  void sendsADateBackByteForByteAndNeverInventsOne(String date) {
    assertComparedWith("Last-Modified", "If-Modified-Since", date);
  }

  private static void assertComparedWith(String given, String sent, String value) {
    try (var server =
            HostileHttp.always(
                latin(
                    "HTTP/1.1 200 OK\r\n"
                        + given
                        + ": "
                        + value
                        + "\r\nContent-Length: 1\r\n\r\nx"));
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      WebAddress url = WebAddress.of(server.url("/"));
      FetchResult first = fetcher.fetch(FetchRequest.feed(url, Validators.NONE));
      if (first instanceof FetchResult.Refused tooLarge) {
        assertThat(tooLarge.reason()).isEqualTo(Reason.HEADERS_TOO_LARGE);
        return;
      }
      fetcher.fetch(FetchRequest.feed(url, fetched(first).validators()));

      // A line break ends the header, so what follows it was never part of the value.
      String line = value.split("\r\n")[0];
      String head = server.requests().getLast();
      if (line.length() > 8 << 10) {
        assertThat(head).doesNotContain(sent);
      } else {
        assertThat(head).contains(sent + ": " + line + "\r\n").doesNotContain("X-Evil");
      }
      assertThat(head.split("\r\n"))
          .noneMatch(other -> other.startsWith("If-") && !other.startsWith(sent));
    }
  }

  @Test
  void comparesWithTheLastTagThoughItChangesEveryTime() {
    AtomicInteger polls = new AtomicInteger();
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  String head = "200 OK\nETag: \"" + polls.incrementAndGet() + "\"";
                  out.write(ScriptedServer.answer(head, FEED));
                  return true;
                });
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      WebAddress url = WebAddress.of(server.url("/"));
      Validators last = Validators.NONE;
      for (int poll = 1; poll <= 5; poll++) {
        Fetched answer = fetched(fetcher.fetch(FetchRequest.feed(url, last)));
        last = answer.validators();

        assertThat(last.findEtag()).contains("\"" + poll + "\"");
        assertThat(answer.body()).isEqualTo(FEED);
      }
      assertThat(server.requests().getLast()).contains("\r\nIf-None-Match: \"4\"\r\n");
    }
  }

  static List<byte[]> cookies() {
    return HostileHttp.answers(
        "N029",
        ScriptedServer.answer(
            "302 Found\nSet-Cookie: a=1; Domain=.test\nSet-Cookie: b=2\nLocation: /again",
            new byte[0]));
  }

  @ParameterizedTest
  @MethodSource("cookies")
  void sendsNoCookieWhateverItWasGiven(byte[] answer) {
    try (var server = HostileHttp.always(answer);
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      var request = FetchRequest.feed(WebAddress.of(server.url("/")), Validators.NONE);
      fetcher.fetch(request);
      fetcher.fetch(request);

      assertThat(server.requests())
          .hasSizeGreaterThan(1)
          .noneMatch(head -> head.toLowerCase(java.util.Locale.ROOT).contains("cookie"));
    }
  }

  static List<String> waits() {
    return HostileHttp.values("N031", "120", "soon", "-1", "1e3", "99999999999", "12 minutes");
  }

  @ParameterizedTest
  @MethodSource("waits")
  void holdsBackFromTheHostThatAskedAndFromNoOther(String wait) {
    try (var busy =
            ScriptedServer.always(
                "429 Slow down\nRetry-After: 1\nRetry-After: " + wait, new byte[0]);
        var other = ScriptedServer.always("200 OK", FEED);
        var fetcher = new Fetcher(named("busy.test", "other.test"))) {
      FetchResult first = fetch(fetcher, "http://busy.test:" + busy.port() + "/a");
      FetchResult second = fetch(fetcher, "http://busy.test:" + busy.port() + "/b");

      for (FetchResult result : List.of(first, second)) {
        assertThat(result)
            .isInstanceOfSatisfying(
                RateLimited.class,
                limited -> {
                  assertThat(limited.wholeHost()).isTrue();
                  assertThat(limited.findDelay().orElseThrow())
                      .isBetween(Duration.ofNanos(1), Duration.ofHours(24));
                });
      }
      assertThat(busy.requests()).hasSize(1);
      assertThat(fetch(fetcher, "http://other.test:" + other.port() + "/"))
          .isInstanceOf(Fetched.class);
      assertThat(Holds.LONGEST).isLessThanOrEqualTo(Duration.ofHours(1));
    }
  }

  /** Settings with names that all lead to loopback. */
  private static FetchSettings named(String... names) {
    FetchSettings base = FetchWorld.loopback(SMALL);
    IpAddress loopback = IpAddress.parse("127.0.0.1").orElseThrow();
    Map<String, IpAddress> hosts =
        Stream.of(names).collect(Collectors.toMap(name -> name, name -> loopback));
    return new FetchSettings(
        base.userAgent(),
        base.limits(),
        new Reach(base.reach().allowed(), hosts, Set.of()),
        base.gaps(),
        base.surroundings());
  }

  /** One page that is busy says nothing about its forty neighbours; a host that says 429 does. */
  @Test
  void leavesAloneWhatAskedForItAndNothingMore() {
    AtomicInteger asked = new AtomicInteger();
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  asked.incrementAndGet();
                  out.write(
                      request.startsWith("GET /bad")
                          ? ScriptedServer.answer("503 No\nRetry-After: 1500", new byte[0])
                          : ScriptedServer.answer("200 OK", FEED));
                  return true;
                });
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      assertThat(fetch(fetcher, server.url("/bad")))
          .isEqualTo(new RateLimited(Duration.ofSeconds(1500), false));
      for (int i = 0; i < 40; i++) {
        assertThat(fetch(fetcher, server.url("/ok" + i))).isInstanceOf(Fetched.class);
      }
      assertThat(asked.get()).isEqualTo(41);
    }
  }

  @ParameterizedTest
  @CsvSource({"404, NOT_FOUND", "403, FORBIDDEN", "451, RESTRICTED", "402, RESTRICTED"})
  void tellsApartWhatIsMissingForbiddenAndRestricted(int status, Kind kind) {
    try (var server = ScriptedServer.always(status + " No", new byte[0])) {
      for (int poll = 0; poll < 10; poll++) {
        assertFailed(get(server), kind);
      }
    }
  }

  @Test
  void knowsWhatIsGoneForGood() {
    try (var server = ScriptedServer.always("410 Gone", new byte[0])) {
      assertThat(get(server)).isInstanceOf(FetchResult.Gone.class);
    }
  }

  private static FetchResult fetch(Fetcher fetcher, String url) {
    return fetcher.fetch(FetchRequest.feed(WebAddress.of(url), Validators.NONE));
  }
}
