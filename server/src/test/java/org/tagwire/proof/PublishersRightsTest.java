package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Raw;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Visibility;
import org.tagwire.query.ListView;
import org.tagwire.query.Lists;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.works.Works;
import org.tagwire.sets.HostileCase;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.DueSource;
import org.tagwire.url.WebAddress;

/**
 * What publishers say of the rights in their articles, from the wire to the reader: cases R004,
 * R009 to R011, R013, R015 and R020 of the area politeness-rights.
 */
final class PublishersRightsTest {
  private static final String TEXT =
      "<p>Orla Venn opened the new ferry pier at Gannet Bay on Monday and promised boats every hour"
          + " until midnight.</p><p>The pier took three years to build and cost 41 million pounds,"
          + " nine more than the council of Gannet Bay had planned.</p><p>Orla Venn said that the"
          + " old pier would be kept for anglers, who had asked for nothing else since the"
          + " spring.</p><p>Boats leave from the northern end, where a shed of glass keeps out the"
          + " wind, and tickets are sold by a machine.</p>";

  private final SettableClock clock = new SettableClock(Newsday.START);
  private Printer printer;
  private Works works;

  @TempDir private Path directory;

  @BeforeEach
  void open() throws IOException {
    printer = new Printer();
    works =
        Works.open(new Works.Surroundings(directory, printer.settings(), clock, Failpoints.NONE));
  }

  @AfterEach
  void close() {
    works.close();
    printer.close();
  }

  @Test
  void pollsAForbiddenFeedForItsOwnerAndAsksForNoForbiddenPage() {
    printer
        .print(
            "/robots.txt",
            "User-agent: *\nDisallow: /feed\nDisallow: /news",
            "Content-Type: text/plain")
        .page("/news/1", "", TEXT)
        .feed("/feed", printer.item("/news/1"));
    add("/feed");
    poll();

    assertThat(printer.asked()).contains("/feed").doesNotContain("/news/1");
    assertThat(works.store().sources().list(Audience.OWNER))
        .extracting(s -> s.source().visibility())
        .containsExactly(Visibility.PRIVATE);
    assertThat(find("/news/1", Audience.OWNER)).isPresent();
    assertThat(find("/news/1", Audience.PUBLIC)).isEmpty();
    assertThat(headlines(Audience.PUBLIC)).isEmpty();
    assertThat(explained()).contains("[private-by-robots]", "[pages-robots]");
  }

  @Test
  void obeysWhatRobotsTagsSayOfAPage() {
    printer
        .page("/noindex", "", TEXT, "X-Robots-Tag: noindex")
        .page("/nosnippet", "<meta name=robots content=nosnippet>", TEXT)
        .page("/noarchive", "", TEXT, "X-Robots-Tag: noarchive")
        .page("/short", "<meta name=tagwire content='max-snippet:40'>", TEXT)
        .page("/other", "", TEXT, "X-Robots-Tag: otherbot: noindex, nosnippet")
        .page("/part", "", TEXT.replaceFirst("<p>", "<p data-nosnippet>"));
    readAll("/noindex", "/nosnippet", "/noarchive", "/short", "/other", "/part");

    assertThat(headlines(Audience.PUBLIC)).hasSize(5).doesNotContain("About /noindex");
    assertThat(headlines(Audience.OWNER)).hasSize(6);
    assertThat(card("/nosnippet").excerpt()).isEmpty();
    assertThat(card("/short").excerpt()).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    assertThat(require("/noarchive").text().paragraphs()).isEmpty();
    assertThat(raw("/noarchive").findPage()).isEmpty();
    assertThat(require("/other").reading().limits()).isEqualTo(ShowLimits.NONE);
    assertThat(require("/part").text().plain()).contains("41 million").doesNotContain("on Monday");
  }

  @Test
  void endsAnArticleWhenItsPublisherSays() {
    Instant end = Newsday.START.plus(Duration.ofDays(2));
    printer
        .page("/ends", "", TEXT, "X-Robots-Tag: unavailable_after: 16 May 2031 12:00:00 GMT")
        .page("/stays", "", TEXT.replace("Gannet", "Skua"));
    readAll("/ends", "/stays");

    assertThat(require("/ends").reading().limits().findUnavailableAfter()).contains(end);
    assertThat(works.store().articles().expired(end.minusMillis(1), 9)).isEmpty();
    assertThat(works.store().articles().expired(end, 9)).containsExactly(id("/ends"));
  }

  @Test
  void minesNothingThatIsReservedHoweverItIsSaid() {
    printer
        .print("/.well-known/tdmrep.json", "[{\"location\":\"/file\",\"tdm-reservation\":1}]")
        .page("/file/1", "", TEXT)
        .page("/header", "", TEXT, "tdm-reservation: 1")
        .page("/meta", "<meta name='tdm-reservation' content='1'>", TEXT)
        .page(
            "/wrong", "<meta name='tdm-reservation' content='yes'>", TEXT, "tdm-reservation: maybe")
        .page("/both", "<meta name='tdm-reservation' content='0'>", TEXT, "tdm-reservation: 1");
    readAll("/file/1", "/header", "/meta", "/wrong", "/both");

    for (String reserved : List.of("/file/1", "/header", "/meta", "/both")) {
      Article article = require(reserved);
      assertThat(article.reading().limits().mined()).as(reserved).isFalse();
      assertThat(article.text().paragraphs()).as(reserved).isEmpty();
      assertThat(raw(reserved).findPage()).as(reserved).isEmpty();
      assertThat(card(reserved).excerpt()).isEqualTo("What the herald says of it.");
    }
    assertThat(printer.asked()).doesNotContain("/file/1");
    assertThat(require("/wrong").text().plain()).contains("Orla Venn");
    assertThat(explained()).contains("[pages-reserved]");
  }

  @Test
  void doesNotMineATextThatTheFeedItselfCarries() {
    printer
        .print("/.well-known/tdmrep.json", "[{\"location\":\"/\",\"tdm-reservation\":1}]")
        .feed(
            "/feed",
            printer
                .item("/a")
                .replace("What the herald says of it.", "<![CDATA[" + TEXT.repeat(3) + "]]>"));
    add("/feed");
    poll();

    assertThat(require("/a").text().paragraphs()).isEmpty();
  }

  @Test
  void switchesOffWhatALicenceProhibitsWhereverItIsNamed() {
    printer
        .print(
            "/robots.txt",
            "License: /site.rsl\nUser-agent: *\nContent-Usage: /usage train-ai=n\n",
            "Content-Type: text/plain")
        .print("/site.rsl", licence("/robots", "ai-all"), "Content-Type: application/rsl+xml")
        .print("/page.rsl", licence("/", "ai-all"), "Content-Type: application/rsl+xml")
        .page("/robots/1", "", TEXT)
        .page(
            "/header", "", TEXT, "Link: </page.rsl>; rel=\"license\"; type=\"application/rsl+xml\"")
        .page("/link", "<link rel=license type='application/rsl+xml' href='/page.rsl'>", TEXT)
        .page(
            "/script",
            "<script type='application/rsl+xml'>" + licence("/", "ai-all") + "</script>",
            TEXT)
        .page("/cc", "<link rel=license href='/page.rsl'>", TEXT)
        .page("/usage", "", TEXT);
    readAll("/robots/1", "/header", "/link", "/script", "/cc", "/usage");

    for (String licensed : List.of("/robots/1", "/header", "/link", "/script")) {
      assertThat(require(licensed).reading().limits().mined()).as(licensed).isFalse();
      assertThat(require(licensed).text().paragraphs()).as(licensed).isEmpty();
    }
    assertThat(headlines(Audience.PUBLIC)).as("headline and link stay").hasSize(6);
    assertThat(require("/cc").reading().limits()).isEqualTo(ShowLimits.NONE);
    assertThat(require("/usage").reading().limits()).isEqualTo(ShowLimits.NONE.unlearned());
    assertThat(printer.asked()).doesNotContain("/robots/1").containsOnlyOnce("/page.rsl");
    assertThat(explained()).contains("[pages-licence]");
  }

  @Test
  void readsTheLicenceThatAFeedCarries() {
    String terms =
        licence("/a", "ai-all")
            .replace("<", "<rsl:")
            .replace("<rsl:/", "</rsl:")
            .replace("xmlns=", "xmlns:rsl=");
    printer
        .page("/a", "", TEXT)
        .page("/b", "", TEXT)
        .feed("/feed", terms, printer.item("/a"), printer.item("/b"));
    add("/feed");
    poll();

    assertThat(require("/a").text().paragraphs()).isEmpty();
    assertThat(require("/b").text().plain()).contains("Orla Venn");
    assertThat(printer.asked()).doesNotContain("/a").contains("/b");
  }

  @Test
  void keepsNothingOfWhatIsForSubscribers() {
    String page =
        HostileCase.listArea("politeness-rights").stream()
            .filter(hostile -> hostile.id().equals("R013"))
            .map(hostile -> hostile.texts().getFirst())
            .findFirst()
            .orElse(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                    + "\"isAccessibleForFree\":\"False\",\"hasPart\":{\"@type\":\"WebPageElement\","
                    + "\"isAccessibleForFree\":false,\"cssSelector\":\".paywall\"}}</script>"
                    + "<p>lead</p><div class='paywall'>secret</div>");
    String script = page.substring(0, page.indexOf("</script>") + 9);
    printer
        .page(
            "/paid",
            script,
            TEXT
                + "<div class='paywall'><p>The secret is that Quorvath Dale paid for the pier and"
                + " asked for nothing but silence.</p></div>")
        .print("/402", 402, "")
        .page("/free", "", TEXT.replace("Gannet", "Skua"));
    readAll("/paid", "/402", "/free");

    Article paid = require("/paid");
    assertThat(paid.reading().limits().paywalled()).isTrue();
    assertThat(paid.toString()).doesNotContain("Quorvath");
    assertThat(raw("/paid").findPage()).isEmpty();
    assertThat(require("/402").text().plain()).doesNotContain("Quorvath");
    assertThat(explained()).contains("[pages-paywalled]", "[pages-restricted]");
  }

  @Test
  void removesWhatItsPublisherDeletes() {
    printer.page("/g1", "", TEXT).page("/g2", "", TEXT.replace("Gannet", "Skua"));
    readAll("/g1", "/g2");
    printer.feed(
        "/feed", printer.item("/g2"), "<at:deleted-entry ref='/g1' when='2031-05-14T12:30:00Z'/>");
    clock.advance(Duration.ofHours(30));
    poll();

    assertThat(works.store().articles().find(id("/g1"), Audience.PUBLIC))
        .isInstanceOf(Lookup.Withdrawn.class);
    assertThat(headlines(Audience.OWNER)).containsExactly("About /g2");

    HostileCase.listArea("politeness-rights").stream()
        .filter(hostile -> hostile.id().equals("R020"))
        .map(hostile -> hostile.recipe().path("bodies").get(1).asString().replace("'g1'", "'/g2'"))
        .findFirst()
        .ifPresent(
            alone -> {
              printer.print("/feed", alone, "Content-Type: application/atom+xml");
              clock.advance(Duration.ofHours(30));
              poll();
              assertThat(headlines(Audience.OWNER)).isEmpty();
            });
  }

  @Test
  void letsNobodyTakeBackWhatIsAnothers() {
    printer.page("/g1", "", TEXT);
    readAll("/g1");
    printer.feed(
        "/other",
        "<at:deleted-entry ref='/g1'/><at:deleted-entry ref='" + printer.address("/g1") + "'/>",
        "<item><guid>x</guid><title>Something else</title></item>");
    add("/other");
    poll();

    assertThat(headlines(Audience.PUBLIC)).contains("About /g1");
  }

  @Test
  void showsStrangersTheExcerptAndTheOwnerTheText() {
    printer.page("/a", "", TEXT);
    readAll("/a");

    assertThat(require("/a").text().plain()).contains("sold by a machine");
    assertThat(works.store().articles().find(id("/a"), Audience.PUBLIC))
        .isInstanceOf(Lookup.Found.class);
    assertThat(
            new Lists(works.store().articles(), works.store().tags(), works::index)
                .page(Filter.ALL, ListView.of(Audience.PUBLIC, Language.ENGLISH))
                .toString())
        .doesNotContain("sold by a machine");
    assertThat(card("/a").excerpt().length())
        .isLessThanOrEqualTo(Math.min(200, require("/a").text().length() * 15 / 100));
  }

  private static String licence(String url, String prohibited) {
    return "<rsl xmlns='https://rslstandard.org/rsl'><content url='"
        + url
        + "'><license><prohibits type='usage'>"
        + prohibited
        + "</prohibits></license></content></rsl>";
  }

  private void readAll(String... paths) {
    printer.feed("/feed", java.util.Arrays.stream(paths).map(printer::item).toArray(String[]::new));
    add("/feed");
    poll();
  }

  private void add(String feed) {
    Order order = Order.of("add", printer.address(feed)).with("anyway", "true");
    new Bureau(works).carryOut(order, new Lines());
  }

  private void poll() {
    for (DueSource due :
        works.store().sources().claimDue(clock.instant(), Duration.ofMinutes(15), 9)) {
      works.ingest().read(due).ifPresent(poll -> works.store().sources().record(List.of(poll)));
    }
    works.settle((done, total) -> {});
  }

  private String explained() {
    Lines lines = new Lines();
    new Bureau(works).carryOut(Order.of("explain", "source", "1"), lines);
    return String.join("\n", lines.results);
  }

  private ArticleId id(String path) {
    String url = WebAddress.of(printer.address(path)).key();
    return works.store().articles().findByUrls(List.of(url)).get(url);
  }

  private Optional<Article> find(String path, Audience audience) {
    return works.store().articles().find(id(path), audience) instanceof Lookup.Found found
        ? Optional.of(found.article())
        : Optional.empty();
  }

  private Article require(String path) {
    return find(path, Audience.OWNER).orElseThrow();
  }

  private Raw raw(String path) {
    return works.store().articles().findRaw(id(path)).orElseThrow();
  }

  private Card card(String path) {
    return ((Lookup.Found) works.store().articles().find(id(path), Audience.OWNER)).card();
  }

  private List<String> headlines(Audience audience) {
    return works
        .store()
        .articles()
        .list(new ListQuery(Filter.ALL, audience, null, 50, false))
        .listings()
        .stream()
        .map(listing -> listing.card().headline())
        .toList();
  }
}
