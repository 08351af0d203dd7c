package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.dates.FeedDates;
import org.tagwire.html.HtmlText;
import org.tagwire.html.SafeMarkup;
import org.tagwire.model.FeedItem;
import org.tagwire.sets.HostileCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The cases of the hostile set that concern the parser, each with what is to come of it. What a
 * case asks of polls, the store or the pages is asked elsewhere.
 *
 * <p>The time is the CPU time of the thread; the bound on memory is asked by {@link
 * FeedMemoryTest}, in a process with no more than that.
 */
class HostileFeedSetTest {
  private static final Duration ACCEPTED = Duration.ofSeconds(2);

  private static ServerSocket sentinel;

  /** Asserts what comes of a case, given what came of each of its inputs. */
  private interface Check extends BiConsumer<HostileCase, List<ParseResult>> {}

  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          Map.entry("F001", title("A")),
          Map.entry("F002", title("Zażółć")),
          Map.entry("F003", HostileFeedSetTest::kept),
          Map.entry("F005", title("“A” – B")),
          Map.entry("F006", title("Žluťoučký")),
          Map.entry("F008", HostileFeedSetTest::noUtf7),
          Map.entry("F009", repaired("encoding-unknown", "A")),
          Map.entry("F010a", title("日本語ニュース")),
          Map.entry("F010c", title("Новости")),
          Map.entry("F010e", title("Źródło")),
          Map.entry("F010f", title("Новини")),
          Map.entry("F011", title("ABCDE")),
          Map.entry("F012", title("AB")),
          Map.entry("F013", repaired("leading-junk", "A")),
          Map.entry("F015", HostileFeedSetTest::cut),
          Map.entry("F016", refused("empty-body")),
          Map.entry("F018", HostileFeedSetTest::unexpanded),
          Map.entry("F019", HostileFeedSetTest::unexpanded),
          Map.entry("F021", repaired("xml-entity", "&x;")),
          Map.entry("F022", title("A")),
          Map.entry("F023", HostileFeedSetTest::kept),
          Map.entry("F024", title("café A")),
          Map.entry("F025", title("It’s A—B C &foo;")),
          Map.entry("F026", title("A")),
          Map.entry("F027", refused("xml-depth")),
          Map.entry("F028", refused("xml-attributes")),
          Map.entry("F029", refused("xml-name-length")),
          Map.entry("F031", HostileFeedSetTest::manyItems),
          Map.entry("F032", titles("A", "B")),
          Map.entry("F033", titles("A")),
          Map.entry("F041", HostileFeedSetTest::noDates),
          Map.entry("F042", HostileFeedSetTest::links),
          Map.entry("F043", HostileFeedSetTest::noScripts),
          Map.entry("F045", HostileFeedSetTest::titlesAreText),
          Map.entry("F046", title("a]]>b")),
          Map.entry("F047", HostileFeedSetTest::sanitised),
          Map.entry("F048", HostileFeedSetTest::unboundPrefixes),
          Map.entry("F050", title("gnp.exe \u2066abc\u2067 moc.elpmaxe")),
          Map.entry("F051", HostileFeedSetTest::fewMarks),
          Map.entry("F054", HostileFeedSetTest::fewCategories),
          Map.entry("F056", HostileFeedSetTest::honestFiles),
          Map.entry("F057", HostileFeedSetTest::fewFiles),
          Map.entry("F060", HostileFeedSetTest::pace),
          Map.entry("F061", refused("json-depth")),
          Map.entry("F062", HostileFeedSetTest::wrongTypes),
          Map.entry("F063", HostileFeedSetTest::collisions),
          Map.entry("F064", title("A")),
          Map.entry("F065", HostileFeedSetTest::comments),
          Map.entry("F067", HostileFeedSetTest::anyType),
          Map.entry("F070", HostileFeedSetTest::hidden),
          Map.entry("F072", HostileFeedSetTest::noIds));

  @BeforeAll
  static void listen() throws IOException {
    sentinel = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void hearNothing() throws IOException {
    sentinel.setSoTimeout(50);
    assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(sentinel::accept);
    sentinel.close();
  }

  static Stream<HostileCase> cases() {
    List<HostileCase> cases =
        HostileCase.listArea("feed").stream().filter(c -> CHECKS.containsKey(c.id())).toList();
    return cases.isEmpty() ? Stream.of(none()) : cases.stream();
  }

  private static HostileCase none() {
    return new HostileCase("", "feed", "no set", "", "pr", MissingNode.getInstance());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comesToWhatIsExpected(HostileCase hostile) {
    if (hostile.id().isEmpty()) {
      assertThat(HostileCase.listArea("feed")).isEmpty();
      return;
    }
    List<byte[]> inputs = inputs(hostile);
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    List<ParseResult> results = inputs.stream().map(b -> parse(hostile, b)).toList();
    Duration cpu = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);

    assertThat(cpu).isLessThan(ACCEPTED);
    CHECKS.get(hostile.id()).accept(hostile, results);
  }

  private static List<byte[]> inputs(HostileCase hostile) {
    return hostile.payloads().stream().map(HostileFeedSetTest::pointedAtUs).toList();
  }

  private static byte[] pointedAtUs(byte[] body) {
    if (body.length > 100_000) {
      return body;
    }
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return text.replace("@SENTINEL@", Integer.toString(sentinel.getLocalPort()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ParseResult parse(HostileCase hostile, byte[] body) {
    String type = hostile.recipe().path("headers").path("Content-Type").asString("");
    return new FeedParser()
        .parse(new FeedInput(body, type.isEmpty() ? null : type, "http://site.test/feed"));
  }

  private static ParsedFeed feed(ParseResult result) {
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).feed();
  }

  private static List<String> lines(ParsedFeed feed) {
    return feed.items().stream().map(i -> HtmlText.line(String.valueOf(i.title()))).toList();
  }

  private static void kept(HostileCase hostile, List<ParseResult> results) {
    assertThat(results)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(feed(r).items()).as(hostile.id()).isNotEmpty());
  }

  private static Check title(String title) {
    return titles(title);
  }

  private static Check titles(String... titles) {
    return (hostile, results) ->
        assertThat(results)
            .isNotEmpty()
            .allSatisfy(r -> assertThat(lines(feed(r))).containsExactly(titles));
  }

  private static Check repaired(String code, String title) {
    return (hostile, results) -> {
      titles(title).accept(hostile, results);
      assertThat(feed(results.getFirst()).mended())
          .extracting(repair -> repair.kind().code())
          .contains(code);
    };
  }

  private static Check refused(String code) {
    return (hostile, results) ->
        assertThat(results)
            .isNotEmpty()
            .allSatisfy(
                r -> {
                  assertThat(r).isInstanceOf(ParseResult.NotAFeed.class);
                  ParseResult.NotAFeed refused = (ParseResult.NotAFeed) r;
                  assertThat(refused.error().code()).isEqualTo(code);
                  assertThat(refused.message()).isNotBlank();
                });
  }

  private static void noUtf7(HostileCase hostile, List<ParseResult> results) {
    assertThat(lines(feed(results.getFirst())))
        .singleElement()
        .asString()
        .contains("+ADw-")
        .doesNotContain("<");
  }

  private static void cut(HostileCase hostile, List<ParseResult> results) {
    ParsedFeed feed = feed(results.getFirst());
    assertThat(lines(feed)).containsExactly("A", "B");
    assertThat(feed.isTruncated()).isTrue();
  }

  private static void unexpanded(HostileCase hostile, List<ParseResult> results) {
    ParsedFeed feed = feed(results.getFirst());
    int length = String.valueOf(feed.head().title()).length();
    assertThat(length + feed.items().toString().length()).isLessThan(300_000);
    assertThat(feed.mended())
        .extracting(Repair::kind)
        .containsAnyOf(Repair.Kind.XML_ENTITY, Repair.Kind.MARKUP_MENDED);
  }

  private static void manyItems(HostileCase hostile, List<ParseResult> results) {
    ParsedFeed feed = feed(results.getFirst());
    assertThat(feed.items()).hasSize(Limits.ITEMS);
    assertThat(feed.repairs())
        .anySatisfy(r -> assertThat(r).startsWith("items-over-limit: 78000 "));
  }

  private static void noDates(HostileCase hostile, List<ParseResult> results) {
    assertThat(hostile.texts())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(FeedDates.parse(d)).isEmpty());
  }

  private static void links(HostileCase hostile, List<ParseResult> results) {
    assertThat(feed(results.getFirst()).items())
        .extracting(FeedItem::link)
        .containsExactly(
            "http://site.test/b/a", "http://other.test/b", null, "http://site.test/b/x");
  }

  private static void noScripts(HostileCase hostile, List<ParseResult> results) {
    ParsedFeed feed = feed(results.getFirst());
    assertThat(feed.items()).hasSize(1);
    assertThat(feed.toString()).doesNotContain("javascript:");
  }

  private static void titlesAreText(HostileCase hostile, List<ParseResult> results) {
    List<String> titles = results.stream().map(r -> lines(feed(r)).getFirst()).toList();
    assertThat(titles).containsExactly("a x", "<script>alert(1)</script>", "AT&T", "A");
  }

  private static void sanitised(HostileCase hostile, List<ParseResult> results) {
    String content = String.valueOf(feed(results.getFirst()).items().getFirst().content());
    assertThat(SafeMarkup.of(HtmlText.paragraphs(content, "http://site.test/")).html())
        .doesNotContain("script", "onerror", "alert");
    assertThat(HtmlText.paragraphs(content)).isEmpty();
  }

  private static void unboundPrefixes(HostileCase hostile, List<ParseResult> results) {
    FeedItem item = feed(results.getFirst()).items().getFirst();
    assertThat(item.title()).isEqualTo("A");
    assertThat(item.content()).isEqualTo("<p>b</p>");
    assertThat(item.authors()).hasSize(1);
  }

  private static void fewMarks(HostileCase hostile, List<ParseResult> results) {
    String title = lines(feed(results.getFirst())).getFirst();
    assertThat(title).startsWith("A").endsWith("B").hasSizeLessThanOrEqualTo(6);
  }

  private static void fewCategories(HostileCase hostile, List<ParseResult> results) {
    FeedItem item = feed(results.getFirst()).items().getFirst();
    assertThat(item.categories()).hasSize(Limits.NAMES_LISTED).startsWith("c0", "c1");
  }

  private static void honestFiles(HostileCase hostile, List<ParseResult> results) {
    FeedItem item = feed(results.getFirst()).items().getFirst();
    assertThat(item.media().enclosures())
        .hasSize(2)
        .allSatisfy(file -> assertThat(file.length()).isNull());
  }

  private static void fewFiles(HostileCase hostile, List<ParseResult> results) {
    FeedItem item = feed(results.getFirst()).items().getFirst();
    assertThat(item.media().enclosures()).hasSize(Limits.ENCLOSURES);
  }

  private static void pace(HostileCase hostile, List<ParseResult> results) {
    for (String hint : hostile.texts()) {
      ParsedFeed.Pace pace = Feeds.channel(hint).pace();
      assertThat(pace.interval() == null ? Duration.ZERO : pace.interval())
          .as(hint)
          .isBetween(Duration.ZERO, Duration.ofDays(366));
      assertThat(pace.skipHours()).allSatisfy(hour -> assertThat(hour).isBetween(0, 23));
      assertThat(pace.skipDays()).isSubsetOf(DayOfWeek.MONDAY);
    }
  }

  private static void wrongTypes(HostileCase hostile, List<ParseResult> results) {
    assertThat(results.getFirst()).isInstanceOf(ParseResult.Parsed.class);
    List<FeedItem> items = feed(results.get(1)).items();
    assertThat(items).extracting(FeedItem::guid).containsExactly("1", "3");
    assertThat(items.getFirst().title()).isEqualTo("7");
    assertThat(items.getFirst().link()).isNull();
    assertThat(items.getFirst().published()).isNull();
    assertThat(results.get(2)).isInstanceOf(ParseResult.Parsed.class);
  }

  private static void collisions(HostileCase hostile, List<ParseResult> results) {
    refused("not-a-feed").accept(hostile, results);
  }

  private static void comments(HostileCase hostile, List<ParseResult> results) {
    assertThat(feed(results.getFirst()).head().title()).isEqualTo("T");
  }

  private static void anyType(HostileCase hostile, List<ParseResult> results) {
    byte[] body = hostile.recipe().path("body").asString().getBytes(StandardCharsets.UTF_8);
    for (JsonNode type : hostile.recipe().path("values")) {
      FeedInput input = new FeedInput(body, type.isNull() ? null : type.asString(), null);
      assertThat(lines(feed(new FeedParser().parse(input)))).containsExactly("A");
    }
  }

  private static void hidden(HostileCase hostile, List<ParseResult> results) {
    String summary = String.valueOf(feed(results.getFirst()).items().getFirst().summary());
    assertThat(HtmlText.line(summary)).isEqualTo("real");
    assertThat(SafeMarkup.of(HtmlText.paragraphs(summary, "http://site.test/")).html())
        .doesNotContain("style");
  }

  private static void noIds(HostileCase hostile, List<ParseResult> results) {
    FeedItem item = feed(results.getFirst()).items().getFirst();
    assertThat(item.guid()).isEqualTo("g1");
    assertThat(item.toString()).doesNotContain("42");
  }
}
