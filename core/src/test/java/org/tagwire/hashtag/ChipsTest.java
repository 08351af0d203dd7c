package org.tagwire.hashtag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Observation;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;

/** One kind of error a test: which chips a piece gets, and whom a name means. */
class ChipsTest {
  private static final Tagger TAGGER = new Tagger();

  @Test
  void bindsASurnameToWhomTheTitleBeforeItFits() {
    List<Tagging> tags =
        tags(
            "Harlan Quist visits the harbour",
            "President Harlan Quist visited the harbour with his daughter Susan Quist on Monday.",
            "Susan Quist, who runs the Quist Trust, spoke first.",
            "Mr. Quist promised a new pier. Mr. Quist left at noon.",
            "Mrs. Quist stayed for the concert.");
    assertThat(surfaces(tags, "Harlan Quist")).contains("Quist");
    assertThat(sentences(tags, "Harlan Quist"))
        .anyMatch(s -> s.startsWith("Mr. Quist promised"))
        .noneMatch(s -> s.startsWith("Mrs. Quist"));
    assertThat(sentences(tags, "Susan Quist"))
        .anyMatch(s -> s.startsWith("Mrs. Quist"))
        .noneMatch(s -> s.startsWith("Mr. Quist"));
  }

  @Test
  void cutsTitlesOfficesAndPlacesOffAName() {
    assertThat(
            names(
                tags(
                    "Mayor opens bridge",
                    "Ellin Mayor Edward Marlow opened the bridge. Edward Marlow thanked Senate Majority Leader Robert Tarn and Mr. William Pell.",
                    "Vice President Susan Okello did not attend, Marlow said.")))
        .contains("Edward Marlow", "Robert Tarn", "William Pell", "Susan Okello")
        .doesNotContain("Ellin Mayor Edward Marlow", "Senate Majority", "Vice", "Mr. William Pell");
  }

  @Test
  void callsNobodyByTitleAndSurnameWhenTheFullNameIsThere() {
    assertThat(
            names(tags("Tarn resigns", "President Robert Tarn resigned. President Tarn said so.")))
        .contains("Robert Tarn")
        .doesNotContain("President Tarn", "Tarn", "President Robert Tarn");
  }

  @Test
  void leavesPictureCreditsAndBylinesOutOfTheChips() {
    List<Tagging> tags =
        tags(
            "Robert Tarn wins the vote",
            "Susan Okello",
            "Robert Tarn waves in Port Ellin, March 3. (Martin Brooks/Reuters)",
            "Robert Tarn won the vote on Sunday by a wide margin, officials said.",
            "Tarn thanked his voters. He promised lower taxes and better roads.",
            "His party gained nine seats. Turnout was high.",
            "Sign up for our newsletter The Ellin Morning.");
    assertThat(chips(tags))
        .contains("Robert Tarn")
        .doesNotContain("Martin Brooks", "Susan Okello", "Reuters", "Ellin Morning");
  }

  @Test
  void strikesHeadlinesThatAPageHasSpiltIntoItsSentences() {
    assertThat(
            names(
                tags(
                    "Tarn defends plan",
                    "Minister Robert TarnRobert TarnSenate clears Okello plan Harbour opens early MORE on Tuesday defended the plan.",
                    "Tarn said it would work.")))
        .contains("Robert Tarn")
        .noneMatch(name -> name.contains("TarnRobert") || name.contains("TarnSenate"));
  }

  @Test
  void takesNoSideForASubject() {
    assertThat(
            names(
                tags(
                    "Pro-Quist crowd greets Skerry-backed riders",
                    "A pro-Quist crowd greeted the Skerry-backed riders of the Ellin Harbour League.",
                    "The riders were the last to leave the Ellin Harbour League.")))
        .contains("Ellin Harbour League")
        .doesNotContain("Pro-Quist", "pro-Quist", "Skerry-backed", "Skerry-Backed");
  }

  @Test
  void leavesSeatsOfMembersOutOfTheNames() {
    assertThat(
            names(
                tags(
                    "Senators disagree",
                    "Sen. Robert Tarn (R-Texas) met Rep. Susan Okello (D-Calif.) on Monday.",
                    "Sen. William Pell (D., N.Y.) stayed away.")))
        .contains("Robert Tarn", "Susan Okello", "William Pell")
        .noneMatch(name -> name.startsWith("R-") || name.startsWith("D-") || name.equals("Calif"));
  }

  @Test
  void knowsTheOutletUnderAllItsNames() {
    Piece piece =
        new Piece(
            "Harbour opens",
            List.of(
                "The harbour opened on Monday, Robert Tarn told the Ellin Post.",
                "The Post reported that the Ellin Post Foundation paid for it. Robert Tarn spoke."),
            List.of("Ellin Post", "Top stories"),
            Language.ENGLISH,
            List.of("The Ellin Post - Opinion", "www.ellinpost.example"));
    assertThat(names(TAGGER.tag(piece, Knowledge.NONE).tags()))
        .contains("Robert Tarn")
        .doesNotContain("Ellin Post", "The Post", "Post", "Ellin Post Foundation", "Top stories");
  }

  @Test
  void joinsTheTwoWaysToSayADepartment() {
    List<Tagging> tags =
        tags(
            "Justice Department sues",
            "The Department of Justice sued on Monday. The Justice Department said the law is clear.",
            "The Justice Department declined to comment.");
    assertThat(names(tags)).contains("Justice Department").doesNotContain("Department of Justice");
  }

  @Test
  void callsAPersonWithoutMiddleNamesAndACompanyWithoutItsLegalForm() {
    assertThat(
            names(
                tags(
                    "Robert Tarn leads Hallowgate",
                    "Robert James Tarn was named head of Hallowgate Pictures Inc. on Monday.",
                    "Hallowgate Pictures makes films. Robert Tarn joins in March.")))
        .contains("Robert Tarn", "Hallowgate Pictures")
        .doesNotContain("Robert James Tarn", "Hallowgate Pictures Inc", "Hallowgate Pictures Inc.");
  }

  @Test
  void writesOutLettersThatEverybodyUses() {
    assertThat(names(tags("UK and EU agree", "The UK and the EU agreed on fish on Monday.")))
        .contains("United Kingdom", "European Union")
        .doesNotContain("UK", "EU");
  }

  @Test
  void findsTopicsThatAreNoNames() {
    List<Tagging> tags =
        tags(
            "Climate crisis raises the sea",
            "Climate change raises the sea, researchers found. Global warming is quick here.",
            "They measured for nine years how climate change moves the coast.");
    assertThat(chips(tags)).contains("climate change");
    assertThat(tag(tags, "climate change").mentions()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void takesNoWordThatOnlyBeginsASentenceForAName() {
    assertThat(
            names(
                tags(
                    "What we know",
                    "We know little. Yes, that is true. Our plan is to wait. Today nothing happens.",
                    "Anti-government marches go on. Black and white voters agree.")))
        .doesNotContain("We", "Yes", "Our", "Today", "Black");
  }

  @Test
  void asksTheStreamWhomASurnameMeansWhenThePieceDoesNotSay() {
    Map<Knowledge.Scope, TreeMap<String, Double>> counts = new HashMap<>();
    Knowledge knowledge = new Counted(counts);
    for (int i = 0; i < 4; i++) {
      learn(
          counts,
          TAGGER.tag(
              piece("Robert Tarn travels", "Robert Tarn went to Norway. Tarn will return."),
              knowledge));
    }
    List<Tagging> tags =
        TAGGER
            .tag(piece("Tarn returns", "President Tarn returned. Tarn looked tired."), knowledge)
            .tags();
    assertThat(names(tags)).contains("Robert Tarn").doesNotContain("Tarn");
    assertThat(
            names(
                TAGGER
                    .tag(piece("A visit", "Mrs. Tarn visited a school. Mrs. Tarn sang."), knowledge)
                    .tags()))
        .doesNotContain("Robert Tarn");
  }

  @Test
  void explainsEveryScoreToTheLastDigit() {
    Piece piece = piece("Robert Tarn resigns", "Robert Tarn resigned on Monday. Tarn was tired.");
    Tagging tag = tag(TAGGER.tag(piece, Knowledge.NONE).tags(), "Robert Tarn");
    Explanation why = TAGGER.explain(piece, Knowledge.NONE, tag.key()).orElseThrow();
    double sum = why.reasons().stream().mapToDouble(Explanation.Reason::contribution).sum();
    assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(tag.score(), within(1e-9));
    assertThat(why.reasons())
        .extracting(Explanation.Reason::feature)
        .contains("in the title", "person", "earliness");
    assertThat(TAGGER.explain(piece, Knowledge.NONE, TagKey.of("Nobody"))).isEmpty();
  }

  @Test
  void givesNoChipToPlatformsOfReleaseNotesAndListings() {
    assertThat(
            chips(
                tags(
                    "Release notes",
                    "Fixed a crash when a window is closed. Added a setting for dark mode.",
                    "Removed the old menu. Thanks to all who reported bugs.")))
        .isEmpty();
  }

  private record Counted(Map<Knowledge.Scope, TreeMap<String, Double>> counts)
      implements Knowledge {
    @Override
    public double count(Scope scope, String what) {
      return counts.getOrDefault(scope, new TreeMap<>()).getOrDefault(what, 0.0);
    }

    @Override
    public Map<String, Double> beginning(Scope scope, String prefix) {
      return counts
          .getOrDefault(scope, new TreeMap<>())
          .subMap(prefix, prefix + Character.MAX_VALUE);
    }
  }

  private static void learn(Map<Knowledge.Scope, TreeMap<String, Double>> counts, Tags tags) {
    for (Observation.Sighting seen : tags.observation().sightings()) {
      counts
          .computeIfAbsent(seen.scope(), scope -> new TreeMap<>())
          .merge(seen.what(), seen.weight(), Double::sum);
    }
  }

  private static Piece piece(String title, String... paragraphs) {
    return new Piece(title, Arrays.asList(paragraphs), List.of(), Language.ENGLISH, List.of());
  }

  private static List<Tagging> tags(String title, String... paragraphs) {
    return TAGGER.tag(piece(title, paragraphs), Knowledge.NONE).tags();
  }

  private static List<String> names(List<Tagging> tags) {
    return tags.stream().map(Tagging::name).toList();
  }

  private static List<String> chips(List<Tagging> tags) {
    return tags.stream().filter(t -> t.grade() == Grade.ABOUT).map(Tagging::name).toList();
  }

  private static List<String> surfaces(List<Tagging> tags, String name) {
    return tag(tags, name).mentions().stream().map(Mention::surface).toList();
  }

  private static List<String> sentences(List<Tagging> tags, String name) {
    return tag(tags, name).mentions().stream().map(Mention::sentence).toList();
  }

  private static Tagging tag(List<Tagging> tags, String name) {
    return tags.stream()
        .filter(t -> t.key().equals(TagKey.of(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + names(tags)));
  }
}
