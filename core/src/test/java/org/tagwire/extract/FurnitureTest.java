package org.tagwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tagwire.extract.Furniture.Learned;
import org.tagwire.model.Domain;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Paragraph;

final class FurnitureTest {
  private static final Domain GAZETTE = new Domain("gazette.example");
  private static final Domain HERALD = new Domain("herald.example");
  private static final String NOTE =
      "The Gazette is owned by its readers, who meet every spring and choose the editor anew.";

  private final Counts counts = new Counts();

  @Test
  void takesForFurnitureWhatStandsOnManyPagesOfAPublisher() {
    teach(GAZETTE, 40, NOTE);

    assertThat(isKnown(GAZETTE, NOTE)).isTrue();
    assertThat(isKnown(GAZETTE, story(3).getFirst().text())).isFalse();
  }

  @Test
  void takesForFurnitureWhatOpensManyArticles() {
    for (int i = 0; i < 40; i++) {
      learn(GAZETTE, "page-" + i, with(List.of(Paragraph.of(NOTE)), story(i)));
    }

    assertThat(isKnown(GAZETTE, NOTE)).isTrue();
  }

  @Test
  void cutsItFromThePagesOfThatPublisherOnly() {
    teach(GAZETTE, 40, NOTE);

    assertThat(body(GAZETTE)).doesNotContain(NOTE).contains("reporter number 99 said");
    assertThat(body(HERALD)).contains(NOTE);
  }

  @Test
  void neverTakesForFurnitureWhatStandsOnOnePageThatIsReadAgainAndAgain() {
    for (int i = 0; i < 100; i++) {
      learn(GAZETTE, "page", with(story(1), List.of(Paragraph.of(NOTE))));
    }

    assertThat(counts.seen(GAZETTE, NOTE)).isEqualTo(100);
    assertThat(isKnown(GAZETTE, NOTE)).isFalse();
  }

  @Test
  void neverTakesForFurnitureWhatStandsOnOnePageThatIsCorrectedEachTime() {
    for (int i = 0; i < 100; i++) {
      learn(GAZETTE, "page", with(story(i), List.of(Paragraph.of(NOTE))));
    }

    assertThat(isKnown(GAZETTE, NOTE)).isFalse();
  }

  @Test
  void countsEveryEditionOfAPageAsThatPage() {
    for (String edition : List.of("www", "m", "amp", "print", "app", "lite", "tv", "news")) {
      learn(GAZETTE, edition, with(story(1), List.of(Paragraph.of(NOTE))));
    }

    assertThat(isKnown(GAZETTE, NOTE)).isFalse();
    assertThat(isKnown(GAZETTE, story(1).getLast().text())).isFalse();
  }

  @Test
  void keepsAQuoteThatTwoOrThreeArticlesHave() {
    teach(GAZETTE, 3, NOTE);

    assertThat(isKnown(GAZETTE, NOTE)).isFalse();
  }

  @Test
  void doesNotCountTheCopiesOfAnAgencysTextElsewhere() {
    IntStream.range(0, 40)
        .forEach(i -> learn(new Domain("paper" + i + ".example"), "copy-" + i, story(1)));

    assertThat(story(1)).noneMatch(p -> isKnown(new Domain("paper7.example"), p.text()));
  }

  @Test
  void forgetsWhatHasNotBeenSeenForLong() {
    teach(GAZETTE, 40, NOTE);
    double most = counts.of(GAZETTE).values().stream().mapToDouble(d -> d).max().orElseThrow();

    counts.fade(0.2 / most);

    assertThat(isKnown(GAZETTE, NOTE)).isFalse();
  }

  @Test
  void leavesLongParagraphsAndTheMiddleOfABodyAlone() {
    String essay = NOTE.repeat(8);
    for (int i = 0; i < 40; i++) {
      List<Paragraph> middle = List.of(Paragraph.of(NOTE));
      learn(
          GAZETTE,
          "page-" + i,
          with(with(story(i), middle), with(story(100 + i), List.of(Paragraph.of(essay)))));
    }

    assertThat(isKnown(GAZETTE, NOTE)).isFalse();
    assertThat(isKnown(GAZETTE, essay)).isFalse();
  }

  @Test
  void teachesNothingByAPageOfOneParagraph() {
    assertThat(Furniture.lesson(GAZETTE, "page", List.of(Paragraph.of(NOTE))))
        .isEqualTo(Observation.NONE);
  }

  @Test
  void listsWhatWasLearnedTheMostCommonFirst() {
    teach(GAZETTE, 40, NOTE);
    learn(GAZETTE, "page-41", story(41));

    List<Learned> learned = Furniture.learned(counts.of(GAZETTE));

    assertThat(learned.getFirst().start()).isEqualTo(NOTE.substring(0, 60));
    assertThat(learned.getFirst().known()).isTrue();
    assertThat(learned.getFirst().seen()).isEqualTo(40);
    assertThat(learned).filteredOn(Learned::known).hasSize(1);
    assertThat(learned).extracting(Learned::pages).isSortedAccordingTo((a, b) -> b - a);
  }

  @Test
  void dropsWhatIsOnOnePageBeforeWhatIsOnMany() {
    teach(GAZETTE, 400, NOTE);
    Map<String, Double> trimmed = Furniture.trimmed(counts.of(GAZETTE), 100, 1);

    assertThat(counts.of(GAZETTE)).hasSizeGreaterThan(3_000);
    assertThat(trimmed).hasSizeLessThanOrEqualTo(100);
    assertThat(Furniture.learned(trimmed)).filteredOn(Learned::known).hasSize(1);
  }

  private void teach(Domain publisher, int pages, String note) {
    for (int i = 0; i < pages; i++) {
      learn(publisher, "page-" + i, with(story(i), List.of(Paragraph.of(note))));
    }
  }

  private void learn(Domain publisher, String page, List<Paragraph> body) {
    counts.fold(Furniture.lesson(publisher, page, body));
  }

  private boolean isKnown(Domain publisher, String text) {
    return new Furniture(counts, publisher.name()).isKnown(text);
  }

  private String body(Domain publisher) {
    StringBuilder html = new StringBuilder("<html><body><article><h1>Boats</h1>");
    with(story(99), List.of(Paragraph.of(NOTE)))
        .forEach(p -> html.append("<p>").append(p.text()).append("</p>"));
    byte[] page =
        html.append("</article></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    return new ArticleExtractor()
        .extract(
            new PageInput(
                page,
                "text/html; charset=utf-8",
                "https://www." + publisher.name() + "/boats",
                PageInput.Announced.NOTHING,
                counts))
        .toArticleText()
        .plain();
  }

  private static List<Paragraph> story(int number) {
    return Stream.of("left the harbour", "met a storm", "came back", "was mended", "sailed again")
        .map(
            what ->
                "The boat that "
                    + what
                    + " is the pride of the whole bay, reporter number "
                    + number
                    + " said on the pier.")
        .map(Paragraph::of)
        .toList();
  }

  private static List<Paragraph> with(List<Paragraph> first, List<Paragraph> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static final class Counts implements Knowledge {
    private final Map<Scope, Map<String, Double>> counts = new HashMap<>();

    void fold(Observation observation) {
      observation
          .sightings()
          .forEach(
              s ->
                  counts
                      .computeIfAbsent(s.scope(), scope -> new HashMap<>())
                      .merge(s.what(), s.weight(), Double::sum));
    }

    void fade(double factor) {
      counts.values().forEach(scope -> scope.replaceAll((what, count) -> count * factor));
    }

    Map<String, Double> of(Domain publisher) {
      return counts.getOrDefault(Furniture.scope(publisher), Map.of());
    }

    double seen(Domain publisher, String text) {
      return Furniture.learned(of(publisher)).stream()
          .filter(learned -> text.startsWith(learned.start()))
          .mapToDouble(Learned::seen)
          .sum();
    }

    @Override
    public double count(Scope scope, String what) {
      return counts.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
    }
  }
}
