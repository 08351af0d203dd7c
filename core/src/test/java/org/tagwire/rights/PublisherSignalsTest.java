package org.tagwire.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source.PageFetching;
import org.tagwire.rights.PageRights.Decision;
import org.tagwire.rights.PageRights.Question;

class PublisherSignalsTest {
  private final PublisherSignals signals = new PublisherSignals("Tagwire");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "noindex                                    | false | true  | true  | -",
        "none                                       | false | true  | true  | -",
        "noarchive, nofollow                        | true  | false | true  | -",
        "nosnippet                                  | true  | true  | false | 0",
        "max-snippet:50                             | true  | true  | true  | 50",
        "MAX-SNIPPET: 50, max-snippet:90            | true  | true  | true  | 50",
        "max-snippet:-1                             | true  | true  | true  | -",
        "max-snippet:many                           | true  | true  | true  | -",
        "max-image-preview:none                     | true  | true  | false | -",
        "max-image-preview:large                    | true  | true  | true  | -",
        "tagwire: noindex                           | false | true  | true  | -",
        "otherbot: noindex, nosnippet               | true  | true  | true  | -",
        "otherbot: noindex, tagwire: noarchive      | true  | false | true  | -",
        "unavailable_after: 25 Jun 2010 15:00:00 PST| true  | true  | true  | -",
        "all                                        | true  | true  | true  | -",
      })
  void readsRobotsTags(
      String header, boolean listed, boolean archived, boolean pictured, Integer snippet) {
    ShowLimits limits = signals.ofHeaders(List.of(header), List.of());

    assertThat(limits.listed()).isEqualTo(listed);
    assertThat(limits.archived()).isEqualTo(archived);
    assertThat(limits.pictured()).isEqualTo(pictured);
    assertThat(limits.maxSnippet()).isEqualTo(snippet == null ? ShowLimits.UNLIMITED : snippet);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "unavailable_after: 25 Jun 2010 15:00:00 GMT           | 2010-06-25T15:00:00Z",
        "unavailable_after: Friday, 25-Jun-10 15:00:00 GMT     | 2010-06-25T15:00:00Z",
        "unavailable_after: 2010-06-25T15:00:00+02:00, noindex | 2010-06-25T13:00:00Z",
        "noindex, Unavailable_After: 2010-06-25                | 2010-06-25T00:00:00Z",
        "tagwire: unavailable_after: 25 Jun 2010 15:00:00 GMT  | 2010-06-25T15:00:00Z",
        "otherbot: unavailable_after: 25 Jun 2010 15:00:00 GMT | -",
        "unavailable_after: some day, noindex                  | -",
      })
  void readsWhenAnArticleEnds(String header, Instant end) {
    ShowLimits limits = signals.ofHeaders(List.of(header), List.of());

    assertThat(limits.findUnavailableAfter()).isEqualTo(Optional.ofNullable(end));
    assertThat(limits.listed()).isEqualTo(!header.contains("noindex"));
  }

  @Test
  void takesTheEarlierOfTwoEnds() {
    Instant early = Instant.parse("2030-01-01T00:00:00Z");
    ShowLimits one = ShowLimits.NONE.until(early);
    ShowLimits other = ShowLimits.NONE.until(early.plusSeconds(60)).unlearned();

    assertThat(one.and(other)).isEqualTo(other.and(one)).isEqualTo(one.unlearned());
    assertThat(one.and(ShowLimits.NONE)).isEqualTo(one);
  }

  @Test
  void readsReservationsAndTakesNonsenseForNone() {
    assertThat(signals.ofHeaders(List.of(), List.of("1")).mined()).isFalse();
    assertThat(signals.ofHeaders(List.of(), List.of("0", " 1 ")).mined()).isFalse();
    assertThat(signals.ofHeaders(List.of(), List.of("0", "yes", "")).mined()).isTrue();
  }

  @Test
  void addsUpWhatAPageSays() {
    ShowLimits limits =
        signals.ofPage(
            Jsoup.parse(
                "<meta name=Robots content='max-snippet:80'><meta name=tagwire content=noarchive>"
                    + "<meta name=otherbot content=noindex><meta name=tdm-reservation content=1>"));

    assertThat(limits).isEqualTo(new ShowLimits(80, true, false, false, true, false));
    assertThat(signals.ofPage(Jsoup.parse("<p>nothing said"))).isEqualTo(ShowLimits.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script type='application/ld+json'>{\"isAccessibleForFree\":false}</script>",
        "<script type='application/ld+json'>{\"isAccessibleForFree\" : \"False\"}</script>",
        "<script"
            + " type='application/ld+json'>{\"isAccessibleForFree\":\"http://schema.org/False\"}</script>",
        "<meta itemprop=isAccessibleForFree content=False>",
        "<meta property='article:content_tier' content=locked>"
      })
  void seesAPaywall(String page) {
    assertThat(signals.ofPage(Jsoup.parse(page)).paywalled()).isTrue();
  }

  @Test
  void namesThePartsForSubscribersOnly() {
    String data =
        "{'isAccessibleForFree':'False','hasPart':{'isAccessibleForFree':false,'cssSelector':'.paywall'}}";
    String page = "<script type='application/ld+json'>" + data.replace('\'', '"') + "</script>";

    assertThat(PublisherSignals.lockedParts(Jsoup.parse(page))).containsExactly(".paywall");
    assertThat(
            PublisherSignals.lockedParts(
                Jsoup.parse(page.replace("False", "True").replace("false", "true"))))
        .isEmpty();
  }

  @Test
  void readsASitesReservations() {
    TdmReservations rules =
        TdmReservations.parse(
            """
            [{"location": "/premium/", "tdm-reservation": 1},
             {"location": "/*.pdf$", "tdm-reservation": "1"},
             {"location": "/premium/free", "tdm-reservation": 0},
             {"location": 7}, 5]
            """
                .getBytes(UTF_8));

    assertThat(rules.limits("/premium/a").mined()).isFalse();
    assertThat(rules.limits("/premium/free").mined()).isFalse();
    assertThat(rules.limits("/a/b.pdf").mined()).isFalse();
    assertThat(rules.limits("/a/b.pdf?x").mined()).isTrue();
    assertThat(rules.limits("/news").mined()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "<html>", "null", "[null]"})
  void takesAFileThatCannotBeReadForNone(String json) {
    assertThat(TdmReservations.parse(json.getBytes(UTF_8)).limits("/")).isEqualTo(ShowLimits.NONE);
  }

  @Test
  void fetchesAPageOnlyWhereItIsNeededAndAllowed() {
    ShowLimits reserved = new ShowLimits(ShowLimits.UNLIMITED, true, true, false, true, false);
    ShowLimits unarchived = new ShowLimits(ShowLimits.UNLIMITED, true, false, true, true, false);

    assertThat(decide(PageFetching.AUTO, false, true, ShowLimits.NONE, false))
        .isEqualTo(Decision.FETCH);
    assertThat(decide(PageFetching.AUTO, true, true, ShowLimits.NONE, false))
        .isEqualTo(Decision.NOT_NEEDED);
    assertThat(decide(PageFetching.ON, true, true, ShowLimits.NONE, false))
        .isEqualTo(Decision.FETCH);
    assertThat(decide(PageFetching.OFF, false, true, ShowLimits.NONE, false))
        .isEqualTo(Decision.SWITCHED_OFF);
    assertThat(decide(PageFetching.ON, false, false, ShowLimits.NONE, false))
        .isEqualTo(Decision.ROBOTS);
    assertThat(decide(PageFetching.ON, false, true, reserved, false)).isEqualTo(Decision.RESERVED);
    assertThat(decide(PageFetching.ON, false, true, unarchived, false))
        .isEqualTo(Decision.NO_ARCHIVE);
    assertThat(decide(PageFetching.ON, false, true, ShowLimits.NONE, true))
        .isEqualTo(Decision.LICENCE);
  }

  @ParameterizedTest
  @EnumSource(Decision.class)
  void givesAReasonForEveryDecision(Decision decision) {
    assertThat(decision.reason()).isNotBlank();
    assertThat(decision.mayFetch()).isEqualTo(decision == Decision.FETCH);
  }

  private static Decision decide(
      PageFetching setting, boolean whole, boolean robots, ShowLimits limits, boolean licence) {
    return PageRights.decide(new Question(setting, whole, robots, limits, licence));
  }
}
