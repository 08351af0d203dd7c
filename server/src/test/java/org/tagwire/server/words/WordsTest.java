package org.tagwire.server.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagwire.doctor.Finding;
import org.tagwire.model.Category;
import org.tagwire.model.Moment;
import org.tagwire.model.TagKind;

class WordsTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private static Words words(Edition edition, Digits digits) {
    return Words.of(edition, digits, ZoneOffset.UTC);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void noEditionLacksAMessage(Edition edition) {
    assertThat(words(edition, Digits.AUTO).keys())
        .isEqualTo(words(Edition.ENGLISH, Digits.AUTO).keys());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyMessageHasTheGapOfItsEnglishSibling(Edition edition) {
    Words english = words(Edition.ENGLISH, Digits.AUTO);
    for (String key : english.keys()) {
      if (!key.startsWith("count.") && !key.startsWith("finding.") && !key.startsWith("refusal.")) {
        String filled = words(edition, Digits.AUTO).phrase(key).with("\u0001");
        assertThat(filled.contains("{")).as(key).isFalse();
        boolean gap =
            !english.phrase(key).after().isEmpty() || english.phrase(key).before().endsWith(" ");
        assertThat(!gap || !filled.equals("\u0001")).as(key).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyFindingHasItsSentencesWithTheGapsOfItsEnglishSibling(Edition edition) {
    for (Finding.Code code : Finding.Code.values()) {
      for (String key : List.of(code.label(), code.label() + ".done")) {
        String sentence = words(edition, Digits.AUTO).findFinding(key).orElse("");
        assertThat(sentence).as(key).isNotBlank();
        assertThat(gaps(sentence))
            .as(key)
            .isEqualTo(gaps(words(Edition.ENGLISH, Digits.AUTO).findFinding(key).orElseThrow()));
      }
    }
  }

  /** Names of things and what is typed as it stands keep Western digits; numbers never do. */
  @Test
  void arabicMessagesHaveOneKindOfDigitsApartFromTechnicalNames() {
    Properties arabic = new Properties();
    try (var file = Words.class.getResourceAsStream("/messages/ar.properties")) {
      arabic.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Pattern technical =
        Pattern.compile(
            "\\{\\d|=\\d|[A-Za-z:][A-Za-z0-9:.-]*[ -]?\\d[\\dA-Za-z.:-]*|\\([\\d, -]+\\)|يجيب \\d{3}");
    for (String key : arabic.stringPropertyNames()) {
      String left = technical.matcher(arabic.getProperty(key)).replaceAll("");
      assertThat(left).as(key).doesNotContainPattern("[0-9]");
    }
  }

  @Test
  void anArabicEditionInWesternDigitsHasNoOthersInItsMessages() {
    Words western = words(Edition.ARABIC, Digits.LATN);
    assertThat(western.text("contact.error.long")).contains("4,000");
    assertThat(words(Edition.ARABIC, Digits.AUTO).text("contact.error.long")).contains("٤٬٠٠٠");
    for (String key : western.keys()) {
      if (!key.startsWith("count.") && !key.startsWith("finding.") && !key.startsWith("refusal.")) {
        assertThat(western.phrase(key).with("")).as(key).doesNotContainPattern("[٠-٩٬٫]");
      }
    }
  }

  @Test
  void percentagesAreWrittenAsEachLanguageWritesThem() {
    assertThat(words(Edition.ENGLISH, Digits.AUTO).measures().percent(94.1)).isEqualTo("94.1%");
    assertThat(words(Edition.GERMAN, Digits.AUTO).measures().percent(94.1))
        .isEqualTo("94,1\u00A0%");
    assertThat(words(Edition.ARABIC, Digits.AUTO).measures().percent(94.1)).startsWith("٩٤٫١٪");
  }

  @Test
  void everyArabicCountHasAllFormsOfItsLanguage() {
    Words arabic = words(Edition.ARABIC, Digits.AUTO);
    for (String key : arabic.keys()) {
      if (key.startsWith("count.")) {
        String what = key.substring("count.".length());
        assertThat(arabic.count(what, 2)).as(key).isNotEqualTo(arabic.count(what, 1));
        assertThat(arabic.count(what, 7)).as(key).contains("٧").doesNotContain("7");
        assertThat(arabic.count(what, 11).replace("١١", "٧"))
            .as(key)
            .isNotEqualTo(arabic.count(what, 7));
      }
    }
  }

  private static Set<String> gaps(String sentence) {
    return Pattern.compile("\\{\\d\\}")
        .matcher(sentence)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyCategoryAndKindHasAName(Edition edition) {
    Words words = words(edition, Digits.AUTO);
    assertThat(Category.values()).allSatisfy(c -> assertThat(words.category(c)).isNotBlank());
    assertThat(TagKind.values()).allSatisfy(k -> assertThat(words.kind(k)).isNotBlank());
  }

  @Test
  void categoriesAreCalledInEnglishWhatTheModelCallsThem() {
    Words words = words(Edition.ENGLISH, Digits.AUTO);
    assertThat(Category.values())
        .allSatisfy(c -> assertThat(words.category(c)).isEqualTo(c.label()));
  }

  @Test
  void aKeyNobodyWroteIsABug() {
    assertThatThrownBy(() -> words(Edition.ENGLISH, Digits.AUTO).text("no.such.key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.such.key");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 articles",
    "1, 1 article",
    "5, 5 articles",
    "1234, '1,234 articles'",
  })
  void countsInEnglish(int number, String expected) {
    assertThat(words(Edition.ENGLISH, Digits.AUTO).count("articles", number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, مقال واحد",
    "2, مقالان",
    "5, ٥ مقالات",
    "11, ١١ مقالًا",
    "100, ١٠٠ مقال",
  })
  void countsInArabicWithItsSixForms(int number, String expected) {
    assertThat(words(Edition.ARABIC, Digits.AUTO).count("articles", number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 Medium",
    "2, 2 Medien",
    "1234, 1.234 Medien",
  })
  void countsInGerman(int number, String expected) {
    assertThat(words(Edition.GERMAN, Digits.AUTO).count("publishers", number)).isEqualTo(expected);
  }

  @Test
  void saysInGermanHowLongAgoInTheRightCase() {
    Ages ages = words(Edition.GERMAN, Digits.AUTO).ages();
    assertThat(ages.of(Moment.of(NOW.minus(Duration.ofDays(3))), NOW)).isEqualTo("vor 3 Tagen");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5M, now",
    "PT0S, now",
    "PT59S, now",
    "PT1M, 1 minute ago",
    "PT59M59S, 59 minutes ago",
    "PT1H, 1 hour ago",
    "PT23H59M, 23 hours ago",
    "PT24H, 1 day ago",
    "P4D, 4 days ago",
    "P7DT23H59M, 7 days ago",
    "P8D, 02-03-2026",
    "P289D, 25-05-2025",
  })
  void saysAgesInNumbersForSevenDaysAndThenTheDate(Duration age, String expected) {
    Ages ages = words(Edition.ENGLISH, Digits.AUTO).ages();
    assertThat(ages.of(Moment.of(NOW.minus(age)), NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PT3H, قبل ٣ ساعات",
    "PT17H, قبل ١٧ ساعة",
    "P2D, قبل يومين",
    "P4D, قبل ٤ أيام",
    "P289D, ٢٥-٠٥-٢٠٢٥",
  })
  void saysAgesInArabic(Duration age, String expected) {
    Ages ages = words(Edition.ARABIC, Digits.AUTO).ages();
    assertThat(ages.of(Moment.of(NOW.minus(age)), NOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ARABIC, AUTO, ٢٥-٠٥-٢٠٢٥",
    "ARABIC, LATN, 25-05-2025",
    "ARABIC, ARAB, ٢٥-٠٥-٢٠٢٥",
    "ENGLISH, ARAB, 25-05-2025",
  })
  void writesTheDigitsTheOwnerWants(Edition edition, Digits digits, String expected) {
    assertThat(words(edition, digits).ages().date(LocalDate.of(2025, 5, 25))).isEqualTo(expected);
  }

  @Test
  void datesStandInTheInstancesZone() {
    Words tokyo = Words.of(Edition.ENGLISH, Digits.AUTO, ZoneId.of("Asia/Tokyo"));
    assertThat(tokyo.ages().date(Instant.parse("2025-05-24T20:00:00Z"))).isEqualTo("25-05-2025");
  }

  @Test
  void aDayStaysTheDayItsPublisherWrote() {
    Words newYork = Words.of(Edition.ENGLISH, Digits.AUTO, ZoneId.of("America/New_York"));
    Moment day = Moment.ofDay(LocalDate.of(2025, 6, 14), ZoneOffset.UTC);
    assertThat(newYork.ages().of(day, NOW)).isEqualTo("14-06-2025");
    assertThat(Ages.machine(day)).isEqualTo("2025-06-14");
  }

  @Test
  void aDayThatHasNotEndedIsToday() {
    Moment day = Moment.ofDay(LocalDate.of(2026, 3, 10), ZoneOffset.UTC);
    assertThat(words(Edition.ENGLISH, Digits.AUTO).ages().of(day, NOW)).isEqualTo("today");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T12:00:00Z",
    "2026-03-10T11:59:00Z",
    "2026-03-10T11:58:30Z",
    "2026-03-10T11:00:30Z",
    "2026-03-10T09:20:07Z",
    "2026-03-09T13:00:00Z",
    "2026-03-06T08:00:00Z",
    "2026-03-03T12:00:00Z",
    "2026-03-12T10:00:00Z"
  })
  void anAgeIsSaidInTheSameWordsUntilTheInstantItNames(String published) {
    Ages ages = words(Edition.ENGLISH, Digits.AUTO).ages();
    for (Moment moment :
        List.of(
            Moment.of(Instant.parse(published)),
            Moment.ofDay(LocalDate.parse(published.substring(0, 10)), ZoneOffset.UTC))) {
      Instant until = Ages.until(moment, NOW);
      assertThat(until).isAfter(NOW);
      assertThat(ages.of(moment, until.minusMillis(1))).isEqualTo(ages.of(moment, NOW));
      assertThat(ages.of(moment, until)).isNotEqualTo(ages.of(moment, NOW));
    }
  }

  @Test
  void aDateIsADateForEver() {
    assertThat(Ages.until(Moment.of(Instant.parse("2026-03-02T11:59:59Z")), NOW))
        .isEqualTo(Instant.MAX);
  }
}
