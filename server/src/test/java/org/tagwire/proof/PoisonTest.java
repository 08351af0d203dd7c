package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.embedding.Embedder;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.SourceId;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.works.Works;
import org.tagwire.sets.HostileCase;
import org.tagwire.store.DueSource;
import org.tagwire.store.SourceStatus;

/**
 * An item on which a stage breaks every time: tried thrice, across restarts, then set apart with
 * what was received, while all others go on (O027 of the hostile set).
 */
final class PoisonTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String POISON = "xyzzyx";

  /** A feed of five, the second of which is poison. */
  private record Wire(Dateline dateline) implements Site {
    private static final String HOST = "wire.example";

    @Override
    public String host() {
      return HOST;
    }

    @Override
    public List<Subscription> subscriptions() {
      return List.of(new Subscription(HOST, URI.create(dateline.origin(HOST) + "/feed")));
    }

    @Override
    public Reply answer(String target, Instant now) {
      if (!target.equals("/feed")) {
        return new Reply.Missing();
      }
      String items =
          List.of("Ferry", POISON, "Bridge", "Library", "Harbour").stream()
              .map(this::item)
              .collect(Collectors.joining());
      String xml = "<rss version=\"2.0\"><channel><title>Wire</title>" + items + "</channel></rss>";
      return new Reply.Found(
          Resource.of(
              "application/rss+xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8), NOW));
    }

    private String item(String word) {
      return "<item><guid isPermaLink=\"false\">"
          + word
          + "</guid><title>News of the "
          + word
          + "</title><link>"
          + dateline.origin(HOST)
          + "/"
          + word
          + "</link><description>The "
          + word
          + " was opened on Monday, the council said, and closed on Tuesday.</description></item>";
    }
  }

  @Test
  void setsApartWhatBreaksAStageThriceAndReadsTheRest(@TempDir Path directory) throws IOException {
    HostileCase.listArea("ops").stream()
        .filter(hostile -> hostile.id().equals("O027"))
        .forEach(hostile -> assertThat(hostile.expected()).contains("3 tries", "1 MiB", "stage"));
    AtomicBoolean poisonous = new AtomicBoolean(true);
    Embedder breaking =
        text -> {
          if (poisonous.get() && text.contains(POISON)) {
            throw new IllegalStateException("no vector for this");
          }
          return Optional.empty();
        };
    try (Newsstand stand =
        Newsstand.open(dateline -> List.of(new Wire(dateline)), Options.at(() -> NOW))) {
      for (int tries = 1; tries <= 3; tries++) {
        try (Works works = open(directory, stand, breaking)) {
          poll(works, stand);
          assertThat(works.store().articles().count()).isEqualTo(4);
          assertThat(works.inQuarantine()).isEqualTo(tries == 3 ? 1 : 0);
          assertThat(detail(works)).contains(tries == 3 ? "in quarantine" : "tried again");
        }
      }
      try (Works works = open(directory, stand, breaking)) {
        poll(works, stand);
        assertSetApart(works);
        poisonous.set(false);
        assertThat(carriedOut(works, Order.of("quarantine-retry", "all")).results)
            .singleElement()
            .asString()
            .endsWith(": read");
        works.readingsWait();
        works.settle((done, total) -> {});
        assertThat(works.store().articles().count()).isEqualTo(5);
        assertThat(works.inQuarantine()).isZero();
        assertThat(works.degraded()).isEmpty();
        assertThat(works.store().upkeep().check()).isEmpty();
      }
    }
  }

  private static void assertSetApart(Works works) {
    Lines list = carriedOut(works, Order.of("quarantine"));
    assertThat(list.results).hasSize(2);
    assertThat(list.results.getLast())
        .contains("understand", "/" + POISON, "IllegalStateException: no vector for this");
    assertThat(list.notes).containsExactly("1 items in quarantine, 0 tried again by themselves");
    String number = list.results.getLast().split(" ", 2)[0];
    assertThat(carriedOut(works, Order.of("quarantine-show", number)).results)
        .contains("guid: " + POISON, "title: News of the " + POISON)
        .anySatisfy(line -> assertThat(line).startsWith("  at ").contains("Analyst"));
    assertThat(works.store().sources().list(Audience.OWNER).getFirst().state())
        .isEqualTo(SourceStatus.State.OK);
  }

  private static String detail(Works works) {
    return works.store().sources().list(Audience.OWNER).getFirst().lastDetail();
  }

  private static Lines carriedOut(Works works, Order order) {
    Lines lines = new Lines();
    new Bureau(works).carryOut(order, lines);
    return lines;
  }

  private static Works open(Path directory, Newsstand stand, Embedder embedder) {
    return Works.open(
        new Works.Surroundings(
            directory, Outskirts.of(stand, Map.of()), () -> NOW, Failpoints.NONE),
        () -> embedder);
  }

  private static void poll(Works works, Newsstand stand) {
    for (Subscription subscription : stand.subscriptions()) {
      carriedOut(works, Order.of("add", subscription.address().toString()));
    }
    SourceId id = works.store().sources().list(Audience.OWNER).getFirst().source().id();
    DueSource due = works.store().sources().claim(id, NOW, Duration.ofMinutes(1)).orElseThrow();
    works.ingest().read(due).ifPresent(r -> works.store().sources().record(List.of(r)));
    works.settle((done, total) -> {});
  }
}
