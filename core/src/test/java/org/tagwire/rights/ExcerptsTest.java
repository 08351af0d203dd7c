package org.tagwire.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Grade;
import org.tagwire.model.Mention;
import org.tagwire.model.Paragraph;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;

class ExcerptsTest {
  private static final String FILLER =
      "The tide came in over the old stones and went out again. ".repeat(40).strip();

  @Test
  void showsTheSentenceThatNamesTheFirstTagTheArticleIsAbout() {
    String sentence = "The mayor thanked Ada Quill for her patience.";

    assertThat(
            Excerpts.choose(
                article("", FILLER, sentence), about(sentence, "Ada Quill"), ShowLimits.NONE))
        .isEqualTo(sentence);
  }

  @Test
  void showsTheLeadWhereNoSentenceOfTheBodyNamesIt() {
    List<Tagging> onlyInTitle = about("Ada Quill wins", "Ada Quill");

    assertThat(Excerpts.choose(article("", FILLER), onlyInTitle, ShowLimits.NONE))
        .startsWith("The tide came in")
        .endsWith("…");
    assertThat(Excerpts.choose(article("", FILLER), List.of(), ShowLimits.NONE))
        .startsWith("The tide came in");
  }

  @Test
  void cutsALongSentenceOnBothSidesAtWords() {
    String sentence =
        "On the quay where the nets had hung for a hundred years and where nobody had expected to"
            + " see a crowd again, Ada Quill unveiled the lantern that the harbour had been"
            + " promised when the tunnel was begun, and wept a little.";

    String excerpt =
        Excerpts.choose(article("", FILLER, sentence), about(sentence, "Ada Quill"), limited(90));

    assertThat(excerpt)
        .startsWith("…")
        .endsWith("…")
        .contains("Ada Quill")
        .hasSizeLessThanOrEqualTo(90);
    assertThat(sentence).contains(excerpt.replace("…", ""));
    assertThat((" " + sentence + " "))
        .containsPattern(
            "\\s" + java.util.regex.Pattern.quote(excerpt.replace("…", "")) + "[\\s,.]");
  }

  @Test
  void neverPartsAStatementFromItsAttribution() {
    String near =
        "Ada Quill took the money, according to two clerks, "
            + "and later walked along the long grey quay ".repeat(4)
            + "home.";
    String far =
        "Ada Quill took the money "
            + "and later walked along the long grey quay ".repeat(5)
            + "according to two clerks.";

    assertThat(Excerpts.choose(article("", FILLER, near), about(near, "Ada Quill"), limited(90)))
        .contains("Ada Quill", "according to");
    assertThat(Excerpts.choose(article("", FILLER, far), about(far, "Ada Quill"), limited(90)))
        .startsWith("The tide came in");
  }

  @Test
  void showsThePublishersSummaryWhereNothingElseMayBeUsed() {
    String summary = "A summary by the publisher of what the harbour saw that night.";
    ShowLimits reserved = new ShowLimits(ShowLimits.UNLIMITED, true, true, false, true, false);

    assertThat(Excerpts.choose(article(summary), List.of(), ShowLimits.NONE)).isEqualTo(summary);
    assertThat(Excerpts.choose(article(summary, FILLER), List.of(), reserved)).isEqualTo(summary);
    assertThat(Excerpts.choose(article(summary.repeat(9)), List.of(), ShowLimits.NONE))
        .hasSizeBetween(150, 200);
  }

  @Test
  void showsNothingUnderNosnippetOrOfVeryShortTexts() {
    assertThat(Excerpts.choose(article("", FILLER), List.of(), limited(0))).isEmpty();
    assertThat(Excerpts.choose(article("", "Too short to quote."), List.of(), ShowLimits.NONE))
        .isEmpty();
  }

  @Test
  void cutsTextWithoutSpacesToo() {
    String text = "港の古い石の上に潮が満ちてまた引いていった。".repeat(60);

    assertThat(Excerpts.choose(article("", text), List.of(), ShowLimits.NONE))
        .hasSizeBetween(150, 200)
        .endsWith("…");
  }

  @Test
  void staysWithinEveryBudgetWhateverTheArticle() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      List<String> paragraphs = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        paragraphs.add(sentence(random));
      }
      int max = random.nextInt(3) == 0 ? random.nextInt(250) : ShowLimits.UNLIMITED;
      ArticleText text = article("", paragraphs.toArray(String[]::new));
      String named = paragraphs.get(random.nextInt(paragraphs.size()));
      String surface = named.split(" ")[random.nextInt(named.split(" ").length)];

      String excerpt = Excerpts.choose(text, about(named, surface), limited(max));

      assertThat(excerpt.length())
          .as("seed %d round %d", seed, round)
          .isLessThanOrEqualTo(Math.min(Math.min(200, max), text.length() * 15 / 100));
      assertThat(text.plain())
          .as("seed %d round %d", seed, round)
          .contains(excerpt.replace("…", ""));
    }
  }

  private static String sentence(Random random) {
    String[] words = {
      "harbour", "Ada", "said", "and", "𝒜", "tide", "éclair", "潮が満ちて", "allegedly", "x"
    };
    StringBuilder text = new StringBuilder("The");
    for (int i = random.nextInt(80); i > 0; i--) {
      text.append(' ').append(words[random.nextInt(words.length)]);
    }
    return text.append('.').toString();
  }

  private static ShowLimits limited(int maxSnippet) {
    return new ShowLimits(maxSnippet, true, true, true, true, false);
  }

  private static List<Tagging> about(String sentence, String surface) {
    return List.of(
        new Tagging(
            TagKey.parse("AdaQuill").orElseThrow(),
            "Ada Quill",
            TagKind.PERSON,
            Grade.ABOUT,
            1,
            List.of(new Mention(sentence, surface, 1))));
  }

  private static ArticleText article(String summary, String... paragraphs) {
    return new ArticleText(
        "Ada Quill wins",
        "",
        summary,
        java.util.Arrays.stream(paragraphs).map(Paragraph::of).toList(),
        "",
        List.of(),
        null,
        ArticleText.BodySource.PAGE);
  }
}
