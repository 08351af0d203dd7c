package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.TagKey;
import org.tagwire.server.web.SiteOptions.Mode;

/** What the owner says about hashtags is weighed first, holds at once, and can be taken back. */
class TagRoomTest {
  private static final String ARTICLES =
      """
      {"carrier": "Harbour Wire", "published": "2031-05-13T10:00:00Z", "url": "https://wire.example/1", \
      "title": "Orla Fennimore opens the harbour theatre", "text": "Orla Fennimore opened the theatre on Saturday. Orla Fennimore said the harbour had waited long."}
      {"carrier": "bay.example", "published": "2031-05-13T11:00:00Z", "url": "https://bay.example/2", \
      "title": "Orla Fennimore sings in Norvale", "text": "The singer Orla Fennimore sang in Norvale on Sunday. Orla Fennimore will return to Norvale."}
      {"carrier": "bay.example", "published": "2031-05-13T12:00:00Z", "url": "https://bay.example/3", \
      "title": "Theatre of O. Fennimore Hall reopens", "text": "Orla Marie Fennimore opened the hall. Orla Marie Fennimore was glad."}
      """;

  @TempDir private Path directory;
  private LocalOffice office;
  private LocalOffice.Browser owner;

  @BeforeEach
  void open() {
    office =
        new LocalOffice(
            directory, LocalOffice.options(Mode.PRIVATE, ""), Map.of("understand", "on"));
    office.load(ARTICLES);
    owner = office.browser();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private static final String TAG = "/en/office/tags/OrlaFennimore";

  private HttpResponse<String> say(String act, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("act", act);
    return owner.submit(TAG, TAG, all);
  }

  private String name() {
    return office.works().store().tags().find(TagKey.of("OrlaFennimore")).orElseThrow().name();
  }

  @Test
  void saysWhatARuleWouldChangeBeforeItIsMeant() {
    assertThat(owner.page(TAG).text()).contains("Correct #OrlaFennimore");
    HttpResponse<String> weighed = say("rename", Map.of("name", "Orla M. Fennimore"));
    Document page = Jsoup.parse(weighed.body());
    assertThat(weighed.statusCode()).isEqualTo(200);
    assertThat(page.expectFirst(".lead").text()).matches("[23] articles would change\\.");
    assertThat(page.text()).contains("Orla M. Fennimore", "Do it");
    assertThat(office.works().store().rules().list()).isEmpty();

    Map<String, String> meant = new HashMap<>();
    page.select("main form input, main form button[name]")
        .forEach(field -> meant.put(field.attr("name"), field.attr("value")));
    HttpResponse<String> done = owner.post(TAG, LocalOffice.encode(meant));
    assertThat(done.headers().firstValue("Location")).contains("/en/office/rules?done=1");
    assertThat(name()).isEqualTo("Orla M. Fennimore");

    Document rules = owner.page("/en/office/rules?done=1");
    assertThat(rules.text()).contains("Done", "Orla M. Fennimore", "Rename");
    owner.submit("/en/office/rules", "/en/office/rules", Map.of());
    assertThat(name()).isEqualTo("Orla Fennimore");
    assertThat(owner.page("/en/office/rules").select("tbody form")).isEmpty();
    String again = "number=1&token=" + owner.token(TAG);
    assertThat(owner.post("/en/office/rules", again).statusCode()).isEqualTo(404);
  }

  @Test
  void aSplitCountsOnlyTheArticlesItTakes() {
    HttpResponse<String> weighed =
        say("split", Map.of("as", "Orla Fennimore (singer)", "with", "Norvale\n"));
    assertThat(Jsoup.parse(weighed.body()).expectFirst(".lead").text())
        .isEqualTo("1 article would change.");
  }

  @Test
  void saysWhatMakesNoSenseAndKeepsWhatWasTyped() {
    HttpResponse<String> refused = say("merge", Map.of("into", "Nobody At All"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("There is no hashtag “Nobody At All”");
    assertThat(Jsoup.parse(refused.body()).expectFirst("input[name=into]").attr("value"))
        .isEqualTo("Nobody At All");
    assertThat(say("merge", Map.of("into", "OrlaFennimore", "meant", "1")).statusCode())
        .isEqualTo(422);
    assertThat(say("split", Map.of("as", "Other", "with", " ")).statusCode()).isEqualTo(422);
    assertThat(say("abolish", Map.of()).statusCode()).isEqualTo(422);
    assertThat(owner.get("/en/office/tags/NobodyAtAll").statusCode()).isEqualTo(404);
    assertThat(office.works().store().rules().list()).isEmpty();
  }

  @Test
  void aNameIsHiddenAndShownAgain() {
    assertThat(say("show", Map.of()).statusCode()).isEqualTo(422);
    assertThat(say("hide", Map.of()).statusCode()).isEqualTo(303);
    assertThat(office.works().store().tags().withheld().names()).isNotEmpty();
    Document hidden = owner.page(TAG + "?done=hidden");
    assertThat(hidden.select(".note.good").text()).startsWith("Hidden.");
    assertThat(hidden.select("main form button").eachText()).containsExactly("Show again");

    assertThat(say("show", Map.of()).statusCode()).isEqualTo(303);
    assertThat(office.works().store().tags().withheld().names()).isEmpty();
    assertThat(owner.page(TAG).select("main form button").eachText())
        .contains("Hide from strangers")
        .doesNotContain("Show again");
  }

  @Test
  void anArticleIsNotAboutIt() {
    assertThat(say("not", Map.of("article", "https://wire.example/1")).body())
        .contains("1 article would change.");
    say("not", Map.of("article", "https://wire.example/1", "meant", "1"));
    assertThat(office.works().store().rules().list()).hasSize(1);
    assertThat(owner.page("/en/office/rules").text())
        .contains("Orla Fennimore opens the harbour theatre", "Not about this");
    assertThat(say("not", Map.of("article", "https://wire.example/none")).statusCode())
        .isEqualTo(422);
  }
}
