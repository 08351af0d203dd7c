package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.server.web.SiteOptions.Mode;

/** What the owner follows, has seen and mutes, from form to list. */
class ReadingRoomTest {
  private static final String TAG = "/en/hashtag/OrlaFennimore";
  private static final String ROOM = "/en/following";
  private static final String FIRST =
      """
      {"carrier": "Harbour Wire", "published": "2031-05-13T10:00:00Z", "url": "https://wire.example/1", \
      "title": "Orla Fennimore opens the harbour theatre", "text": "Orla Fennimore opened the theatre on Saturday. Orla Fennimore said the harbour had waited long."}
      {"carrier": "bay.example", "published": "2031-05-13T11:00:00Z", "url": "https://bay.example/2", \
      "title": "Orla Fennimore sings in Norvale", "text": "The singer Orla Fennimore sang in Norvale on Sunday. Orla Fennimore will return to Norvale."}
      """;
  private static final String LATER =
      """
      {"carrier": "bay.example", "published": "2031-05-14T13:00:00Z", "url": "https://bay.example/3", \
      "title": "Orla Fennimore reopens the lighthouse", "text": "Orla Fennimore lit the lamp on Wednesday. Orla Fennimore was glad of the lighthouse."}
      """;

  @TempDir private Path directory;
  private LocalOffice office;
  private LocalOffice.Browser owner;

  @BeforeEach
  void open() {
    office =
        new LocalOffice(
            directory, LocalOffice.options(Mode.PRIVATE, ""), Map.of("understand", "on"));
    office.load(FIRST);
    owner = office.browser();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void follow(String folder) {
    var answer = owner.submit(ROOM, ROOM, Map.of("tag", "#OrlaFennimore", "folder", folder));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void saysHowManyAreNewUntilTheOwnerHasSeenThem() {
    follow("");
    assertThat(owner.page(TAG).select(".fresh")).isEmpty();
    office.advance(Duration.ofHours(2));
    office.load(LATER);

    assertThat(owner.page(TAG).expectFirst(".fresh").text()).startsWith("1 new since");
    assertThat(owner.page(ROOM).expectFirst(".fresh").text()).startsWith("1 new since");
    var seen = owner.submit(TAG, ROOM + "/seen", Map.of());
    assertThat(seen.headers().firstValue("Location")).contains(TAG);
    assertThat(owner.page(TAG).select(".fresh")).isEmpty();
  }

  @Test
  void aFolderIsAListAndAFeed() {
    follow("Stage & Song");

    assertThat(owner.page(ROOM).select("main h3 a").eachText()).containsExactly("Stage & Song");
    String list = owner.page(ROOM).expectFirst("main h3 a").attr("href");
    assertThat(owner.page(list).select(".card")).hasSize(2);
    assertThat(office.get(list + ".atom").body()).contains("Orla Fennimore sings in Norvale");
    String live = owner.page(list).expectFirst("main").attr("data-live");
    assertThat(live).startsWith("/en/live/followed/");
    assertThat(office.send("HEAD", live, "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsMutedLeavesTheListsAndNotTheSearch() {
    var answer = owner.submit(ROOM, ROOM + "/mutes", Map.of("kind", "word", "value", "norvale"));
    assertThat(answer.statusCode()).isEqualTo(303);

    assertThat(owner.page("/en/news").select(".card")).hasSize(1);
    assertThat(owner.page("/en/search?q=norvale").select(".card")).hasSize(1);
    owner.submit(ROOM, ROOM + "/mutes", Map.of("kind", "word", "value", "norvale", "end", "1"));
    assertThat(owner.page("/en/news").select(".card")).hasSize(2);
  }

  @Test
  void keepsWhatWasTypedWhenItCannotBeTaken() {
    var answer = owner.submit(ROOM, ROOM, Map.of("tag", "Nobody Knows", "folder", "Work"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("There is no hashtag “Nobody Knows” yet", "value=\"Work\"");
  }
}
