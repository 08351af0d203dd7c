package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.extract.Furniture.Learned;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.works.Works;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.DueSource;
import org.tagwire.url.WebAddress;

/** What is learned of a publisher's furniture on the way, and what makes it forgotten. */
final class LearningTest {
  private static final String NOTE =
      "Signal boxes and lighthouses of the bay are the passion of our reporter, who paints them.";

  private final SettableClock clock = new SettableClock(Newsday.START);
  private Printer printer;
  private Works works;
  private Domain herald;

  @TempDir private Path directory;

  @BeforeEach
  void open() throws IOException {
    printer = new Printer();
    herald = WebAddress.of(printer.address("/")).domain();
    works = opened();
  }

  @AfterEach
  void close() {
    works.close();
    printer.close();
  }

  @Test
  void cutsFromLaterPagesWhatEarlierOnesTaught() {
    poll("/feed", pages(0, 12));
    poll("/more", pages(12, 14));

    assertThat(text("/p3")).contains(NOTE);
    assertThat(text("/p13")).doesNotContain(NOTE).contains("boat number 13");
    assertThat(said("explain", "publisher", herald.name()))
        .contains("taken for furniture: 1")
        .contains("Signal boxes and lighthouses");
  }

  @Test
  void knowsItStillAfterARestartAndNoMoreOnceItIsForgotten() {
    poll("/feed", pages(0, 12));
    restart();
    assertThat(known()).hasSize(1);

    assertThat(said("forget-furniture", "www." + herald.name())).contains("was forgotten");
    assertThat(works.desks().furniture(herald)).isEmpty();
    restart();
    assertThat(works.desks().furniture(herald)).isEmpty();
    assertThat(said("forget-furniture", herald.name())).contains("nothing was known");

    poll("/more", pages(12, 13));
    assertThat(text("/p12")).contains(NOTE);
  }

  @Test
  void learnsTheSameAgainFromTheArticlesThatAreKept() {
    poll("/feed", pages(0, 12));
    List<Learned> before = works.desks().furniture(herald);
    said("forget-furniture", herald.name());

    assertThat(said("relearn")).contains("12 of 12 articles were learned from again");
    assertThat(works.desks().furniture(herald)).isEqualTo(before);
    said("relearn");
    restart();
    assertThat(works.desks().furniture(herald)).isEqualTo(before);
  }

  @Test
  void countsAPageOnceHoweverManyAnnounceItAndHoweverOftenItIsCorrected() {
    printer.page("/only", "", body(1));
    for (int i = 0; i < 9; i++) {
      String other = printer.item("/only").replace("'>/only<", "'>guid-" + i + "<");
      poll("/feed" + i, other);
    }
    for (int i = 0; i < 9; i++) {
      printer.page(
          "/only", "", body(i) + "<p>Corrected for the time number " + i + ", we regret.</p>");
      poll("/feed0", printer.item("/only").replace("About", "Corrected " + i + ":"));
    }

    assertThat(text("/only")).contains(NOTE).contains("time number 8");
    assertThat(works.desks().furniture(herald))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text.pages()).isEqualTo(1));
  }

  @Test
  void learnsNothingFromPrivateSources() {
    poll("/feed?token=9f8e7d6c5b4a39281706f5e4d3c2b1a0", pages(0, 12));

    assertThat(text("/p3")).contains(NOTE);
    assertThat(works.desks().furniture(herald)).isEmpty();
    assertThat(said("relearn")).contains("0 of 12 articles");
    assertThat(works.desks().furniture(herald)).isEmpty();
  }

  @Test
  void learnsNothingWherePublishersForbidIt() {
    for (int i = 0; i < 12; i++) {
      printer.page("/p" + i, "", body(i), "Content-Usage: train-ai=n");
    }
    poll("/feed", items(0, 12));

    assertThat(text("/p3")).contains(NOTE);
    assertThat(works.desks().furniture(herald)).isEmpty();
  }

  private List<Learned> known() {
    return works.desks().furniture(herald).stream().filter(Learned::known).toList();
  }

  private String[] pages(int from, int to) {
    IntStream.range(from, to).forEach(i -> printer.page("/p" + i, "", body(i)));
    return items(from, to);
  }

  private String[] items(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> printer.item("/p" + i)).toArray(String[]::new);
  }

  private static String body(int number) {
    return "<p>The ferry named boat number "
        + number
        + " left Gannet Bay on Monday with its lamps lit and its hold full of early apples.</p>"
        + "<p>Nobody on the pier could say where boat number "
        + number
        + " would sleep, since the harbour at the northern end had been closed for repairs to its wall.</p>"
        + "<p>It came back before midnight, and boat number "
        + number
        + " was welcomed by a band of nine trumpets.</p><p>"
        + NOTE
        + "</p>";
  }

  private void poll(String feed, String... items) {
    printer.feed(feed.replaceFirst("\\?.*", ""), items);
    new Bureau(works)
        .carryOut(Order.of("add", printer.address(feed)).with("anyway", "true"), new Lines());
    clock.advance(Duration.ofHours(30));
    for (DueSource due :
        works.store().sources().claimDue(clock.instant(), Duration.ofMinutes(15), 20)) {
      works.ingest().read(due).ifPresent(done -> works.store().sources().record(List.of(done)));
    }
    works.settle((done, total) -> {});
  }

  private String said(String name, String... arguments) {
    Lines lines = new Lines();
    new Bureau(works).carryOut(Order.of(name, arguments), lines);
    return String.join("\n", lines.results);
  }

  private String text(String path) {
    String url = WebAddress.of(printer.address(path)).key();
    var id = works.store().articles().findByUrls(Arrays.asList(url)).get(url);
    return works.store().articles().find(id, Audience.OWNER) instanceof Lookup.Found found
        ? found.article().text().plain()
        : "";
  }

  private void restart() {
    works.close();
    works = opened();
  }

  private Works opened() {
    return Works.open(
        new Works.Surroundings(directory, printer.settings(), clock, Failpoints.NONE));
  }
}
