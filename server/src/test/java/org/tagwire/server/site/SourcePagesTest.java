package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Domain;
import org.tagwire.model.Samples;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStatus.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SourcePagesTest {
  private static final Instant NOW = SampleNews.NOW;
  private static final String HOSTILE = "<script>alert(1)</script>";

  private final Newsroom newsroom = new Newsroom();
  private LocalSite site;

  @BeforeEach
  void open() {
    SourceId well = new SourceId(1);
    SourceId failing = new SourceId(2);
    newsroom
        .publishers()
        .subscribe(
            status(well, "https://lantern.example/feed?token=s3cret", State.OK, 0),
            poll(well, 5, 0, "fetched", "").with(Samples.health("truncated: " + HOSTILE)),
            poll(well, 65, 0, "unchanged", ""));
    newsroom
        .publishers()
        .subscribe(
            status(failing, "https://ferry.example/feed", State.FAILING, 2),
            poll(failing, 10, 2, "server-error", "ferry.example answered 500"),
            poll(failing, 90, 1, "made-up-outcome", "who knows"));
    site = LocalSite.of(newsroom);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void listsTheSourcesFailingOnesFirst() {
    String page = site.page("/en/sources");

    assertThat(page)
        .contains("2 sources", "ferry.example answered 500", "failing 1", "href=\"/en/source/2\"");
    assertThat(page.indexOf("/en/source/2")).isLessThan(page.indexOf("/en/source/1"));
    assertThat(site.page("/en/sources?state=ok")).doesNotContain("/en/source/2");
    assertThat(site.page("/en/sources?publisher=lantern.example&state=failing"))
        .contains("No source is in this state");
    assertThat(site.page("/ar/sources")).contains("مصدران", "متعثّر");
    assertThat(site.get("/en/sources?state=odd").statusCode()).isEqualTo(400);
    assertThat(site.get("/en/sources?after=-1").statusCode()).isEqualTo(400);
  }

  @Test
  void tellsWhatIsWrongWhatWasDoneAndHowPollsWent() {
    assertThat(site.page("/en/source/2"))
        .contains("It has been failing since", "2 times in a row", "ferry.example answered 500")
        .contains("The publisher could:", "server error", "made-up-outcome")
        .contains("<time datetime=");
    assertThat(site.page("/ar/source/2")).contains("متعثّر منذ", "خطأ في الخادم", "dir=\"rtl\"");
  }

  @Test
  void showsNeitherWhatOpensAnAddressNorForeignMarkup() {
    for (String path :
        new String[] {
          "/en/source/1", "/ar/source/1", "/en/sources", "/api/v1/sources/1", "/api/v1/sources"
        }) {
      String page = site.page(path);
      assertThat(page).as(path).contains("lantern.example").doesNotContain("s3cret");
      assertThat(path.startsWith("/api") || !page.contains(HOSTILE)).as(path).isTrue();
    }
  }

  @Test
  void answersTheSameAsJson() {
    JsonNode page = new JsonMapper().readTree(site.page("/api/v1/sources/2"));

    assertThat(page.path("source").path("state").asString()).isEqualTo("failing");
    assertThat(page.path("findings").get(0).path("code").asString()).isEqualTo("failing");
    assertThat(page.path("findings").get(0).path("text").asString()).contains("2 times");
    assertThat(page.path("polls")).hasSize(2);
    assertThat(new JsonMapper().readTree(site.page("/api/v1/sources")).path("sources")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/source/9",
        "/en/source/x",
        "/en/source/0",
        "/api/v1/sources/9",
        "/api/v1/sources/x"
      })
  void findsNothingWhereThereIsNoSource(String path) {
    assertThat(site.get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/sources",
        "/en/source/2",
        "/ar/source/2",
        "/api/v1/sources",
        "/api/v1/sources/2"
      })
  void showsStrangersNothing(String path) {
    SiteOptions open =
        new SiteOptions(
            SiteOptions.Mode.PUBLIC,
            URI.create("http://localhost"),
            true,
            "Wire",
            "editor@wire.example",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    try (LocalSite strangers = new LocalSite(newsroom, open, OwnerPassword.unset())) {
      assertThat(strangers.get(path).statusCode()).isEqualTo(404);
      assertThat(strangers.get(path).body()).doesNotContain("ferry", "lantern");
      assertThat(strangers.page("/en/")).doesNotContain("/en/sources");
    }
  }

  @Test
  void leadsItsOwnerThere() {
    assertThat(site.page("/en/")).contains("href=\"/en/sources\"");
  }

  private static SourceStatus status(SourceId id, String url, State state, int failures) {
    Domain domain = new Domain(URI.create(url).getHost());
    Source source =
        new Source(
            id,
            url,
            Source.Kind.FEED,
            url,
            domain,
            "News",
            url.contains("token") ? Visibility.PRIVATE : Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    String detail = failures == 0 ? "" : domain + " answered 500";
    Instant last = NOW.minus(Duration.ofMinutes(10));
    return new SourceStatus(source, state, plan(failures), last, detail, 7);
  }

  private static PollPlan plan(int failures) {
    Instant due = NOW.plus(Duration.ofMinutes(25));
    return new PollPlan(due, Duration.ofMinutes(30), null, null, failures, null, null);
  }

  private static PollRecord poll(
      SourceId id, int minutesAgo, int failures, String outcome, String detail) {
    return new PollRecord(
        id,
        NOW.minus(Duration.ofMinutes(minutesAgo)),
        Duration.ofMillis(350),
        outcome,
        detail,
        30,
        2,
        plan(failures));
  }
}
