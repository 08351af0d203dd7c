package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Observation;
import org.tagwire.model.Page;
import org.tagwire.model.Placement;
import org.tagwire.model.PollHints;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.Visibility;

/**
 * What all contract suites share: an empty store with two public sources and a private one.
 * Adapters say how to open it.
 */
public abstract class StoreContract {
  protected static final Instant NOON = Samples.NOON;

  private static final PollPlan.Move MOVE =
      new PollPlan.Move("https://elsewhere.example/feed", NOON.minusSeconds(60), 2);
  private static final PollHints HINTS =
      new PollHints(
          Duration.ofMinutes(40),
          Set.of(0, 23),
          Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
          Duration.ofMinutes(95),
          NOON.minusSeconds(3_600));

  protected Store store;
  protected SourceId lantern;
  protected SourceId ferry;
  protected SourceId secret;

  /** Opens an empty store. */
  protected abstract Store open();

  @BeforeEach
  void openWithThreeSources() {
    store = open();
    List<SourceId> ids =
        store
            .sources()
            .add(
                List.of(
                    feed("https://lantern.example/feed", Visibility.PUBLIC),
                    feed("https://ferry.example/feed", Visibility.PUBLIC),
                    feed("https://secret.example/feed?token=x", Visibility.PRIVATE)),
                NOON);
    lantern = ids.get(0);
    ferry = ids.get(1);
    secret = ids.get(2);
  }

  @AfterEach
  void leavesAStoreThatChecksOut() {
    assertThat(store.upkeep().check()).isEmpty();
    store.close();
  }

  protected static NewSource feed(String url, Visibility visibility) {
    return new NewSource(
        url,
        Source.Kind.FEED,
        url,
        new Domain("lantern.example"),
        "",
        visibility,
        Source.PageFetching.AUTO);
  }

  protected static PollRecord poll(SourceId source, Instant at, Instant due) {
    return new PollRecord(
        source,
        at,
        Duration.ofMillis(120),
        "fetched",
        "",
        30,
        2,
        new PollPlan(due, Duration.ofMinutes(30), "\"v1\"", "Thu, 20 Nov 2025", 0, MOVE, HINTS));
  }

  protected static ArticleStore.Accepted accepted(Reading reading) {
    return new ArticleStore.Accepted(reading, Optional.of(Samples.raw(reading)), List.of(), false);
  }

  protected static ArticleStore.Accepted link(Reading reading) {
    return new ArticleStore.Accepted(reading, Optional.empty(), List.of(), true);
  }

  protected static Placed placed(Reading reading) {
    return placed(reading, Samples.alone(reading));
  }

  protected static Placed placed(Reading reading, Placement placement) {
    return new Placed(reading, placement, Samples.card(reading, placement), Observation.NONE);
  }

  protected static Placement copyOf(Reading first) {
    return new Placement(first.id(), new StoryId(first.id()), "the same text");
  }

  protected static Placement inStory(Reading founder) {
    return new Placement(null, new StoryId(founder.id()), "the same event");
  }

  protected void accept(Reading... readings) {
    store
        .articles()
        .accept(Arrays.stream(readings).map(StoreContract::accepted).toList(), Optional.empty());
  }

  protected void place(Placed... batch) {
    store.articles().place(List.of(batch));
  }

  /** Accepts and places articles that are alone. */
  protected void publish(Samples.Draft... drafts) {
    for (Samples.Draft draft : drafts) {
      Reading reading = draft.reading();
      accept(reading);
      place(placed(reading));
    }
  }

  protected ArticleStore.Lookup find(ArticleId id) {
    return store.articles().find(id, Audience.OWNER);
  }

  protected List<String> urls(Filter filter, Audience audience) {
    return urls(store.articles().list(ListQuery.first(filter, audience, 30)));
  }

  protected static List<String> urls(Page page) {
    return page.listings().stream().map(Page.Listing::card).map(Card::url).toList();
  }
}
