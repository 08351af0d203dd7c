package org.tagwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

class InterpreterTest {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final Language GERMAN = new Language("de");

  private static final StoryView FERRY =
      view(
          "ferry",
          "Ferry with 214 aboard runs aground off Norway",
          "The Halvard Moe, bound for Denmark, ran aground at 5:40 with 214 people aboard.",
          NOON,
          "Halvard Moe");
  private static final StoryView FAEHRE =
      view(
          "faehre",
          "Fähre mit 214 Menschen vor Norwegen auf Grund gelaufen",
          "Die Halvard Moe war auf dem Weg nach Dänemark, als sie um 5:40 Uhr auf Grund lief.",
          NOON.plus(Duration.ofHours(2)),
          "Halvard Moe");
  private static final StoryView ABBARA =
      view(
          "abbara",
          "جنوح عبارة تقل 214 شخصا قبالة النرويج",
          "كانت العبارة متجهة إلى الدنمارك عندما جنحت وعلى متنها 214 شخصا بعد 40 دقيقة.",
          NOON.plus(Duration.ofHours(3)));

  @Test
  void linksTheStoriesOfOneEventInSeveralLanguagesAndSaysByWhat() {
    List<Interpreter.Link> links = Interpreter.links(digests(FERRY, FAEHRE, ABBARA));
    assertThat(links).anySatisfy(link -> assertThat(pair(link)).isEqualTo(pair(FERRY, FAEHRE)));
    assertThat(links).anySatisfy(link -> assertThat(pair(link)).isEqualTo(pair(FERRY, ABBARA)));
    assertThat(links).allSatisfy(link -> assertThat(link.reason()).contains("214").contains("NO"));
  }

  @Test
  void linksNothingThatOnlyNumbersHaveInCommon() {
    StoryView match =
        view("spiel", "Sieg mit 214 zu 540", "Das Spiel endete 214 zu 540 nach 40 Minuten.", NOON);
    assertThat(Interpreter.links(digests(FERRY, match))).isEmpty();
  }

  @Test
  void linksNothingThatLiesAWeekApart() {
    StoryView later =
        view(
            "spaeter", FAEHRE.title(), FAEHRE.text(), NOON.plus(Duration.ofDays(7)), "Halvard Moe");
    assertThat(Interpreter.links(digests(FERRY, later))).isEmpty();
  }

  /** Beside each story many others of its language, as in life. */
  private static List<Interpreter.Digest> digests(StoryView english, StoryView... others) {
    Stories own = new Stories(Language.ENGLISH, 0);
    own.place(english);
    for (int i = 0; i < 12; i++) {
      own.place(
          view("other-" + i, "Council votes on plan " + i, "The plan of 20" + (10 + i), NOON));
    }
    List<Interpreter.Digest> digests = new ArrayList<>(own.digests(Instant.EPOCH));
    for (StoryView other : others) {
      Language language = other.title().charAt(0) > 0x600 ? Language.ARABIC : GERMAN;
      Stories foreign = new Stories(language, 0);
      foreign.place(other);
      digests.addAll(foreign.digests(Instant.EPOCH));
    }
    return digests;
  }

  private static List<StoryId> pair(Interpreter.Link link) {
    return List.of(link.one(), link.other());
  }

  private static List<StoryId> pair(StoryView one, StoryView other) {
    return List.of(new StoryId(one.id()), new StoryId(other.id())).stream().sorted().toList();
  }

  private static StoryView view(
      String id, String title, String text, Instant time, String... names) {
    return new StoryView(
        ArticleId.mint("https://example.org/" + id),
        title,
        text,
        List.of(names).stream().map(TagKey::of).toList(),
        List.of(),
        null,
        time);
  }
}
