package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.sets.SharedSets;
import org.tagwire.url.WebAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feed parser over the development feeds: it may become better, not worse. */
class FeedQualityTest {
  /** Values expected, without the class that asks for one sanitiser's very output. */
  private static final double MET = 98.5;

  private static final double MALFORMED = 95;

  private final JsonMapper json = new JsonMapper();
  private final FeedParser parser = new FeedParser();

  @Test
  void isAsGoodAsItWas() throws IOException {
    Optional<Path> feeds = SharedSets.find("feeds");
    if (feeds.isEmpty()) {
      return;
    }
    FeedMeasure measure = new FeedMeasure();
    for (String line : Files.readAllLines(feeds.get().resolve("cases.jsonl"))) {
      JsonNode testCase = json.readTree(line);
      measure.add(testCase, parsed(testCase, feeds.get()));
    }
    System.out.println("development feeds: " + measure);
    assertThat(measure.refused()).as("refused").isZero();
    assertThat(measure.share(name -> !name.equals("sanitize")).percent())
        .isGreaterThanOrEqualTo(MET);
    assertThat(measure.share("enc-synth-tricky"::equals).percent()).isEqualTo(100);
    assertThat(measure.share("malformed-synth"::equals).percent())
        .isGreaterThanOrEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "entries.length,           eq,    1,                         true",
    "entries[0].title,         eq,    Harbour & quay,            true",
    "entries[0].title,         eq,    Harbour or quay,           false",
    "entries[0].summary,       eq,    <b>Closed</b> on Monday!,  true",
    "entries[0].body,          eq,    Closed on Tuesday,         false",
    "entries[0].link,          eq,    https://gazette.example/1, true",
    "entries[0].author,        eq,    Ada Paper (desk),          true",
    "entries[0].author.name,   eq,    Ada,                       true",
    "entries[0].author.name,   eq,    Bert,                      false",
    "entries[0].updated,       date,  2031-05-02T10:00:00Z,      true",
    "entries[0].comments,      empty, ,                          true",
    "entries[0].title,         empty, ,                          false",
    "entries[1].title,         eq,    Harbour,                   false"
  })
  void aValueIsMetWhenItsLettersAre(String field, String op, @Nullable String value, boolean met) {
    JsonNode output =
        json.readTree(
            """
            {"feed": {}, "entries": [{"title": "Harbour &amp; quay", "content": "Closed on Monday",
             "link": "https://gazette.example/1/", "author": "Ada Paper", "author_name": "Ada Paper",
             "published": "2031-05-02T10:00:00Z", "categories": []}]}
            """);
    boolean number = field.endsWith("length");
    Object expected = number ? Integer.valueOf(String.valueOf(value)) : value == null ? "" : value;
    Map<String, Object> expectation = Map.of("field", field, "op", op, "value", expected);
    FeedMeasure measure = new FeedMeasure();

    measure.add(
        json.valueToTree(Map.of("class", "ours", "expectations", new Object[] {expectation})),
        output);

    assertThat(measure.share("ours"::equals).met()).isEqualTo(met ? 1 : 0);
  }

  private JsonNode parsed(JsonNode testCase, Path folder) throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve(testCase.path("file").asString()));
    FeedInput input = new FeedInput(body, header(testCase, "content-type"), address(testCase));
    return switch (parser.parse(input)) {
      case ParseResult.Parsed parsed -> ParsedFields.of(parsed.feed());
      case ParseResult.NotAFeed refused -> FeedMeasure.refusal();
    };
  }

  /** Content-Location, seen from where the feed was fetched, is what its links are relative to. */
  private static @Nullable String address(JsonNode testCase) {
    String url = testCase.path("base").asString("");
    String location = header(testCase, "content-location");
    if (location == null) {
      return url.isEmpty() ? null : url;
    }
    return WebAddress.parse(url)
        .flatMap(from -> from.resolve(location))
        .or(() -> WebAddress.parse(location))
        .map(WebAddress::href)
        .orElse(url.isEmpty() ? null : url);
  }

  private static @Nullable String header(JsonNode testCase, String name) {
    return testCase
        .path("headers")
        .propertyStream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().asString())
        .findFirst()
        .orElse(null);
  }
}
