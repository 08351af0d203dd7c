package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.Limits;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.Proxies;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.sets.HostileCase;

/**
 * Requests that mean harm; those of the hostile set under their numbers, and our own of each kind.
 */
@Timeout(60)
class HttpAbuseTest {
  private static final String TAG = "/en/hashtag/MaraEllington";
  private static LocalSite site;

  @BeforeAll
  static void open() {
    site = publicSite(new Limits(Proxies.NONE, 0));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static LocalSite publicSite(Limits limits) {
    var options =
        new SiteOptions(
            Mode.PUBLIC,
            URI.create("https://good.test"),
            true,
            "The Wire",
            "desk@good.test",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    String hash = OwnerPassword.hash("correct horse", new SecureRandom()).orElseThrow();
    return new LocalSite(
        SampleNews.fill("https://orrery.example"),
        options,
        OwnerPassword.of(hash),
        () -> SampleNews.NOW,
        limits);
  }

  private static String raw(LocalSite asked, String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String get(String path, String... headers) {
    return "GET "
        + path
        + " HTTP/1.1\r\n"
        + String.join("\r\n", headers)
        + "\r\nConnection: close\r\n\r\n";
  }

  /** The inputs of a case, and our own. */
  private static Set<String> inputs(String id, List<String> own) {
    Set<String> inputs = new LinkedHashSet<>(own);
    HostileCase.listArea("user-api").stream()
        .filter(hostile -> hostile.id().equals(id))
        .forEach(hostile -> inputs.addAll(hostile.texts()));
    return inputs;
  }

  static Set<String> u007() {
    return inputs(
        "U007",
        List.of(
            "Host: harm.example",
            "Host: good.test.harm.example",
            "Host: good.test:443@harm.example",
            "Host: good.test:443#@harm.example",
            "Host: harm.example:443",
            "Host: good.test\r\nHost: harm.example",
            "X-Forwarded-Host: harm.example",
            "X-Forwarded-Proto: gopher",
            "Forwarded: host=harm.example;proto=http"));
  }

  @ParameterizedTest
  @MethodSource
  void u007(String header) {
    boolean named = header.startsWith("Host:");
    String answer = raw(site, get(TAG + ".rss", named ? header : "Host: good.test\r\n" + header));
    if (named) {
      assertThat(answer).matches("(?s)HTTP/1.1 (421|400) .*").doesNotContain("Ellington");
    } else {
      assertThat(answer).startsWith("HTTP/1.1 200").contains("https://good.test" + TAG);
    }
    assertThat(answer).doesNotContain("evil.test", "harm.example", "gopher");
  }

  static Set<String> u008() {
    return inputs(
        "U008",
        List.of(
            "X-Forwarded-For: ::1",
            "X-Real-IP: ::1",
            "Forwarded: for=127.0.0.1",
            "X-Client-IP: 127.0.0.1",
            "True-Client-IP: 127.0.0.1",
            "Remote-User: owner",
            "X-Remote-User: owner",
            "X-WebAuth-User: owner"));
  }

  @ParameterizedTest
  @MethodSource
  void u008(String header) {
    String answer = raw(site, get("/en/watch", "Host: good.test", header));
    assertThat(answer).matches("(?s)HTTP/1.1 (401|404) .*");
    assertThat(raw(site, get(TAG + ".txt", "Host: good.test", header)))
        .startsWith("HTTP/1.1 200")
        .doesNotContain("school gymnasium");
  }

  @Test
  void u035WhoAsksTooOftenIsToldWhenToComeBack() {
    try (LocalSite limited = publicSite(new Limits(Proxies.NONE, 5))) {
      assertThat(answered(limited, TAG, 2_000)).isEqualTo(150);
      var refused = limited.get(TAG);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(refused.body()).contains("Too many requests").doesNotContain("Ellington");
      assertThat(limited.get("/api/v1/front").statusCode()).isEqualTo(429);
      assertThat(limited.get("/nothing").statusCode()).isEqualTo(429);
      String owner =
          Base64.getEncoder().encodeToString(":correct horse".getBytes(StandardCharsets.UTF_8));
      assertThat(limited.get(TAG, "Authorization", "Basic " + owner).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void u035AnAddressThatAnybodyMayWriteDoesNotHelp() {
    try (LocalSite limited = publicSite(new Limits(Proxies.NONE, 1))) {
      int answered = 0;
      for (int i = 0; i < 200; i++) {
        answered += ok(limited.get(TAG, "X-Forwarded-For", "198.51.100." + i).statusCode());
      }
      assertThat(answered).isEqualTo(30);
    }
  }

  @Test
  void u035BehindOurOwnProxyEachReaderHasTheirOwn() {
    try (LocalSite limited = publicSite(new Limits(Proxies.of(List.of("127.0.0.0/8", "::1")), 1))) {
      int answered = 0;
      for (int i = 0; i < 100; i++) {
        answered += ok(limited.get(TAG, "X-Forwarded-For", "198.51.100." + i % 2).statusCode());
      }
      assertThat(answered).isEqualTo(60);
      int household = 0;
      for (int i = 0; i < 100; i++) {
        String address = "2001:db8:1:1::" + Integer.toHexString(i);
        household += ok(limited.get(TAG, "X-Forwarded-For", address).statusCode());
      }
      assertThat(household).isEqualTo(30);
    }
  }

  private static int answered(LocalSite asked, String path, int times) {
    int answered = 0;
    for (int i = 0; i < times; i++) {
      answered += ok(asked.get(path).statusCode());
    }
    return answered;
  }

  private static int ok(int status) {
    return status == 200 ? 1 : 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: good.test\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\nGET /smuggled HTTP/1.1\r\n\r\n0\r\n\r\n",
        "Content-Length: 4\r\nContent-Length: 40\r\n\r\nnews",
        "Content-Length: 4, 40\r\n\r\nnews",
        "Content-Length: +4\r\n\r\nnews",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"
      })
  void u034TwoLengthsAreRefusedAndTheConnectionCloses(String rest) {
    String answer = raw(site, "POST /en/ HTTP/1.1\r\nHost: good.test\r\n" + rest);
    assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*");
    assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
    assertTellsNothing(answer);
  }

  @Test
  void u034AnAddressOfAHundredThousandCharactersIsTooLong() {
    String answer = raw(site, get("/en/search?q=" + "x".repeat(100_000), "Host: good.test"));
    assertThat(answer).matches("(?s)HTTP/1.1 (414|431) .*");
    assertTellsNothing(answer);
  }

  @Test
  void u034AThousandHeadersAreTooMany() {
    String headers = "X-Filler: some words that fill\r\n".repeat(1_000);
    String answer = raw(site, get(TAG, "Host: good.test\r\n" + headers.strip()));
    assertThat(answer).startsWith("HTTP/1.1 431");
    assertTellsNothing(answer);
  }

  @Test
  void u034RequestsInARowAreEachAnswered() {
    String one = "GET " + TAG + " HTTP/1.1\r\nHost: good.test\r\n\r\n";
    String answer = raw(site, one.repeat(20) + get("/nothing", "Host: good.test"));
    assertThat(answer.split("HTTP/1.1 200 OK", -1)).hasSize(21);
    assertThat(answer).contains("HTTP/1.1 404");
  }

  private static void assertTellsNothing(String answer) {
    assertThat(answer)
        .contains("Content-Security-Policy")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContainIgnoringCase("exception")
        .doesNotContain("smuggled");
  }
}
