package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Moment;
import org.tagwire.model.Page.Listing;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.Lists;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/** Five articles about one person, given directly, become her page. */
final class LoadTest {
  private static final Instant NOW = Instant.parse("2031-05-29T12:00:00Z");

  /** Out of order on purpose; one with an offset, one of which only the day is known. */
  private static final String FIVE =
      """
      {"carrier": "lantern.example", "published": "2031-05-25T09:30:00Z", "category": "Entertainment", "title": "Imara Poole to play the lighthouse keeper", "text": "Imara Poole will play the keeper in “The Lamp Room”.\\nFilming begins in the spring, Imara Poole told this newspaper.", "url": "https://lantern.example/1"}
      {"carrier": "harbour-news.example", "published": "2031-05-29T08:00:00Z", "category": "Entertainment", "title": "Imara Poole breaks an oar on the first day", "text": "Imara Poole broke an oar on the first day of filming.\\nNobody was hurt, the producers said. Imara Poole laughed.", "url": "https://harbour-news.example/oar"}
      {"carrier": "harbour-news.example", "origin": "Lantern", "published": "2031-05-26T23:15:00+02:00", "category": "Entertainment", "title": "What Imara Poole learned from a fog signal", "text": "Imara Poole spent a week with a fog signal.\\n“It is a patient teacher,” Imara Poole said.", "url": "https://harbour-news.example/fog"}
      {"carrier": "The Gull", "published": "2031-05-20", "title": "Imara Poole buys a small boat", "category": "Human interest", "text": "Imara Poole has bought a boat of four metres.\\nImara Poole calls it the Second Boat."}
      {"carrier": "lantern.example", "published": "2031-05-28T17:45:00Z", "category": "Entertainment", "title": "Imara Poole rows across the bay", "text": "Imara Poole rowed across the bay in forty minutes.\\nIt was her first time. Imara Poole means to do it again.", "url": "https://lantern.example/2"}
      """;

  @Test
  void listsThemNewestFirstWithTheTimesTheyWereGiven(@TempDir Path directory) {
    try (Works works = open(directory)) {
      Bureau bureau = new Bureau(works);
      assertThat(load(bureau)).containsExactly("5 5 0");
      bureau.carryOut(Order.of("settle"), new Lines());
      List<Card> cards = page(works).list().listings().stream().map(Listing::card).toList();
      assertThat(cards)
          .extracting(Card::headline)
          .containsExactly(
              "Imara Poole breaks an oar on the first day",
              "Imara Poole rows across the bay",
              "What Imara Poole learned from a fog signal",
              "Imara Poole to play the lighthouse keeper",
              "Imara Poole buys a small boat");
      assertThat(cards)
          .extracting(card -> card.findPublished().map(Moment::iso).orElse(""))
          .containsExactly(
              "2031-05-29T08:00:00Z",
              "2031-05-28T17:45:00Z",
              "2031-05-26T23:15:00+02:00",
              "2031-05-25T09:30:00Z",
              "2031-05-20");
      assertThat(cards)
          .extracting(Card::category)
          .contains(Category.HUMAN_INTEREST, Category.ENTERTAINMENT);
      assertThat(cards.get(2).findOriginName()).contains("Lantern");
      assertThat(cards.getLast().carrierName()).isEqualTo("The Gull");
      assertThat(page(works).all().articles()).isEqualTo(5);
      assertThat(page(works).all().publishers()).isEqualTo(3);
    }
  }

  @Test
  void takesTheSameFileTwiceAsOnce(@TempDir Path directory) {
    try (Works works = open(directory)) {
      Bureau bureau = new Bureau(works);
      load(bureau);
      bureau.carryOut(Order.of("settle"), new Lines());
      long last = works.store().articles().lastChange();
      assertThat(load(bureau)).containsExactly("5 0 0");
      bureau.carryOut(Order.of("settle"), new Lines());
      assertThat(works.store().articles().lastChange()).isEqualTo(last);
      assertThat(works.store().articles().count()).isEqualTo(5);
    }
  }

  @Test
  void countsAFileOfSeveralBatches(@TempDir Path directory) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      lines.append(
          "{\"carrier\": \"lantern.example\", \"title\": \"Entry "
              + i
              + "\", \"text\": \"The entry is number "
              + i
              + ".\"}\n");
    }
    try (Works works = open(directory)) {
      Lines told = new Lines();
      new Bureau(works)
          .carryOut(Order.of("load").with(lines.toString().getBytes(StandardCharsets.UTF_8)), told);
      assertThat(told.results).containsExactly("120 120 0");
    }
  }

  private static List<String> load(Bureau bureau) {
    Lines told = new Lines();
    bureau.carryOut(Order.of("load").with(FIVE.getBytes(StandardCharsets.UTF_8)), told);
    return told.results;
  }

  private static HashtagPages.HashtagPage page(Works works) {
    HashtagPages pages =
        new HashtagPages(
            works.store().tags(),
            new Lists(works.store().articles(), works.store().tags(), works::index));
    HashtagPages.Answer answer = pages.open("ImaraPoole", Newsday.owner());
    assertThat(answer).isInstanceOf(HashtagPages.Found.class);
    return ((HashtagPages.Found) answer).page();
  }

  private static Works open(Path directory) {
    return Works.open(
        new Works.Surroundings(
            directory, SettingsReader.of(Map.of("embedding", "off")), () -> NOW, Failpoints.NONE));
  }
}
