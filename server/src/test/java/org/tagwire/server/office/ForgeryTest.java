package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Audience;
import org.tagwire.model.Source;
import org.tagwire.server.orders.Subscriptions;
import org.tagwire.server.site.Route;
import org.tagwire.server.site.Route.Method;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.web.Who;
import org.tagwire.url.WebAddress;

/**
 * Nobody but the owner changes anything, and nobody in the owner's name: every route of the table
 * is tried (hostile cases U005, U006, U032), so that a new one cannot be forgotten.
 */
class ForgeryTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private Path directory;
  private LocalOffice office;
  private LocalOffice.Browser owner;

  @BeforeEach
  void open() {
    open(Mode.PRIVATE);
  }

  private void open(Mode mode) {
    office =
        new LocalOffice(
            directory.resolve(mode.name()),
            LocalOffice.options(mode, "http://localhost"),
            Map.of());
    office.setPassword(PASSWORD);
    new Subscriptions(office.works())
        .add(WebAddress.of("https://herald.example/feed"), Source.Kind.FEED, "Herald", "News");
    owner = office.signedIn(PASSWORD);
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** Returns a path of a route, its parameters filled with what is there. */
  private static String path(Route route) {
    return route
        .path()
        .replace("/source/{id}", "/source/1")
        .replace("{id}", "1")
        .replace("{name}", "Herald")
        .replace("<name>", "News")
        .replaceAll("\\{[a-z]+}", "1");
  }

  private List<String> forms() {
    return office.site().routes().stream()
        .filter(route -> route.method() == Method.POST)
        .map(ForgeryTest::path)
        .toList();
  }

  /** All that a form could have changed, as text. */
  private String state() {
    return List.of(
            office.works().store().sources().list(Audience.OWNER),
            office.works().store().rules().list(),
            office.works().store().watch().list(),
            office.works().store().articles().lastChange(),
            office.works().store().articles().count(),
            office.kept())
        .toString();
  }

  /** What each form of the table would do, had it come from our own page. */
  private static String filled() {
    return "title=Changed&folder=F&pages=off&seen=private&paused=yes&names=Nobody&name=Nobody"
        + "&address=https%3A%2F%2Fa.example%2Ffeed&pack=en&list=https%3A%2F%2Fa.example%2Ff"
        + "&act=rename&meant=1&number=1&password=wrong+one!&again=wrong+one!&old=no&proof=x";
  }

  @Test
  void everyFormWithoutOurOwnMarkIsRefused() {
    assertThat(forms()).hasSizeGreaterThan(40).contains("/en/sign-in", "/en/sign-out", "/sign-out");
    String another = office.signedIn(PASSWORD).token("/en/office");
    String strangers = office.browser().token("/en/sign-in");
    String before = state();
    for (String path : forms()) {
      List<HttpResponse<String>> answers = new ArrayList<>();
      answers.add(owner.post(path, filled()));
      answers.add(owner.post(path, filled() + "&token="));
      answers.add(owner.post(path, filled() + "&token=AAAAAAAAAAAAAAAAAAAAAAAA"));
      answers.add(owner.post(path, filled() + "&token=" + another));
      answers.add(owner.post(path, filled() + "&token=" + strangers));
      assertThat(answers)
          .as(path)
          .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403));
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void everyFormOfAnotherKindOrFromAnotherSiteIsRefused() {
    String token = owner.token("/en/office");
    String body = filled() + "&token=" + token;
    String before = state();
    for (String path : forms()) {
      assertThat(owner.post(path, body, "Content-Type", "text/plain").statusCode())
          .as(path)
          .isEqualTo(415);
      assertThat(owner.post(path, body, "Content-Type", "application/json").statusCode())
          .as(path)
          .isEqualTo(415);
      for (String origin :
          List.of("null", "http://evil.example", "http://localhost.evil.example")) {
        assertThat(owner.post(path, body, "Content-Type", FORM, "Origin", origin).statusCode())
            .as(path + " from " + origin)
            .isEqualTo(403);
      }
      for (String site : List.of("cross-site", "same-site")) {
        assertThat(
                owner.post(path, body, "Content-Type", FORM, "Sec-Fetch-Site", site).statusCode())
            .as(path + " from " + site)
            .isEqualTo(403);
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aFormThatIsRefusedUnreadStillHearsWhy() {
    for (int i = 0; i < 20; i++) {
      var refused = owner.post("/en/sign-in", "x".repeat(200_000), "Content-Type", "text/plain");
      assertThat(refused.statusCode()).isEqualTo(415);
    }
  }

  @Test
  void noFormCanBeSentByAGet() {
    String token = owner.token("/en/office");
    String before = state();
    for (String path : forms()) {
      for (String override : List.of("_method=POST", "method=post", "X=1")) {
        String asked = path + "?" + override + "&" + filled() + "&token=" + token;
        assertThat(owner.get(asked, "X-HTTP-Method-Override", "POST").statusCode())
            .as(asked)
            .isIn(200, 303, 404, 405);
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void readingChangesNothing() {
    String before = state();
    for (Route route : office.site().routes()) {
      for (String method : List.of("GET", "HEAD", "OPTIONS")) {
        HttpResponse<String> answer =
            office.send(method, path(route), "", "Cookie", owner.cookie());
        assertThat(answer.statusCode()).as(method + " " + path(route)).isLessThan(500);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatIsTheOwnersIsNobodyElses(Mode mode) {
    close();
    open(mode);
    String strangers = office.browser().token("/en/sign-in");
    String before = state();
    List<Route> owners =
        office.site().routes().stream().filter(route -> route.who() == Who.OWNER).toList();
    assertThat(owners).hasSizeGreaterThan(60);
    for (Route route : owners) {
      String path = path(route);
      HttpResponse<String> answer =
          route.method() == Method.GET
              ? office.browser().get(path)
              : office.browser().post(path, filled() + "&token=" + strangers);
      assertThat(answer.statusCode()).as(path).isIn(401, 404);
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.body()).as(path).doesNotContain("herald.example", "<textarea");
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void everyPostIsTheOwnersOrSaysWhyNot() {
    assertThat(office.site().routes())
        .filteredOn(route -> route.method() == Method.POST && route.who() != Who.OWNER)
        .extracting(route -> route.path().replaceFirst("^/(en|ar|de)/", "/"))
        .containsOnly("/sign-in", "/start", "/notice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://evil.test",
        "http://good.test.evil.test",
        "https://good.test",
        "http://localhost"
      })
  void noOtherSiteMayReadAnAnswer(String origin) {
    for (Route route : office.site().routes()) {
      var headers =
          office
              .send("OPTIONS", path(route), "", "Origin", origin, "Cookie", owner.cookie())
              .headers();
      assertThat(headers.map().keySet())
          .as(path(route))
          .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }
    var headers = owner.get("/api/v1/front", "Origin", origin).headers().map();
    assertThat(headers.keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    assertThat(headers.toString()).doesNotContain("good.test", "evil.test");
  }

  @Test
  void aFormHasItsBounds() {
    String token = owner.token("/en/office");
    String start = "token=" + token + "&title=";
    int room = Form.MAX_BYTES - start.length();
    assertThat(owner.post("/en/office/source/1", start + "x".repeat(room)).statusCode())
        .isEqualTo(422);
    assertThat(owner.post("/en/office/source/1", start + "x".repeat(room + 1)).statusCode())
        .isEqualTo(413);
    for (String broken : List.of("title=%", "title=%2", "title=%zz", "title=%ff", "title=%00")) {
      assertThat(owner.post("/en/office/source/1", "token=" + token + "&" + broken).statusCode())
          .as(broken)
          .isEqualTo(400);
    }
    assertThat(
            owner
                .post(
                    "/en/office/source/1",
                    start + "x",
                    "Content-Type",
                    FORM + "; charset=windows-1252")
                .statusCode())
        .isEqualTo(415);
    assertThat(
            office.raw(
                "POST /en/office/source/1 HTTP/1.1",
                "Host: localhost",
                "Cookie: " + owner.cookie(),
                "Content-Type: " + FORM,
                "Content-Length: 1000000000"))
        .startsWith("HTTP/1.1 413");
  }

  private static final String PARCEL = "multipart/form-data; boundary=edge";

  /** What a form with a file would do, had it come from our own page. */
  private static String parcel(String token, String file) {
    String part = "--edge\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    return part.formatted("token", "", token)
        + part.formatted("list", "", "https://b.example/feed")
        + part.formatted("file", "; filename=\"a.opml\"", file)
        + "--edge--\r\n";
  }

  private int sent(String path, String body) {
    return owner.post(path, body, "Content-Type", PARCEL).statusCode();
  }

  @Test
  void aFormWithAFileNeedsOurMarkAsWellAndOnlyOneRouteTakesIt() {
    String token = owner.token("/en/office");
    String list = "/en/office/sources/list";
    String feeds = "https://a.example/feed";
    String before = state();
    for (String forged :
        List.of("", "AAAAAAAAAAAAAAAAAAAAAAAA", office.signedIn(PASSWORD).token("/en/office"))) {
      assertThat(sent(list, parcel(forged, feeds))).as("mark '%s'", forged).isEqualTo(403);
    }
    assertThat(sent(list, parcel(token, feeds).replace("--edge--", "--edge"))).isEqualTo(400);
    assertThat(sent(list + "?token=" + token, "--edge--\r\n")).isIn(400, 403);
    for (String site : List.of("cross-site", "same-site")) {
      var headers = new String[] {"Content-Type", PARCEL, "Sec-Fetch-Site", site};
      assertThat(owner.post(list, parcel(token, feeds), headers).statusCode()).isEqualTo(403);
    }
    assertThat(office.browser().post(list, parcel(token, feeds), "Content-Type", PARCEL))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(401));
    List<String> takers =
        forms().stream().filter(path -> sent(path, parcel(token, "")) != 415).toList();
    assertThat(takers)
        .containsExactlyInAnyOrder(
            "/office/sources/list",
            "/en/office/sources/list",
            "/ar/office/sources/list",
            "/de/office/sources/list");
    assertThat(state()).as("but for what was meant").isNotEqualTo(before);
    assertThat(office.works().store().sources().list(Audience.OWNER)).hasSize(2);
  }

  @Test
  void aFileHasItsBounds() {
    assertThat(
            office.raw(
                "POST /en/office/sources/list HTTP/1.1",
                "Host: localhost",
                "Cookie: " + owner.cookie(),
                "Content-Type: " + PARCEL,
                "Content-Length: 1000000000"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void saysByWhichMethodSomethingCanBeAsked() {
    HttpResponse<String> page = owner.post("/en/hashtags", "");
    assertThat(page.statusCode()).isEqualTo(405);
    assertThat(page.headers().firstValue("Allow").orElse(""))
        .contains("GET")
        .doesNotContain("POST");
    HttpResponse<String> form = owner.get("/en/sign-out");
    assertThat(form.statusCode()).isEqualTo(405);
    assertThat(form.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void aHeadIsAGetWithoutItsBody() {
    for (String path : List.of("/en/hashtags", "/en/office", "/en/sign-in")) {
      HttpResponse<String> head = office.send("HEAD", path, "", "Cookie", owner.cookie());
      HttpResponse<String> get = office.get(path, "Cookie", owner.cookie());
      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().firstValue("Content-Length"))
          .isEqualTo(
              Optional.of(Integer.toString(get.body().getBytes(StandardCharsets.UTF_8).length)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remote-User: admin",
        "X-WebAuth-User: admin",
        "X-Real-IP: 127.0.0.1",
        "X-Forwarded-For: 127.0.0.1",
        "X-Forwarded-User: owner"
      })
  void nobodyIsTheOwnerBecauseAHeaderSaysSo(String header) {
    String[] part = header.split(": ");
    assertThat(office.get("/en/office", part[0], part[1]).statusCode()).isEqualTo(401);
  }
}
