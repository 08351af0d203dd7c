package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.server.orders.Subscriptions;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.store.QuarantineStore.Breakage;
import org.tagwire.store.QuarantineStore.Fault;
import org.tagwire.url.WebAddress;

/** What could not be read stands in the office, with what can be done about it. */
class WaitingRoomTest {
  private static final String PLACE = "/en/office/quarantine";

  @TempDir private Path directory;
  private LocalOffice office;
  private LocalOffice.Browser owner;
  private SourceId herald;

  @BeforeEach
  void open() {
    office = new LocalOffice(directory, LocalOffice.options(Mode.PRIVATE, ""), Map.of());
    owner = office.browser();
    herald =
        new Subscriptions(office.works())
            .add(WebAddress.of("https://herald.example/feed"), Source.Kind.FEED, "Herald", "");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void broke(String url, Optional<Raw> raw) {
    Instant now = office.now();
    Reading reading = Samples.article(url).reading();
    for (int i = 0; i < 3; i++) {
      office
          .works()
          .store()
          .quarantine()
          .broke(
              new Breakage(
                  herald,
                  reading.announcement().key(),
                  reading.announcement().contentHash(),
                  url,
                  null,
                  new Fault("extract", "IllegalStateException: no such leaf", List.of()),
                  raw,
                  now));
    }
  }

  @Test
  void listsWhatBrokeAndForgetsIt() {
    assertThat(owner.page(PLACE).text()).contains("Nothing: everything that came could be read.");
    broke("https://herald.example/1", Optional.empty());
    broke("https://herald.example/2", Optional.empty());

    Document page = owner.page(PLACE);
    assertThat(page.select("tbody tr")).hasSize(2);
    assertThat(page.select("tbody tr").first().text())
        .contains("herald.example/", "Herald", "3", "extract: IllegalStateException", "Try again");
    assertThat(owner.page("/en/office").select("a[href=" + PLACE + "]").text()).contains("2");

    String number = page.select("form[action$=drop] input[name=number]").first().val();
    var dropped = owner.submit(PLACE, PLACE + "/drop", Map.of("number", number));
    assertThat(dropped.headers().firstValue("Location")).contains(PLACE + "?done=dropped");
    assertThat(owner.page(PLACE + "?done=dropped").select(".note.good").text())
        .startsWith("Forgotten.");
    assertThat(office.works().store().quarantine().list()).hasSize(1);
    assertThat(owner.submit(PLACE, PLACE + "/drop", Map.of("number", number)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void triesOneOrAllAgain() {
    broke("https://herald.example/1", Optional.empty());
    broke("https://herald.example/2", Optional.empty());
    var all = owner.submit(PLACE, PLACE + "/retry", Map.of("number", "all"));
    assertThat(all.headers().firstValue("Location")).contains(PLACE + "?done=waits");
    assertThat(office.works().store().quarantine().list()).isEmpty();
    assertThat(
            owner
                .submit("/en/office/watch", PLACE + "/retry", Map.of("number", "all"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsWhatTheWorksAreAt() {
    assertThat(owner.page("/en/office").text())
        .contains("At work now", "Polls under way", "not yet in the lists 0", "nothing to do");
    assertThat(owner.page("/ar/office").text()).contains("العمل الجاري", "لا عمل");
  }
}
