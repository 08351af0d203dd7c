package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;

/**
 * Everything publishers do to guids, links, headlines and order between two polls, through the real
 * ingest: each article once, by churn none twice, none lost, and ids that stay.
 */
final class IdentityTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  private static PollSeries series;
  private String host = "";

  @BeforeAll
  static void open(@TempDir Path directory) throws IOException {
    series = new PollSeries(directory, NOW);
  }

  @AfterAll
  static void close() {
    series.close();
  }

  /** Every test has a publisher of its own, so that one directory serves all. */
  @BeforeEach
  void begin() {
    host = "herald" + series.begin().value() + ".example";
  }

  /** An item of a document that is being written. */
  record Item(String guid, String link, String title, String text, String date) {
    static Item of(String guid, String link, String title) {
      return new Item(guid, link, title, "What there is to say of: " + title + ".", "");
    }

    Item saying(String other) {
      return new Item(guid, link, title, other, date);
    }

    Item at(String other) {
      return new Item(guid, link, title, text, other);
    }

    String xml() {
      return "<item>"
          + element("guid isPermaLink=\"false\"", guid)
          + element("link", link)
          + element("title", title)
          + element("description", text)
          + element("pubDate", date)
          + "</item>";
    }

    private static String element(String name, String text) {
      String plain = text.replace("&", "&amp;").replace("<", "&lt;");
      return text.isEmpty()
          ? ""
          : "<" + name + ">" + plain + "</" + name.replaceFirst(" .*", "") + ">";
    }
  }

  private static String feed(List<Item> items) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>");
    xml.append("<title>Gannet Bay Herald</title><link>https://herald.example/</link>");
    items.forEach(item -> xml.append(item.xml()));
    return xml.append("</channel></rss>").toString();
  }

  private void poll(Item... items) {
    pollAll(List.of(items));
  }

  private void pollAll(List<Item> items) {
    series.poll(feed(items).replace("herald.example", host));
  }

  private static final String SITE = "https://herald.example";
  private static final String SAT = "Sat, 10 May 2031 08:15:00 GMT";
  private static final String SUN = "Sun, 11 May 2031 09:40:00 GMT";

  /** The first poll's item, the second's: the same article. */
  static final List<Arguments> CHURN =
      List.of(
          same(
              "a guid that changes",
              Item.of("run-1", SITE + "/pier", "Pier opens"),
              Item.of("run-2", SITE + "/pier", "Pier opens")),
          same(
              "a guid that changes with an edited headline",
              Item.of("run-1", SITE + "/pier", "Pier opens in Gannet Bay").at(SAT),
              Item.of("run-2", SITE + "/pier", "Ferry pier opens in Gannet Bay").at(SUN)),
          same(
              "a guid that comes and goes",
              Item.of("", SITE + "/pier", "Pier opens"),
              Item.of("run-2", SITE + "/pier", "Pier opens")),
          same(
              "https",
              Item.of("http://herald.example/pier", "http://herald.example/pier", "Pier opens"),
              Item.of(SITE + "/pier", SITE + "/pier", "Pier opens")),
          same(
              "tracking parameters and a permalink with them",
              Item.of(SITE + "/pier", SITE + "/pier", "Pier opens"),
              Item.of(SITE + "/pier?utm_source=rss", SITE + "/pier?utm_source=rss", "Pier opens")),
          same(
              "an unknown parameter, an anchor and an edited headline at once",
              Item.of(
                  "7e00003a-ade9-4262-a517",
                  SITE + "/content/7e00003a-ade9-4262-a517",
                  "Venn will leave"),
              Item.of(
                      "7e00003a-ade9-4262-a517",
                      SITE + "/content/7e00003a-ade9-4262-a517?segment=776b#list:rss",
                      "Orla Venn resigns as mayor")
                  .saying("It was not expected.")),
          same(
              "another slug and another headline in the minute of publication",
              Item.of("post", SITE + "/venn-leaves", "Venn leaves").at(SAT),
              Item.of("post", SITE + "/mayor-resigns", "Mayor resigns").at(SAT)),
          same(
              "another slug, headline kept, text edited",
              Item.of("g", SITE + "/one", "Pier opens"),
              Item.of("g", SITE + "/two", "Pier opens").saying("More is known now.")),
          same(
              "www in front",
              Item.of("", SITE + "/pier", "Pier opens"),
              Item.of("", "https://www.herald.example/pier", "Pier opens")),
          same(
              "a slash at the end, guid and all",
              Item.of(SITE + "/pier", SITE + "/pier", "Pier opens"),
              Item.of(SITE + "/pier/", SITE + "/pier/", "Pier opens")),
          same(
              "the mobile edition",
              Item.of("", "https://www.herald.example/pier", "Pier opens"),
              Item.of("", "https://m.herald.example/pier", "Pier opens")),
          same(
              "the AMP edition",
              Item.of("", "https://www.herald.example/pier/amp/", "Pier opens"),
              Item.of("", "https://www.herald.example/pier", "Pier opens")),
          same(
              "a session in the path",
              Item.of("", SITE + "/pier;jsessionid=0A1B", "Pier opens"),
              Item.of("", SITE + "/pier;jsessionid=FFEE", "Pier opens")),
          same(
              "an edited text",
              Item.of("g", SITE + "/pier", "Pier opens"),
              Item.of("g", SITE + "/pier", "Pier opens").saying("It rained.")),
          same(
              "all edited but guid and link",
              Item.of("g", SITE + "/pier", "Pier opens").at(SAT),
              Item.of("g", SITE + "/pier", "Quay closed").saying("Storm.").at(SUN)));

  /** The first poll's item, the second's: two articles. */
  static final List<Arguments> REUSE =
      List.of(
          same(
              "a guid used again",
              Item.of("daily", SITE + "/monday", "Monday").at(SAT),
              Item.of("daily", SITE + "/tuesday", "Tuesday").at(SUN)),
          same(
              "a guid that is a position, items without text",
              Item.of("1", SITE + "/a?id=4", "Pier opens").saying(""),
              Item.of("1", SITE + "/a?id=5", "Mayor resigns").saying("")),
          same(
              "addresses told apart by the query alone",
              Item.of("", SITE + "/?p=1", "Pier opens"),
              Item.of("", SITE + "/?p=2", "Mayor resigns")),
          same(
              "the home page as everybody's link",
              Item.of("n1", SITE + "/", "Pier opens"),
              Item.of("n2", SITE + "/", "Mayor resigns")),
          same(
              "one page for all notices, a notice at a time",
              Item.of("n1", SITE + "/notices", "Pier opens").at(SAT),
              Item.of("n2", SITE + "/notices", "Mayor resigns").at(SUN)),
          same(
              "a page and a folder of the same name with different stories",
              Item.of("", SITE + "/pier", "Pier opens"),
              Item.of("", SITE + "/pier/", "Mayor resigns")),
          same(
              "neither guid nor link, another text",
              Item.of("", "", "Tide").saying("High at nine."),
              Item.of("", "", "Tide").saying("High at ten.")));

  private static Arguments same(String what, Item first, Item second) {
    return Arguments.of(what, first, second);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("CHURN")
  void knowsAnArticleBy(String what, Item first, Item second) {
    poll(first);
    ArticleId id = series.articles().getFirst().id();
    poll(second);
    poll(second);
    poll(first);

    assertThat(series.articles()).as(what).extracting(Article::id).containsExactly(id);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("REUSE")
  void losesNothingTo(String what, Item first, Item second) {
    poll(first);
    poll(second);
    assertThat(series.articles()).as(what).hasSize(2);

    poll(second);
    poll(first, second);
    poll(second, first);
    assertThat(series.articles()).as(what).hasSize(2);
  }

  @Test
  void takesAHeadlineEditedUnderANewGuidForACorrection() {
    poll(Item.of("run-1", SITE + "/pier", "Pier opens in Gannet Bay"));
    poll(Item.of("run-2", SITE + "/pier", "Ferry pier opens in Gannet Bay"));

    assertThat(series.headlines()).containsExactly("Ferry pier opens in Gannet Bay");
    assertThat(series.articles().getFirst().timing().findUpdated()).isPresent();
  }

  @Test
  void writesNothingForGuidsThatChangeWithEveryPoll() {
    for (int i = 0; i < 5; i++) {
      poll(Item.of("run-" + i, SITE + "/pier", "Pier opens"));
    }

    assertThat(series.lastPoll().accepted()).isZero();
    assertThat(series.status().articles()).isEqualTo(1);
  }

  @Test
  void tellsTheEntriesOfALiveReportApart() {
    String page = SITE + "/live";
    Item first = Item.of(page + "#post-1", page + "#post-1", "Doors open");
    Item second = Item.of(page + "#post-2", page + "#post-2", "Band begins");
    Item third = Item.of(page + "#post-3", page + "#post-3", "Lights out");
    poll(second, first);
    poll(third, second, first);
    poll(third, second);
    poll(third);
    poll(third, second, first);

    assertThat(series.headlines())
        .containsExactlyInAnyOrder("Doors open", "Band begins", "Lights out");
    assertThat(series.articles())
        .extracting(a -> a.reading().url().replace(host, "herald.example"))
        .contains(page + "#post-1", page + "#post-2");
  }

  @Test
  void keepsASharedPageApartWhileGuidsChange() {
    for (int i = 0; i < 4; i++) {
      poll(
          Item.of("a" + i, SITE + "/notices", "Pier opens"),
          Item.of("b" + i, SITE + "/notices", "Mayor resigns"));
      poll(Item.of("c" + i, SITE + "/notices", "Mayor resigns"));
    }

    assertThat(series.headlines()).containsExactlyInAnyOrder("Pier opens", "Mayor resigns");
  }

  @Test
  void takesAnArticleListedInTwoSectionsForOne() {
    for (int i = 0; i < 3; i++) {
      poll(
          Item.of("home-7", SITE + "/pier#home", "Pier opens"),
          Item.of("local-7", SITE + "/pier#local", "Pier opens").saying("In short."));
    }

    assertThat(series.headlines()).containsExactly("Pier opens");
  }

  @Test
  void keepsItemsThatShareAGuidInOneDocument() {
    Item a = Item.of("1", SITE + "/a", "Pier opens");
    Item b = Item.of("1", SITE + "/b", "Mayor resigns");
    poll(a, b);
    poll(b, a);
    poll(b);
    poll(a);

    assertThat(series.articles()).hasSize(2);
  }

  @Test
  void keepsItemsThatShareEverythingButTheHeadline() {
    Item a = Item.of("0", SITE + "/", "Pier opens").saying("");
    Item b = Item.of("0", SITE + "/", "Mayor resigns").saying("");
    poll(a, b);
    poll(a, b);
    poll(b);

    assertThat(series.articles()).hasSize(2);
  }

  @Test
  void followsGuidsThatArePositions() {
    List<String> headlines =
        List.of("Pier opens", "Mayor resigns", "Rovers win cup", "Bakery burns", "Snow in May");
    for (int top = 0; top < headlines.size(); top++) {
      List<Item> items = new ArrayList<>();
      for (int i = top; i >= Math.max(0, top - 2); i--) {
        items.add(Item.of("" + (top - i), SITE + "/" + i, headlines.get(i)));
      }
      pollAll(items);
    }

    assertThat(series.headlines()).containsExactlyInAnyOrderElementsOf(headlines);
  }

  @Test
  void losesAndDoublesNothingWhenAFeedIsShuffledAndChurned() {
    long seed = Long.getLong("tagwire.seed", 20310514);
    Random random = new Random(seed);
    List<Item> all =
        IntStream.range(0, 60)
            .mapToObj(
                i -> {
                  String title = word(random) + " " + word(random) + " " + i;
                  return Item.of("id-" + i, SITE + "/" + (1000 + i) + "/story", title);
                })
            .toList();
    for (int poll = 0; poll < 40; poll++) {
      int top = Math.min(all.size(), 10 + poll * 2);
      List<Item> window = new ArrayList<>(all.subList(Math.max(0, top - 25), top));
      window.replaceAll(item -> churned(item, random));
      Collections.shuffle(window, random);
      pollAll(window);
    }

    assertThat(series.articles()).as("seed " + seed).hasSize(all.size());
    assertThat(series.articles())
        .extracting(a -> a.reading().url().replaceAll(".*/(\\d+)/.*", "$1"))
        .as("seed " + seed)
        .doesNotHaveDuplicates();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 9; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  private static Item churned(Item item, Random random) {
    String link = item.link();
    return switch (random.nextInt(8)) {
      case 0 -> new Item(item.guid() + random.nextInt(), link, item.title(), item.text(), "");
      case 1 -> new Item("", link, item.title(), item.text(), "");
      case 2 -> new Item(item.guid(), link + "?utm_medium=rss", item.title(), item.text(), "");
      case 3 -> new Item(item.guid(), link.replace("https", "http"), item.title(), item.text(), "");
      case 4 -> new Item(item.guid(), link, item.title() + " (updated)", item.text(), "");
      case 5 -> new Item("", link + "/", item.title(), item.text(), "");
      case 6 -> new Item("", link.replace("//", "//www."), item.title(), item.text() + "!", "");
      default -> item;
    };
  }

  @Test
  void keepsWhatItHasWhenAFeedIsEmptyForAWhile() {
    poll(Item.of("1", SITE + "/a", "Pier opens"), Item.of("2", SITE + "/b", "Mayor resigns"));
    poll();
    poll();
    poll();

    assertThat(series.articles()).hasSize(2);
  }

  @Test
  void tellsNotesWithoutGuidAndLinkApartByDate() {
    Item monday = Item.of("", "", "Storm warning").at(SAT);
    poll(monday, monday.at(SUN));
    poll(monday, monday.at(SUN));

    assertThat(series.articles()).hasSize(2);
  }
}
