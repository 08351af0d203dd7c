package org.tagwire.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.PageInput;
import org.tagwire.model.ArticleText;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Tagging;
import org.tagwire.rights.Excerpts;
import org.tagwire.sets.HostileCase;
import tools.jackson.databind.JsonNode;

/**
 * The html area of the hostile set, by both ways markup comes in: the text of a feed and the tree
 * of a page. Each case meets the oracle first and then what is expected of it alone.
 */
class HostileMarkupTest {
  private static final String BASE = "https://gazette.example/news/today";
  private static final String SENTENCE =
      "The ferry left the harbour at noon, and nobody on the quay, least of all its crew, could say"
          + " when it would be back.";

  /** Pictures are neither decoded nor handed on: their cases come with them. */
  private static final List<String> OF_PICTURES = List.of("H031", "H032");

  private static final Duration BOUND = Duration.ofSeconds(10);

  static Stream<HostileCase> cases() {
    return HostileCase.listArea("html").stream().filter(c -> !OF_PICTURES.contains(c.id()));
  }

  static Stream<HostileCase> excerpts() {
    return cases().filter(c -> c.id().equals("H035"));
  }

  static Stream<HostileCase> lies() {
    return cases().filter(c -> c.id().equals("H030"));
  }

  @Test
  void theSetIsHereOrItIsSaidThatItIsNot() {
    if (cases().findAny().isEmpty()) {
      System.err.println("the hostile set is absent: SafeMarkupTest alone proves the sanitiser");
    }
    assumeThat(cases()).isNotEmpty();
    assertThat(cases().map(HostileCase::id)).contains("H001", "H035").hasSizeGreaterThan(20);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("cases")
  void aCaseIsHarmlessByEveryWayIn(HostileCase hostile) {
    for (String input : inputs(hostile)) {
      for (String safe : List.of(ofFeed(input), ofPage(input))) {
        if (safe.length() < 1_000_000) {
          MarkupOracle.assertSafe(safe);
          assertThat(MarkupOracle.written(safe, BASE)).as("read again").isEqualTo(safe);
        }
        assertExpected(hostile.id(), input, safe);
      }
    }
  }

  private static List<String> inputs(HostileCase hostile) {
    List<String> inputs = new ArrayList<>(hostile.texts());
    hostile.payloads().forEach(p -> inputs.add(new String(p, StandardCharsets.UTF_8)));
    for (JsonNode value : hostile.recipe().path("values")) {
      inputs.add(new String(HostileCase.expand(value), StandardCharsets.UTF_8));
    }
    assertThat(inputs).as(hostile.toString()).isNotEmpty();
    return inputs;
  }

  private static String ofFeed(String html) {
    return Assertions.assertTimeoutPreemptively(BOUND, () -> MarkupOracle.written(html, BASE));
  }

  private static String ofPage(String html) {
    return SafeMarkup.of(page(html).paragraphs()).html();
  }

  private static ExtractedPage page(String html) {
    String page =
        "<html><body><article><h1>Ferry gone</h1><p>"
            + SENTENCE
            + "</p><p>"
            + SENTENCE.replace("noon", "dawn")
            + " "
            + html
            + "</p><p>"
            + SENTENCE.replace("noon", "dusk")
            + "</p></article></body></html>";
    PageInput input =
        PageInput.of(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", BASE);
    return Assertions.assertTimeoutPreemptively(BOUND, () -> new ArticleExtractor().extract(input));
  }

  /** What the cases expect beyond the oracle, which knows no styles, ids, pictures or controls. */
  private static void assertExpected(String id, String input, String safe) {
    switch (id) {
      case "H014" -> {
        Elements links = Jsoup.parse(safe).select("a");
        assertThat(links).hasSize(1);
        assertThat(links.attr("rel")).isEqualTo("noopener noreferrer nofollow ugc");
        assertThat(links.first().attributesSize()).isEqualTo(2);
      }
      case "H022" -> assertThat(safe).doesNotContain("\u001b", "script", "<img");
      case "H023", "H015", "H016", "H024" ->
          assertThat(safe).doesNotContain("src", "192.168", "127.0.0.1", "10.0.0.1", "data:");
      case "H033" -> truthful(input, safe);
      case "H034" -> assertThat(safe).doesNotContain("<bdo", "main", "</div");
      default -> assertThat(safe).doesNotContain("__pwn=1>", "onerror=", "<script");
    }
  }

  private static void truthful(String input, String safe) {
    assertThat(safe).doesNotContain("user:pw");
    if (!input.contains("user:pw")) {
      String host = Jsoup.parse(input).select("a").attr("href").split("/")[2];
      assertThat(Jsoup.parse(safe).select("a").attr("title")).isEqualTo(host);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("excerpts")
  void anExcerptIsPlainAndEndsBetweenCharacters(HostileCase hostile) {
    for (String input : hostile.texts()) {
      ArticleText text =
          new ArticleText(
              "", "", "", HtmlText.paragraphs(input, BASE), "", List.of(), null, BodySource.FEED);
      String plain = text.plain();
      String excerpt = Excerpts.choose(text, List.<Tagging>of(), ShowLimits.NONE);
      String body = excerpt.endsWith("…") ? excerpt.substring(0, excerpt.length() - 1) : excerpt;
      assertThat(plain).startsWith(body.strip());
      assertThat(body.isEmpty() || !Character.isHighSurrogate(body.charAt(body.length() - 1)))
          .isTrue();
      assertThat(body).doesNotContain("&am", "<");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("lies")
  void aPageThatLiesAboutItselfIsNotBelieved(HostileCase hostile) {
    for (String head : hostile.texts()) {
      ExtractedPage page = page(head);
      assertThat(page.findImage()).isEmpty();
      assertThat(page.shelf().canonicalUrl()).isNull();
    }
  }

  @Test
  void aPageOfOurOwnMakingIsHarmlessInTheMiddleOfAnArticle() {
    ExtractedPage page =
        page(
            "Read <a href='/pier' onclick=harm()>about the <b>pier</b></a>, <a href='javascript:1'>or"
                + " not</a>, said the harbour master on the day after the storm had passed."
                + "<iframe src='https://player.vimeo.com/video/7' title=Storm></iframe>"
                + "<img src=x onerror=harm()>");

    assertThat(SafeMarkup.of(page.paragraphs()).html())
        .contains(
            "Read <a href=\"https://gazette.example/pier\" rel=\"noopener noreferrer nofollow ugc\">"
                + "about the <b>pier</b></a>, or not, said")
        .contains("<p class=\"away\" dir=\"auto\"><a href=\"https://player.vimeo.com/video/7\"")
        .doesNotContain("harm");
    assertThat(page.toArticleText().plain()).doesNotContain("Vimeo");
  }
}
