package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Failed;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.fetch.FetchResult.Refused;
import org.tagwire.url.WebAddress;

class FetcherTest {
  static final byte[] FEED =
      "<rss version='2.0'><channel><title>T</title></channel></rss>".getBytes(UTF_8);
  static final FetchLimits SMALL =
      new FetchLimits(
          1 << 20,
          1 << 20,
          1 << 10,
          64 << 10,
          5,
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          1024);

  static FetchResult get(ScriptedServer server, String path) {
    return FetchWorld.get(FetchWorld.loopback(SMALL), server.url(path));
  }

  static Fetched fetched(FetchResult result) {
    assertThat(result).isInstanceOf(Fetched.class);
    return (Fetched) result;
  }

  static void assertFailed(FetchResult result, Kind kind) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.kind()).as(f.message()).isEqualTo(kind));
  }

  static void assertRefused(FetchResult result, Reason reason) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).as(r.message()).isEqualTo(reason));
  }

  @Test
  void introducesItselfAndSendsNothingMore() {
    try (var server =
            ScriptedServer.always(
                "200 OK\nSet-Cookie: sid=1; Path=/\nContent-Type: text/xml", FEED);
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      var request = FetchRequest.feed(WebAddress.of(server.url("//a|b?c")), Validators.NONE);

      Fetched result = fetched(fetcher.fetch(request));
      fetcher.fetch(request);

      assertThat(result.body()).isEqualTo(FEED);
      assertThat(result.findContentType()).contains("text/xml");
      assertThat(result.trail()).isEqualTo(FetchResult.Trail.DIRECT);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests())
          .allSatisfy(
              head ->
                  assertThat(head)
                      .startsWith("GET //a|b?c HTTP/1.1\r\n")
                      .contains("User-Agent: Tagwire/1.0 (+https://contact.example/)\r\n")
                      .contains("Host: 127.0.0.1:" + server.port() + "\r\n")
                      .doesNotContainIgnoringCase(
                          "cookie:", "referer:", "authorization:", "if-none-match:"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\"|yesterday",
        "W/\"x\"|Thu, 01 Jan 1970 00:00:00 GMT",
        "noquotes|Sat, 01 Jan 2099 00:00:00 GMT",
        "\"\"|x"
      })
  void sendsValidatorsBackByteForByte(String etag, String lastModified) {
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  boolean conditional = request.contains("If-None-Match");
                  String head =
                      (conditional ? "304 Not Modified" : "200 OK")
                          + "\nETag: "
                          + etag
                          + "\nLast-Modified: "
                          + lastModified;
                  out.write(ScriptedServer.answer(head, conditional ? new byte[0] : FEED));
                  return true;
                });
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      WebAddress url = WebAddress.of(server.url("/f"));
      Validators validators =
          fetched(fetcher.fetch(FetchRequest.feed(url, Validators.NONE))).validators();

      assertThat(fetcher.fetch(FetchRequest.feed(url, validators)))
          .isInstanceOf(FetchResult.NotModified.class);
      assertThat(server.requests().getLast())
          .contains(
              "If-None-Match: " + etag + "\r\n", "If-Modified-Since: " + lastModified + "\r\n");
    }
  }

  @Test
  void takesNotModifiedForAnErrorWhenNothingWasCompared() {
    try (var server = ScriptedServer.always("304 Not Modified", new byte[0])) {
      assertFailed(get(server, "/"), Kind.UNEXPECTED_304);
    }
  }

  @Test
  void followsRedirectsAndSaysWhereAPermanentOneLed() {
    try (var server = redirecting("/a>301>/b", "/b>308>/c", "/t>301>/u", "/u>302>/c")) {
      Fetched permanent = fetched(get(server, "/a"));
      Fetched temporary = fetched(get(server, "/t"));

      assertThat(permanent.url().path()).isEqualTo("/c");
      assertThat(permanent.trail().findMovedTo()).map(WebAddress::path).contains("/c");
      assertThat(temporary.trail().findMovedTo()).map(WebAddress::path).contains("/u");
    }
  }

  @Test
  void stopsInACircleAndAfterFiveRedirects() {
    try (var server =
        redirecting(
            "/a>302>/b",
            "/b>302>/a",
            "/0>302>/1",
            "/1>302>/2",
            "/2>302>/3",
            "/3>302>/4",
            "/4>302>/5",
            "/5>302>/6")) {
      assertFailed(get(server, "/a"), Kind.REDIRECT_LOOP);
      assertThat(server.requests()).hasSize(2);
      assertFailed(get(server, "/0"), Kind.TOO_MANY_REDIRECTS);
      assertThat(server.requests()).hasSize(2 + 6);
      assertThat(fetched(get(server, "/1")).url().path()).isEqualTo("/6");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/hostname",
        "ftp://h.example/x",
        "gopher://127.0.0.1/_x",
        "jar:http://h.example!/x",
        "data:text/xml,<rss/>",
        "javascript:1",
        "ldap://127.0.0.1/",
        "netdoc:/etc/hostname",
        "http://",
        "http://[::1",
        "http://a b/"
      })
  void followsNoRedirectOutOfTheWeb(String location) {
    try (var server = redirecting("/a>301>" + location)) {
      assertRefused(get(server, "/a"), Reason.NOT_HTTP);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "http://[::1]/",
        "//10.0.0.1/",
        "http://site.example\\@10.0.0.1/",
        "http://①⓪.⓪.⓪.①/"
      })
  void guardsEveryHop(String location) {
    try (var server = redirecting("/a>301>" + location)) {
      var world = new FetchWorld(server.port()).name("start.example", "8.8.4.4");

      assertThat(FetchWorld.get(world.settings(SMALL), "http://start.example/a"))
          .isNotInstanceOf(Fetched.class);
      assertThat(world.connected()).allMatch(address -> address.equals("8.8.4.4:80"));
    }
  }

  @Test
  void sendsCredentialsToTheirOwnOriginOnly() {
    try (var other = ScriptedServer.always("200 OK", FEED);
        var server = redirecting("/a>302>" + other.url("/x"), "/b>302>/c")) {
      String credentials = "http://ada:p%40ss@127.0.0.1:" + server.port();

      fetched(FetchWorld.get(FetchWorld.loopback(SMALL), credentials + "/a"));
      fetched(FetchWorld.get(FetchWorld.loopback(SMALL), credentials + "/b"));

      String basic = Base64.getEncoder().encodeToString("ada:p@ss".getBytes(UTF_8));
      assertThat(server.requests())
          .hasSize(3)
          .allMatch(head -> head.contains("Authorization: Basic " + basic));
      assertThat(other.requests()).hasSize(1).noneMatch(head -> head.contains("Authorization"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, FORBIDDEN",
    "403, FORBIDDEN",
    "402, RESTRICTED",
    "451, RESTRICTED",
    "404, NOT_FOUND",
    "418, CLIENT_ERROR",
    "500, SERVER_ERROR",
    "503, SERVER_ERROR",
    "599, SERVER_ERROR"
  })
  void namesWhatWentWrong(int status, Kind kind) {
    try (var server = ScriptedServer.always(status + " Odd", "nothing here".getBytes(UTF_8))) {
      assertFailed(get(server, "/"), kind);
    }
  }

  @Test
  void knowsWhatIsGone() {
    try (var server = ScriptedServer.always("410 Gone", new byte[0])) {
      assertThat(get(server, "/")).isInstanceOf(FetchResult.Gone.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120|PT2M",
        "Sun, 22 Nov 2026 08:10:00 GMT|PT10M",
        "99999999999|PT24H",
        "Fri, 31 Dec 2027 23:59:59 GMT|PT24H",
        "Sun, 22 Nov 2020 08:10:00 GMT|PT0S"
      })
  void readsHowLongItIsToWait(String header, Duration delay) {
    try (var server = ScriptedServer.always("429 Too Many\nRetry-After: " + header, new byte[0])) {
      assertThat(get(server, "/"))
          .isInstanceOfSatisfying(
              FetchResult.RateLimited.class,
              limited -> assertThat(limited.findDelay()).contains(delay));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", ""})
  void takesNoNonsenseForAWait(String header) {
    try (var server = ScriptedServer.always("429 Too Many\nRetry-After: " + header, new byte[0])) {
      assertThat(get(server, "/"))
          .isInstanceOfSatisfying(
              FetchResult.RateLimited.class, limited -> assertThat(limited.findDelay()).isEmpty());
    }
  }

  @Test
  void leavesAHostAloneThatHadTooManyRequestsButNotForOneBusyPage() {
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  String status =
                      request.startsWith("GET /many")
                          ? "429 No"
                          : request.startsWith("GET /busy") ? "503 No" : "200 OK";
                  out.write(ScriptedServer.answer(status + "\nRetry-After: 1500", FEED));
                  return true;
                });
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      assertThat(fetch(fetcher, server, "/busy"))
          .isEqualTo(new FetchResult.RateLimited(Duration.ofSeconds(1500), false));
      assertThat(fetch(fetcher, server, "/ok")).isInstanceOf(Fetched.class);
      assertThat(fetch(fetcher, server, "/many"))
          .isEqualTo(new FetchResult.RateLimited(Duration.ofSeconds(1500), true));
      assertThat(fetch(fetcher, server, "/ok"))
          .isInstanceOfSatisfying(
              FetchResult.RateLimited.class, limited -> assertThat(limited.wholeHost()).isTrue());
      assertThat(server.requests()).hasSize(3);
    }
  }

  private static FetchResult fetch(Fetcher fetcher, ScriptedServer server, String path) {
    return fetcher.fetch(FetchRequest.feed(WebAddress.of(server.url(path)), Validators.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss/>",
        "ICY 200 OK\r\n\r\n",
        "\u0015\u0003\u0001\u0000\u0002\u0002P",
        "HTTP/1.1 999 x\r\n\r\n"
      })
  void namesWhatIsNoHttp(String answer) {
    try (var server = closing(answer.getBytes(UTF_8))) {
      assertThat(get(server, "/"))
          .isInstanceOfSatisfying(
              Failed.class,
              failed ->
                  assertThat(failed.kind())
                      .isIn(Kind.PROTOCOL, Kind.CONNECTION_LOST, Kind.SERVER_ERROR));
    }
  }

  @Test
  void acceptsAStatusLineWithoutReason() {
    try (var server = closing("HTTP/1.1 200\r\nConnection: close\r\n\r\n<rss/>".getBytes(UTF_8))) {
      assertThat(fetched(get(server, "/")).body()).isEqualTo("<rss/>".getBytes(UTF_8));
    }
  }

  @Test
  void keepsNoValidatorItCouldNotSendBack() {
    try (var server =
        closing(
            "HTTP/1.1 200 OK\r\nETag: \"a\u0001b\"\r\nConnection: close\r\n\r\nx"
                .getBytes(UTF_8))) {
      assertThat(get(server, "/"))
          .satisfiesAnyOf(
              result -> assertThat(fetched(result).validators()).isEqualTo(Validators.NONE),
              result -> assertFailed(result, Kind.PROTOCOL));
    }
  }

  @Test
  void repeatsARequestThatMetAClosedConnection() {
    AtomicInteger count = new AtomicInteger();
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  if (count.incrementAndGet() == 2) {
                    return false;
                  }
                  out.write(ScriptedServer.answer("200 OK", FEED));
                  return true;
                });
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      fetched(fetch(fetcher, server, "/"));
      fetched(fetch(fetcher, server, "/"));
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void namesAConnectionThatIsRefused() throws IOException {
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String nobodyListens = "http://127.0.0.1:" + taken.getLocalPort() + "/";

      assertFailed(FetchWorld.get(FetchWorld.loopback(SMALL), nobodyListens), Kind.CONNECT_FAILED);
    }
  }

  @Test
  void neverAsksOneHostTwiceAtOnce() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  out.write(ScriptedServer.answer("200 OK", FEED));
                  now.decrementAndGet();
                  return true;
                });
        var fetcher = new Fetcher(FetchWorld.loopback(SMALL));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<FetchResult> poll = () -> fetch(fetcher, server, "/");
      var results = threads.invokeAll(Collections.nCopies(100, poll));
      for (var result : results) {
        fetched(result.get());
      }
      assertThat(most.get()).isEqualTo(1);
      assertThat(server.requests()).hasSize(100);
    }
  }

  private static ScriptedServer redirecting(String... rules) {
    return new ScriptedServer(
        (request, out) -> {
          String path = request.split(" ")[1];
          for (String rule : rules) {
            String[] parts = rule.split(">", 3);
            if (parts[0].equals(path)) {
              out.write(
                  ("HTTP/1.1 "
                          + parts[1]
                          + " Moved\r\nContent-Length: 0\r\nLocation: "
                          + parts[2]
                          + "\r\n\r\n")
                      .getBytes(UTF_8));
              return true;
            }
          }
          out.write(ScriptedServer.answer("200 OK", FEED));
          return true;
        });
  }

  static ScriptedServer closing(byte[] answer) {
    return new ScriptedServer(
        (request, out) -> {
          out.write(answer);
          return false;
        });
  }
}
