package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.SessionCookie;
import org.tagwire.server.web.Sessions;
import org.tagwire.server.web.SiteOptions.Mode;

/** Signing in and out, and what a session is worth. */
class GateTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path directory;
  private LocalOffice office;

  @BeforeEach
  void open() {
    office =
        new LocalOffice(directory, LocalOffice.options(Mode.PRIVATE, "http://localhost"), Map.of());
    office.setPassword(PASSWORD);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("");
  }

  @Test
  void asksBrowsersByAPageAndOtherClientsByHttp() {
    HttpResponse<String> browser = office.browser().get("/en/hashtags?after=x");
    assertThat(browser.statusCode()).isEqualTo(401);
    assertThat(browser.headers().firstValue("WWW-Authenticate").orElse(""))
        .startsWith("Cookie ")
        .doesNotContain("Basic");
    assertThat(browser.body())
        .contains("name=\"password\"", "name=\"to\" value=\"/en/hashtags?after=x\"");

    HttpResponse<String> reader = office.get("/en/news.rss");
    assertThat(reader.statusCode()).isEqualTo(401);
    assertThat(reader.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
  }

  @Test
  void signsInGoesOnToWhatWasAskedForAndOutAgain() {
    LocalOffice.Browser browser = office.browser();
    HttpResponse<String> in =
        browser.submit("/en/hashtags", "/en/sign-in", Map.of("password", PASSWORD));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/en/hashtags");
    assertThat(cookie(in))
        .matches("tagwire=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000");
    assertThat(browser.get("/en/hashtags").statusCode()).isEqualTo(200);
    String stolen = browser.cookie();

    HttpResponse<String> out = browser.submit("/en/office", "/en/sign-out", Map.of());
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(cookie(out)).contains("Max-Age=0");
    assertThat(office.get("/en/hashtags", "Cookie", stolen).statusCode()).isEqualTo(401);
  }

  @Test
  void neverTakesASessionThatCameWithTheRequest() {
    String planted = "A".repeat(43);
    LocalOffice.Browser browser = office.new Browser("tagwire=" + planted);
    browser.submit("/en/sign-in", "/en/sign-in", Map.of("password", PASSWORD));
    assertThat(browser.cookie()).doesNotContain(planted);
    assertThat(office.get("/en/hashtags", "Cookie", "tagwire=" + planted).statusCode())
        .isEqualTo(401);
    String first = browser.cookie();
    assertThat(office.signedIn(PASSWORD).cookie()).isNotEqualTo(first);
  }

  @Test
  void keepsNothingThatOpensAnything() {
    LocalOffice.Browser browser = office.signedIn(PASSWORD);
    assertThat(office.kept())
        .doesNotContain(browser.cookie().substring("tagwire=".length()))
        .doesNotContain(PASSWORD)
        .contains("$argon2id$");
  }

  @Test
  void endsASessionThatWasNotUsedForThirtyDays() {
    LocalOffice.Browser browser = office.signedIn(PASSWORD);
    office.advance(Duration.ofDays(29));
    assertThat(browser.get("/en/hashtags").statusCode()).isEqualTo(200);
    office.advance(Duration.ofDays(29));
    assertThat(browser.get("/en/hashtags").statusCode()).isEqualTo(200);
    office.advance(Sessions.IDLE.plusSeconds(1));
    assertThat(browser.get("/en/hashtags").statusCode()).isEqualTo(401);
  }

  @Test
  void boundsTheNumberOfSessionsAndEndsTheLongestUnused() {
    Set<String> values = new HashSet<>();
    String first = office.keys().sessions().open(office.now());
    for (int i = 0; i < Sessions.MOST; i++) {
      office.advance(Duration.ofMinutes(1));
      values.add(office.keys().sessions().open(office.now()));
    }
    assertThat(values).hasSize(Sessions.MOST);
    assertThat(office.keys().sessions().count(office.now())).isEqualTo(Sessions.MOST);
    assertThat(office.get("/en/hashtags", "Cookie", "tagwire=" + first).statusCode())
        .isEqualTo(401);
    assertThat(values)
        .allMatch(v -> office.get("/en/hashtags", "Cookie", "tagwire=" + v).statusCode() == 200);
  }

  @Test
  void anotherPasswordSignsOutWhoeverIsSignedInElsewhere() {
    LocalOffice.Browser one = office.signedIn(PASSWORD);
    LocalOffice.Browser other = office.signedIn(PASSWORD);
    String before = one.cookie();

    HttpResponse<String> wrong =
        one.submit(
            "/en/office/password",
            "/en/office/password",
            Map.of("old", "not the password", "password", "a new one!", "again", "a new one!"));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(other.get("/en/hashtags").statusCode()).isEqualTo(200);

    HttpResponse<String> changed =
        one.submit(
            "/en/office/password",
            "/en/office/password",
            Map.of("old", PASSWORD, "password", "a new one!", "again", "a new one!"));
    assertThat(changed.statusCode()).isEqualTo(303);
    assertThat(one.get("/en/hashtags").statusCode()).isEqualTo(200);
    assertThat(other.get("/en/hashtags").statusCode()).isEqualTo(401);
    assertThat(office.get("/en/hashtags", "Cookie", before).statusCode()).isEqualTo(401);
    assertThat(office.get("/en/hashtags", "Authorization", basic(PASSWORD)).statusCode())
        .isEqualTo(401);
    assertThat(office.get("/en/hashtags", "Authorization", basic("a new one!")).statusCode())
        .isEqualTo(200);
  }

  private static String basic(String password) {
    return "Basic "
        + java.util.Base64.getEncoder()
            .encodeToString(("x:" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void slowsGuessingDownAndSaysForHowLong() {
    LocalOffice.Browser stranger = office.browser();
    String token = stranger.token("/en/sign-in");
    HttpResponse<String> last = null;
    for (int i = 0; i < 8; i++) {
      last = stranger.post("/en/sign-in", "password=wrong+guess&token=" + token);
      assertThat(last.statusCode()).isEqualTo(401);
    }
    last = stranger.post("/en/sign-in", "password=" + "x".repeat(20) + "&token=" + token);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).contains("15");
    assertThat(last.body()).contains("Too many attempts from here. Try again in 15");
    office.advance(Duration.ofSeconds(15));
    assertThat(stranger.post("/en/sign-in", "password=wrong+guess&token=" + token).statusCode())
        .isEqualTo(401);
  }

  @Test
  void strangersWhoGuessFromEverywhereDoNotLockTheOwnerOut() {
    assertThat(office.keys().signIn(PASSWORD, "198.51.100.7", office.now()))
        .isInstanceOf(Keys.Opened.class);
    LocalOffice.Browser open = office.signedIn(PASSWORD);
    int refused = 0;
    for (int i = 0; i < 80; i++) {
      Keys.Entry entry = office.keys().signIn("wrong guess", "203.0.113." + i, office.now());
      refused += entry instanceof Keys.Later ? 1 : 0;
    }
    assertThat(refused).isPositive();
    assertThat(office.keys().signIn(PASSWORD, "198.51.100.7", office.now()))
        .isInstanceOf(Keys.Opened.class);
    assertThat(open.get("/en/hashtags").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, tagwire, Path=/;, false",
    "https://wire.example, __Host-tagwire, Path=/;, true",
    "https://wire.example/news, __Secure-tagwire, Path=/news;, true",
    "https://wire.example/, __Host-tagwire, Path=/;, true"
  })
  void theCookieIsAsNarrowAsTheSite(String base, String name, String path, boolean secure) {
    SessionCookie cookie = new SessionCookie(LocalOffice.options(Mode.PUBLIC, base));
    assertThat(cookie.name()).isEqualTo(name);
    assertThat(cookie.give("v"))
        .startsWith(name + "=v; " + path)
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(cookie.give("v").contains("; Secure")).isEqualTo(secure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "/\\evil.example",
        "/%5Cevil.example",
        "/%2F/evil.example",
        "/%2f%2fevil.example",
        "https://evil.example/",
        "javascript:alert(1)",
        "/en/\r\nSet-Cookie:x=1",
        "/en/%0d%0aSet-Cookie:x=1",
        "/en//evil.example",
        "/en/../../evil",
        "evil.example",
        "/\t/evil.example",
        ""
      })
  void goesOnToNoOtherSite(String to) {
    LocalOffice.Browser browser = office.browser();
    HttpResponse<String> in =
        browser.submit("/en/sign-in", "/en/sign-in", Map.of("password", PASSWORD, "to", to));
    assertThat(in.statusCode()).isIn(303, 400);
    in.headers().firstValue("Location").ifPresent(l -> assertThat(l).isEqualTo("/en/"));
    assertThat(in.headers().allValues("Set-Cookie")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whatTheOwnerSeesIsNeverKeptForAnybodyElse() {
    LocalOffice.Browser owner = office.signedIn(PASSWORD);
    for (String path : List.of("/en/news", "/en/hashtags", "/en/office", "/en/sources")) {
      var headers = owner.get(path).headers();
      assertThat(headers.firstValue("Vary").orElse("")).as(path).contains("Cookie");
      assertThat(headers.firstValue("Cache-Control").orElse(""))
          .as(path)
          .containsAnyOf("private", "no-store");
    }
    String tag = owner.get("/en/hashtags").headers().firstValue("ETag").orElseThrow();
    assertThat(office.signedIn(PASSWORD).get("/en/hashtags", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
    assertThat(office.get("/en/hashtags", "If-None-Match", tag).statusCode()).isEqualTo(401);
  }
}
