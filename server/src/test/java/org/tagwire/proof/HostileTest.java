package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.ingest.GivenArticle;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Moment;
import org.tagwire.model.TagKey;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.Lists;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What readers type into addresses when they mean harm, or nothing. The inputs are our own; those
 * of the hostile set are asked, too, where {@code -Dtagwire.sets} or the folder beside the
 * repository has it.
 */
final class HostileTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  private static Works works;
  private static HashtagPages pages;

  @BeforeAll
  static void fill(@TempDir Path directory) {
    works =
        Works.open(
            new Works.Surroundings(
                directory,
                SettingsReader.of(Map.of("embedding", "off")),
                () -> NOW,
                Failpoints.NONE));
    pages =
        new HashtagPages(
            works.store().tags(),
            new Lists(works.store().articles(), works.store().tags(), works::index));
    List<String> names =
        List.of("Orla Venn", "Café Marlow", "Straße Nord", "İstanbul Rovers", "Gannet Bay");
    List<GivenArticle> given = new ArrayList<>();
    for (String name : names) {
      for (int i = 0; i < 3; i++) {
        String title = name + " opens for the season number " + i;
        String text =
            name
                + " opened on Monday. Visitors of "
                + name
                + " said that "
                + name
                + " had changed. Number "
                + i
                + ".";
        given.add(
            new GivenArticle(
                "lantern.example",
                null,
                Moment.of(NOW.minus(Duration.ofHours(i))),
                null,
                "",
                title,
                text,
                null,
                null,
                List.of(name)));
      }
    }
    works.deliveries().deliver(given);
    works.settle((done, total) -> {});
  }

  @AfterAll
  static void close() {
    works.close();
  }

  static Stream<List<String>> sameTags() throws IOException {
    List<List<String>> own =
        List.of(
            List.of("Café_Marlow", "Cafe\u0301_Marlow"),
            List.of("ORLAVENN", "orlavenn"),
            List.of("\uff2f\uff32\uff2c\uff21", "orla"),
            List.of("straßenord", "STRASSENORD"),
            List.of("\u2764\ufe0f", "\u2764"),
            List.of("#orlavenn", "orlavenn"),
            List.of("orla\u200bvenn", "orlavenn"),
            List.of("orla\u00advenn", "orlavenn"),
            List.of("i\u0307stanbulrovers", "\u0130stanbulRovers"));
    return Stream.concat(own.stream(), ofSet("U024").flatMap(HostileTest::pairs));
  }

  @ParameterizedTest
  @MethodSource("sameTags")
  void leadsBothSpellingsToOneTag(List<String> pair) {
    assertThat(TagKey.parse(pair.getFirst())).isPresent().isEqualTo(TagKey.parse(pair.getLast()));
    assertThat(form(pages.open(pair.getFirst(), Newsday.owner())))
        .isEqualTo(form(pages.open(pair.getLast(), Newsday.owner())));
  }

  @Test
  void leadsOddSpellingsToTheOneAddress() {
    for (String spelling :
        List.of("ORLAVENN", "orla\u200bvenn", "#OrlaVenn", "Orla Venn", "\uff2frlaVenn")) {
      assertThat(pages.open(spelling, Newsday.owner()))
          .isEqualTo(new HashtagPages.Spelled("OrlaVenn"));
    }
    assertThat(pages.open("OrlaVenn", Newsday.owner())).isInstanceOf(HashtagPages.Found.class);
  }

  static Stream<String> oddities() throws IOException {
    Stream<String> own =
        Stream.of(
            "",
            "#",
            "##",
            " ",
            "%23",
            "\ufffd\ufffd",
            "\ud800",
            "x".repeat(5_000),
            "\u0000",
            "../../etc/passwd",
            "'; DROP TABLE hashtag; --",
            "<script>alert(1)</script>",
            "\u202eabc",
            "_".repeat(99),
            "1",
            "*",
            "\"",
            "OR 1=1");
    return Stream.concat(own, ofSet("U026").flatMap(HostileTest::texts).map(HostileTest::decoded));
  }

  @ParameterizedTest
  @MethodSource("oddities")
  void answersOdditiesWithNothing(String spelling) {
    for (Audience audience : Audience.values()) {
      HashtagPages.Answer answer =
          pages.open(spelling, audience == Audience.OWNER ? Newsday.owner() : Newsday.anybody());
      assertThat(answer).isInstanceOf(HashtagPages.Unknown.class);
    }
  }

  /** The space of tags has no end, and somebody will walk through it. */
  @Test
  void writesNothingForTagsThatNobodyHasPublished() {
    long tags = works.store().tags().count();
    long change = works.store().articles().lastChange();
    Random random = new Random(27);
    int asked = Boolean.getBoolean("tagwire.deep") ? 100_000 : 10_000;
    open(random, 1_000);
    long before = used();
    long begun = System.nanoTime();
    open(random, asked);
    double each = (System.nanoTime() - begun) / 1e6 / asked;
    long grown = used() - before;
    System.out.printf(
        Locale.ROOT,
        "unknown tags: %d asked, %.3f ms each, heap grown by %d KiB%n",
        asked,
        each,
        grown / 1024);
    assertThat(works.store().tags().count()).isEqualTo(tags);
    assertThat(works.store().articles().lastChange()).isEqualTo(change);
    assertThat(grown).isLessThan(8L << 20);
    assertThat(each).isLessThan(5);
  }

  private static void open(Random random, int times) {
    for (int i = 0; i < times; i++) {
      String tag = Long.toString(random.nextLong(), 36).replace("-", "x");
      assertThat(pages.open(tag, Newsday.owner())).isInstanceOf(HashtagPages.Unknown.class);
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static String form(HashtagPages.Answer answer) {
    return switch (answer) {
      case HashtagPages.Found found -> found.page().tag().form();
      case HashtagPages.Spelled spelled -> spelled.form();
      case HashtagPages.Gone gone -> List.of();
      case HashtagPages.Unknown unknown ->
          unknown.nearest().stream().map(Hashtag::form).toList().toString();
    };
  }

  /**
   * What a server makes of percent signs in a path: bytes that are no UTF-8 become replacement
   * characters.
   */
  private static String decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%' && i + 2 < text.length()) {
        bytes.put((byte) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.put(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static Stream<JsonNode> ofSet(String id) throws IOException {
    Path cases =
        Path.of(System.getProperty("tagwire.sets", "../../shared/sets"), "hostile", "cases.jsonl");
    Path beside = Path.of("../../../shared/sets/hostile/cases.jsonl");
    Optional<Path> found = Stream.of(cases, beside).filter(Files::exists).findFirst();
    if (found.isEmpty()) {
      System.out.println(
          "hostile case "
              + id
              + " of the set was not asked: "
              + cases
              + " is not there (-Dtagwire.sets=FOLDER)");
      return Stream.empty();
    }
    JsonMapper json = new JsonMapper();
    return Files.readAllLines(found.get(), StandardCharsets.UTF_8).stream()
        .map(json::readTree)
        .filter(node -> node.path("id").asString("").equals(id))
        .map(node -> node.path("input"));
  }

  private static Stream<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asString("")));
    return texts.stream();
  }

  private static Stream<List<String>> pairs(JsonNode list) {
    List<List<String>> pairs = new ArrayList<>();
    list.forEach(pair -> pairs.add(texts(pair).toList()));
    return pairs.stream();
  }
}
