package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveNewsTest {

  private static final String HOST = "tide-times.example";

  private FixtureStand fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new FixtureStand();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void publishesAnArticleWhenItsTimeHasCome() throws Exception {
    String before = tag("/feed.xml");
    assertThat(status("/news/late-ferry.html")).isEqualTo(404);
    fixture.clock.advance(Duration.ofSeconds(59));
    assertThat(fixture.text(HOST, "/feed.xml")).doesNotContain("late-ferry");
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(status("/news/late-ferry.html")).isEqualTo(200);
    assertThat(fixture.text(HOST, "/feed.xml"))
        .contains("late-ferry", "Wed, 14 May 2031 12:01:00 GMT");
    assertThat(fixture.text(HOST, "/")).contains("Ferry is late");
    assertThat(fixture.text(HOST, "/news/")).contains("Ferry is late");
    assertThat(fixture.get(HOST, "/feed.xml", "If-None-Match", before).statusCode()).isEqualTo(200);
  }

  @Test
  void correctsATitleInFeedAndPage() throws Exception {
    fixture.clock.advance(Duration.ofSeconds(120));
    assertThat(fixture.text(HOST, "/feed.xml"))
        .contains("Ferry is on time after all")
        .doesNotContain("<title>Ferry is late</title>");
    assertThat(fixture.text(HOST, "/news/late-ferry.html"))
        .contains("Ferry is on time after all", "2031-05-14T12:02:00Z", "Updated");
  }

  @Test
  void correctsAParagraphAndChangesThatPageOnly() throws Exception {
    String other = tag("/sport-sea/old-crane-saved.html");
    String own = tag("/news/carried-essay.html");
    fixture.clock.advance(Duration.ofSeconds(30));
    assertThat(fixture.text(HOST, "/news/carried-essay.html"))
        .contains("It goes on, corrected.")
        .doesNotContain("second paragraph");
    assertThat(tag("/news/carried-essay.html")).isNotEqualTo(own);
    assertThat(tag("/sport-sea/old-crane-saved.html")).isEqualTo(other);
  }

  @Test
  void takesAWithdrawnArticleFromEverywhere() throws Exception {
    assertThat(fixture.text(HOST, "/feed.xml")).contains("lost-dog");
    fixture.clock.advance(Duration.ofSeconds(180));
    HttpResponse<byte[]> gone = fixture.get(HOST, "/news/lost-dog.html");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).isNotEmpty();
    assertThat(fixture.text(HOST, "/feed.xml")).doesNotContain("lost-dog");
    assertThat(fixture.text(HOST, "/")).doesNotContain("lost-dog");
    assertThat(fixture.text(HOST, "/news/")).doesNotContain("lost-dog");
    assertThat(status("/print/lost-dog")).isEqualTo(404);
  }

  private int status(String target) throws Exception {
    return fixture.get(HOST, target).statusCode();
  }

  private String tag(String target) throws Exception {
    return fixture.get(HOST, target).headers().firstValue("etag").orElseThrow();
  }
}
