package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.article;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.StageVersions;
import org.tagwire.model.StoryId;
import org.tagwire.store.ArticleStore.Standing;

/** What stores know of headlines that were changed, and of how a story stands. */
public abstract class HeadlineContract extends StoreContract {
  private static final String URL = "https://lantern.example/1";
  private static final ArticleId ID = ArticleId.mint(URL);

  @Test
  void keepsTheHeadlinesThatAPublisherHasReplaced() {
    say("Fair opens");
    say("Fair opens late");
    say("Fair does not open");
    assertThat(changes(Audience.PUBLIC)).containsExactly("Fair opens", "Fair opens late");
    assertThat(store.articles().headlines(List.of(ID), Audience.OWNER))
        .allSatisfy(change -> assertThat(change.article()).isEqualTo(ID))
        .allSatisfy(change -> assertThat(change.seen()).isBeforeOrEqualTo(NOON));
  }

  @Test
  void takesCaseQuotesAndBlanksForNoChange() {
    say("Mayor says \u201CNo\u201D to the fair");
    say("Mayor  says \"no\" to the Fair");
    assertThat(changes(Audience.OWNER)).isEmpty();
  }

  @Test
  void keepsTheNewestTwenty() {
    for (int i = 0; i <= HeadlineChange.MOST + 5; i++) {
      say("Fair opens at " + i);
    }
    assertThat(changes(Audience.OWNER))
        .hasSize(HeadlineChange.MOST)
        .startsWith("Fair opens at 5")
        .endsWith("Fair opens at 24");
  }

  @Test
  void takesARereadForNoChangeAndKeepsThoseThatWere() {
    say("Fair opens");
    say("Fair opens late");
    Reading read = article(URL).source(lantern).title("Fair: opens, late").reading();
    Reading better = article(URL).source(lantern).title("The fair opens late today").reading();
    store.articles().reread(List.of(with(better, new StageVersions(2, 2, 2))));
    place(placed(store.articles().pending(Samples.shard(), 10).getFirst()));
    assertThat(changes(Audience.OWNER)).containsExactly("Fair opens");
    // A still newer stage may read otherwise what nobody has changed.
    accept(with(read, new StageVersions(3, 0, 3)));
    place(placed(store.articles().pending(Samples.shard(), 10).getFirst()));
    assertThat(changes(Audience.OWNER)).containsExactly("Fair opens");
  }

  @Test
  void takesAnotherSourcesWordingForNoChange() {
    say("Fair opens");
    Reading other = article(URL).source(ferry).title("Harbour fair begins").reading();
    accept(other);
    place(placed(store.articles().pending(Samples.shard(), 10).getFirst()));
    assertThat(changes(Audience.OWNER)).isEmpty();
  }

  @Test
  void forgetsTheHeadlinesOfWhatIsWithdrawn() {
    say("Fair opens");
    say("Fair opens late");
    store.articles().withdraw(List.of(ID), "taken back", NOON);
    assertThat(changes(Audience.OWNER)).isEmpty();
  }

  @Test
  void tellsThePublicNothingOfWhatAPrivateSourceCalledIt() {
    publish(article(URL).source(secret).isPrivate().title("For subscribers"));
    publish(article(URL).source(secret).isPrivate().title("Still for subscribers"));
    assertThat(changes(Audience.OWNER)).containsExactly("For subscribers");
    assertThat(changes(Audience.PUBLIC)).isEmpty();
    Reading open = article(URL).source(lantern).title("For everybody").reading();
    store.articles().accept(List.of(link(open)), Optional.empty());
    place(placed(store.articles().pending(Samples.shard(), 10).getFirst()));
    assertThat(changes(Audience.PUBLIC)).isEmpty();
  }

  @Test
  void aStoryStandsAsItDidUntilSomethingOfItChanges() {
    Reading founder = article(URL).source(lantern).minutesAgo(30).reading();
    Reading earlier = article("https://ferry.example/1").minutesAgo(50).reading();
    accept(founder, earlier);
    place(placed(founder), placed(earlier, inStory(founder)));
    StoryId story = new StoryId(ID);
    Standing before = standing(story);
    assertThat(before.accounts()).isEqualTo(2);
    assertThat(before.first().id()).isEqualTo(earlier.id());
    publish(article("https://lantern.example/elsewhere"));
    assertThat(standing(story)).isEqualTo(before);
    store.articles().withdraw(List.of(earlier.id()), "taken back", NOON);
    assertThat(standing(story)).isNotEqualTo(before);
    assertThat(standing(story).first().id()).isEqualTo(ID);
    assertThat(store.articles().standing(new StoryId(earlier.id()), Audience.OWNER)).isEmpty();
  }

  private Standing standing(StoryId story) {
    return store.articles().standing(story, Audience.PUBLIC).orElseThrow();
  }

  private static Reading with(Reading reading, StageVersions versions) {
    return new Reading(
        reading.id(),
        reading.url(),
        reading.announcement(),
        reading.credit(),
        reading.timing(),
        reading.text(),
        reading.understanding(),
        reading.limits(),
        versions);
  }

  private void say(String headline) {
    publish(article(URL).source(lantern).minutesAgo(60).title(headline));
  }

  private List<String> changes(Audience audience) {
    return store.articles().headlines(List.of(ID), audience).stream()
        .map(HeadlineChange::before)
        .toList();
  }
}
