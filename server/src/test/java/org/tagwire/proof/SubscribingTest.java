package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/** Lists of subscriptions, from the file to the store and back. */
final class SubscribingTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  @TempDir Path directory;
  private Works works;

  @BeforeEach
  void open() {
    works = works(directory.resolve("one"));
  }

  @AfterEach
  void close() {
    works.close();
  }

  private static Works works(Path directory) {
    Map<String, String> quiet = Map.of("understand", "off", "embedding", "off");
    return Works.open(
        new Works.Surroundings(directory, SettingsReader.of(quiet), () -> NOW, Failpoints.NONE));
  }

  private static Lines order(Works works, Order order) {
    Lines told = new Lines();
    new Bureau(works).carryOut(order, told);
    return told;
  }

  @Test
  void importsTenThousandFeedsInSeconds() {
    StringBuilder list = new StringBuilder("<opml><body>");
    for (int folder = 0; folder < 100; folder++) {
      list.append("<outline text='Folder ").append(folder).append("'>");
      for (int feed = 0; feed < 100; feed++) {
        list.append("<outline text='Feed' xmlUrl='https://site-")
            .append(folder)
            .append('-')
            .append(feed)
            .append(".example/feed'/>");
      }
      list.append("</outline>");
    }
    byte[] bytes = list.append("</body></opml>").toString().getBytes(StandardCharsets.UTF_8);
    long begun = System.nanoTime();

    order(works, Order.of("import").with(bytes));

    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.println(
        "10,000 outlines, " + bytes.length + " bytes, imported in " + took.toMillis() + " ms");
    assertThat(works.store().sources().list(Audience.OWNER)).hasSize(10_000);
    assertThat(took).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void exportsTheListItImported() {
    order(works, Order.of("import").with("starter", "en,fr,science"));
    String exported = String.join("\n", order(works, Order.of("export-opml")).results);
    try (Works other = works(directory.resolve("other"))) {
      order(other, Order.of("import").with(exported.getBytes(StandardCharsets.UTF_8)));

      assertThat(String.join("\n", order(other, Order.of("export-opml")).results))
          .isEqualTo(exported)
          .contains("<outline text=\"Science\">");
    }
  }

  @Test
  void listsItsStarterPacksWhenNoneOrNoSuchIsAskedFor() {
    assertThat(String.join("\n", order(works, Order.of("import").with("starter", "list")).results))
        .contains("en (")
        .contains("united-kingdom (");
    assertThat(works.store().sources().list(Audience.OWNER)).isEmpty();
    assertThatThrownBy(() -> order(works, Order.of("import").with("starter", "klingon")))
        .isInstanceOf(TagwireException.class)
        .hasMessageContaining("'klingon'")
        .hasMessageContaining("science (");
  }
}
