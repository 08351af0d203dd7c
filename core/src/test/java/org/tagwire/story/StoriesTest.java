package org.tagwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

class StoriesTest {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

  private static final StoryView BRIDGE =
      view(
          "bridge-1",
          "Port Ellin bridge collapses in storm, twelve missing",
          "The old harbour bridge at Port Ellin collapsed during a storm on Sunday and twelve people are missing, rescuers said.",
          NOON,
          "Port Ellin");
  private static final StoryView BRIDGE_LATER =
      view(
          "bridge-2",
          "Rescuers search for twelve missing after Port Ellin bridge collapse",
          "Divers searched the harbour at Port Ellin for twelve people missing since the bridge collapsed in a storm.",
          NOON.plus(Duration.ofHours(5)),
          "Port Ellin");
  private static final StoryView FILM =
      view(
          "film-1",
          "Mara Quill to star in The Long Winter",
          "Actor Mara Quill will star in the film The Long Winter, its producers said on Sunday.",
          NOON,
          "Mara Quill",
          "The Long Winter");

  @Test
  void putsReportsOfOneEventTogetherAndOthersApart() {
    Stories stories = english();
    StoryId bridge = stories.place(BRIDGE).story();
    StoryId film = stories.place(FILM).story();
    Stories.Place later = stories.place(BRIDGE_LATER);
    assertThat(bridge).isEqualTo(new StoryId(BRIDGE.id())).isNotEqualTo(film);
    assertThat(later.story()).isEqualTo(bridge);
    assertThat(later.reason()).contains("portellin").contains("0.2 days apart");
    assertThat(stories.size()).isEqualTo(2);
  }

  @Test
  void leavesAnArticleWhereItWasPlaced() {
    Stories stories = english();
    stories.place(BRIDGE);
    StoryId story = stories.place(BRIDGE_LATER).story();
    assertThat(stories.place(BRIDGE_LATER)).isEqualTo(new Stories.Place(story, "placed before"));
  }

  @Test
  void foundsANewStoryWhenTheSameWordsComeBackMuchLater() {
    Stories stories = english();
    stories.place(BRIDGE);
    StoryView nextYear =
        view(
            "bridge-9",
            "Port Ellin opens bridge in sunshine",
            "Port Ellin has a bridge again.",
            NOON.plus(Duration.ofDays(300)),
            "Port Ellin");
    assertThat(stories.place(nextYear).story()).isEqualTo(new StoryId(nextYear.id()));
  }

  @Test
  void goesOnAfterARestartAsIfThereHadBeenNone() {
    Stories restarted = english();
    restarted.restore(BRIDGE, new StoryId(BRIDGE.id()));
    restarted.restore(FILM, new StoryId(FILM.id()));
    assertThat(restarted.place(BRIDGE_LATER).story()).isEqualTo(new StoryId(BRIDGE.id()));
  }

  @Test
  void mergesIntoTheOlderStoryAndTellsWhichIsGone() {
    Stories stories = english();
    stories.restore(BRIDGE, new StoryId(BRIDGE.id()));
    stories.restore(FILM, new StoryId(FILM.id()));
    stories.restore(BRIDGE_LATER, new StoryId(BRIDGE_LATER.id()));
    stories.reconsider(NOON);
    Outcome outcome = stories.confer();
    assertThat(outcome.merges())
        .containsExactly(
            new Outcome.Merge(new StoryId(BRIDGE.id()), new StoryId(BRIDGE_LATER.id())));
    assertThat(outcome.moves())
        .singleElement()
        .satisfies(move -> assertThat(move.article()).isEqualTo(BRIDGE_LATER.id()))
        .satisfies(move -> assertThat(move.story()).isEqualTo(new StoryId(BRIDGE.id())));
    assertThat(stories.place(BRIDGE_LATER).story()).isEqualTo(new StoryId(BRIDGE.id()));
    assertThat(stories.confer().isEmpty()).isTrue();
  }

  @Test
  void splitsWhatDoesNotBelongTogetherAndGivesThePartWithoutTheFounderItsOwnId() {
    Stories stories = english();
    stories.restore(BRIDGE, new StoryId(BRIDGE.id()));
    stories.restore(FILM, new StoryId(BRIDGE.id()));
    stories.restore(BRIDGE_LATER, new StoryId(BRIDGE.id()));
    stories.reconsider(NOON);
    assertThat(stories.confer().moves())
        .singleElement()
        .satisfies(move -> assertThat(move.article()).isEqualTo(FILM.id()))
        .satisfies(move -> assertThat(move.story()).isEqualTo(new StoryId(FILM.id())));
    assertThat(stories.place(BRIDGE_LATER).story()).isEqualTo(new StoryId(BRIDGE.id()));
  }

  @Test
  void forgetsOldAndRemovedArticles() {
    Stories stories = english();
    stories.place(BRIDGE);
    stories.place(FILM);
    stories.expire(NOON.plusSeconds(1));
    assertThat(stories.size()).isZero();
    stories.place(BRIDGE_LATER);
    stories.remove(BRIDGE_LATER.id());
    assertThat(stories.size()).isZero();
    assertThat(stories.place(BRIDGE_LATER).story()).isEqualTo(new StoryId(BRIDGE_LATER.id()));
  }

  @Test
  void takesAnyTextAndStaysFast() {
    long seed = 42L;
    System.out.println("StoriesTest seed " + seed);
    Random random = new Random(seed);
    Stories stories = english();
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(60); j > 0; j--) {
        text.append("w").append((int) Math.exp(random.nextDouble() * 9)).append(' ');
      }
      stories.place(
          view(
              "any-" + i,
              text.toString(),
              text.toString(),
              random.nextBoolean() ? NOON.plusSeconds(i) : null));
    }
    assertThat(stories.size()).isBetween(1, 3_000);
  }

  private static Stories english() {
    return new Stories(Language.ENGLISH, 0);
  }

  private static StoryView view(
      String id,
      String title,
      String lead,
      @org.jspecify.annotations.Nullable Instant time,
      String... names) {
    return new StoryView(
        ArticleId.mint("https://example.org/" + id),
        title,
        lead,
        List.of(names).stream().map(TagKey::of).toList(),
        List.of(),
        null,
        time);
  }
}
