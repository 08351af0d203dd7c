package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Retention;
import org.tagwire.model.Samples;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArchiveStore.Stretch;
import org.tagwire.store.ArchiveStore.Sweep;
import org.tagwire.store.ArticleStore.Change;
import org.tagwire.store.ArticleStore.Lookup;

/** What is kept of the past, whatever the engine. */
public abstract class ArchiveStoreContract extends StoreContract {
  private static final Optional<SourceId> ALL = Optional.empty();
  private static final Duration DAY = Duration.ofDays(1);

  private static final Cursor END = new Cursor(Instant.MAX, new ArticleId("f".repeat(32)));

  /** Sets the clock of the store that {@link #open} has opened. */
  protected abstract void setClock(Instant now);

  /** Opens a second store, which is empty. */
  protected abstract Store openAnother();

  @Test
  void dropsWhatIsOlderThanTheRuleAllows() {
    publish(
        article("https://a.example/new").minutesAgo(59),
        article("https://a.example/even").minutesAgo(60),
        article("https://a.example/old").minutesAgo(61));
    assertThat(drop(ALL, "1h")).isOne();
    assertThat(urls(Filter.ALL, Audience.OWNER))
        .containsExactly("https://a.example/new", "https://a.example/even");
    assertThat(store.articles().count()).isEqualTo(2);
  }

  @Test
  void keepsAsManyOfTheNewestAsTheRuleSaysAlsoOfOneMinute() {
    for (int i = 0; i < 9; i++) {
      publish(article("https://a.example/" + i).minutesAgo(i / 3));
    }
    List<String> before = urls(Filter.ALL, Audience.OWNER);
    assertThat(drop(ALL, "4")).isEqualTo(5);
    assertThat(urls(Filter.ALL, Audience.OWNER)).isEqualTo(before.subList(0, 4));
    assertThat(store.archive().surplus(ALL, rule("4"), NOON)).isEmpty();
  }

  @Test
  void letsTheStricterOfTwoLimitsCount() {
    for (int i = 0; i < 6; i++) {
      publish(article("https://a.example/" + i).minutesAgo(i * 60 + 1));
    }
    assertThat(drop(ALL, "4h, 5")).isEqualTo(2);
    assertThat(drop(ALL, "4h, 1")).isEqualTo(3);
    assertThat(drop(ALL, "4h, 1")).isZero();
  }

  @Test
  void leavesNothingOfADroppedArticleButTheMemoryOfItsItem() {
    Reading reading =
        article("https://a.example/1").source(lantern).tags(about("Ada Quill")).reading();
    store
        .articles()
        .accept(
            List.of(
                new ArticleStore.Accepted(
                    reading,
                    Optional.of(Samples.raw(reading)),
                    List.of("https://b.example/1"),
                    false)),
            Optional.empty());
    place(placed(reading));
    long change = store.articles().lastChange();
    assertThat(drop(ALL, "1h", NOON.plus(DAY))).isOne();
    assertThat(find(reading.id())).isInstanceOf(Lookup.Unknown.class);
    assertThat(store.articles().findAll(List.of(reading.id()), Audience.OWNER)).isEmpty();
    assertThat(store.articles().findRaw(reading.id())).isEmpty();
    assertThat(store.articles().window(Samples.shard(), Instant.EPOCH)).isEmpty();
    assertThat(store.articles().walk(Optional.empty(), 9)).isEmpty();
    assertThat(urls(Filter.tag(TagKey.of("Ada Quill")), Audience.OWNER)).isEmpty();
    assertThat(store.tags().list(Optional.empty(), Audience.OWNER, 9)).isEmpty();
    assertThat(store.articles().changes(change, 9))
        .containsExactly(
            new Change(change + 1, reading.id(), Optional.empty(), Optional.empty(), List.of()));
    assertThat(store.articles().seen(lantern, Set.of(reading.announcement().key()))).hasSize(1);
    assertThat(store.articles().findByUrls(List.of("https://b.example/1")))
        .containsValue(reading.id());
  }

  @Test
  void takesNoDroppedItemForNewsWhateverItSaysNow() {
    Reading reading = article("https://a.example/1").source(lantern).reading();
    accept(reading);
    place(placed(reading));
    drop(ALL, "1h", NOON.plus(DAY));
    accept(reading);
    accept(article("https://a.example/1").source(lantern).title("Corrected").reading());
    accept(article("https://a.example/1").source(ferry).reading());
    assertThat(store.articles().pendingShards()).isEmpty();
    assertThat(find(reading.id())).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void prefersALivingArticleToADroppedOneOfAnotherAddress() {
    publish(
        article("https://a.example/old").minutesAgo(600).source(lantern),
        article("https://a.example/living").source(lantern));
    drop(ALL, "1h");
    Reading both = article("https://a.example/old").source(ferry).title("Both").reading();
    store
        .articles()
        .accept(
            List.of(
                new ArticleStore.Accepted(
                    both, Optional.empty(), List.of("https://a.example/living"), true)),
            Optional.empty());
    assertThat(urls(Filter.sources(List.of(ferry)), Audience.OWNER))
        .containsExactly("https://a.example/living");
  }

  @Test
  void holdsTheFounderOfAStoryUntilTheRestOfItHasGone() {
    Reading founder = article("https://a.example/founder").minutesAgo(300).reading();
    Reading second = article("https://a.example/second").minutesAgo(200).reading();
    accept(founder, second);
    place(placed(founder), placed(second, inStory(founder)));
    assertThat(drop(ALL, "4h")).isZero();
    assertThat(drop(ALL, "3h")).isEqualTo(2);
    assertThat(store.articles().findStory(new StoryId(founder.id()))).isEmpty();
    assertThat(store.articles().count()).isZero();
  }

  @Test
  void leadsNoMergedStoryToADroppedOne() {
    Reading older = article("https://a.example/older").minutesAgo(300).reading();
    Reading younger = article("https://a.example/younger").minutesAgo(200).reading();
    accept(older, younger);
    place(placed(older), placed(younger));
    place(placed(younger, inStory(older)));
    assertThat(store.articles().findStory(new StoryId(younger.id())))
        .contains(new StoryId(older.id()));
    drop(ALL, "1h");
    assertThat(store.articles().findStory(new StoryId(younger.id()))).isEmpty();
  }

  @Test
  void letsTheOldestCopyLeftStandForTheGroup() {
    Reading first = article("https://a.example/first").minutesAgo(300).reading();
    Reading second = article("https://b.example/second").minutesAgo(100).reading();
    Reading third = article("https://c.example/third").minutesAgo(50).reading();
    accept(first, second, third);
    place(placed(first), placed(second, apart(second, first)), placed(third, apart(third, first)));
    assertThat(folded()).containsExactly(first.url());
    drop(ALL, "4h");
    assertThat(folded()).containsExactly(second.url());
    assertThat(store.articles().copies(third.id(), Audience.OWNER))
        .extracting(card -> card.url())
        .containsExactly(second.url());
    assertThat(listings().getFirst().outlets()).isEqualTo(2);
    Reading fourth = article("https://d.example/fourth").minutesAgo(10).reading();
    accept(fourth);
    place(placed(fourth, apart(fourth, first)));
    assertThat(folded()).containsExactly(second.url());
    assertThat(listings().getFirst().outlets()).isEqualTo(3);
  }

  @Test
  void holdsWhatWaitsToBePlacedAgain() {
    publish(article("https://a.example/1").minutesAgo(300));
    accept(article("https://a.example/1").minutesAgo(300).title("Corrected").reading());
    assertThat(drop(ALL, "1h")).isZero();
    place(placed(article("https://a.example/1").minutesAgo(300).title("Corrected").reading()));
    assertThat(drop(ALL, "1h")).isOne();
  }

  @Test
  void leavesArticlesUnderASourcesOwnRuleToThatRule() {
    publish(
        article("https://a.example/1").source(lantern).minutesAgo(300),
        article("https://a.example/2").source(lantern).minutesAgo(100),
        article("https://b.example/1").source(ferry).minutesAgo(300));
    store.archive().rule(lantern, Optional.of(rule("1")));
    assertThat(store.archive().rules()).isEqualTo(Map.of(lantern, rule("1")));
    assertThat(drop(ALL, "1h")).isOne();
    assertThat(drop(Optional.of(lantern), "1")).isOne();
    assertThat(urls(Filter.ALL, Audience.OWNER)).containsExactly("https://a.example/2");
    store.archive().rule(lantern, Optional.empty());
    assertThat(store.archive().rules()).isEmpty();
    assertThat(drop(ALL, "1h")).isOne();
  }

  @Test
  void putsTheRuleOfARemovedSourceAway() {
    publish(article("https://a.example/1").source(lantern).minutesAgo(300));
    store.archive().rule(lantern, Optional.of(Retention.FOREVER));
    assertThat(drop(ALL, "1h")).isZero();
    store.sources().remove(lantern);
    assertThat(drop(ALL, "1h")).isOne();
  }

  @Test
  void measuresTheRoomOfASourceAndWhatIsFreed() {
    publish(
        article("https://a.example/1").source(lantern),
        article("https://a.example/2").source(lantern),
        article("https://b.example/1").source(ferry));
    long lanterns = store.archive().bytes(Optional.of(lantern));
    long ferrys = store.archive().bytes(Optional.of(ferry));
    assertThat(ferrys).isPositive();
    assertThat(store.archive().bytes(ALL)).isGreaterThan(lanterns + ferrys);
    Sweep sweep = store.archive().drop(new Stretch(Optional.of(lantern), Optional.empty(), END), 1);
    assertThat(sweep.dropped()).isOne();
    assertThat(sweep.last()).isPresent();
    assertThat(store.archive().bytes(Optional.of(lantern))).isEqualTo(lanterns - sweep.bytes());
  }

  @Test
  void forgetsADroppedArticleOnceItsSourceHasBeenReadWithoutIt() {
    Reading reading = article("https://a.example/1").source(lantern).reading();
    Reading other = article("https://a.example/2").source(lantern).order(NOON.plus(DAY)).reading();
    accept(reading, other);
    place(placed(reading), placed(other));
    Instant dropped = NOON.plus(DAY);
    setClock(dropped);
    assertThat(drop(ALL, "1h", dropped)).isOne();
    assertThat(forget(dropped.plus(DAY.multipliedBy(9)))).isZero();
    read(lantern, dropped.plus(DAY.multipliedBy(2)));
    publish(article("https://a.example/3").source(lantern).order(dropped));
    assertThat(forget(dropped)).isZero();
    assertThat(store.archive().forget(dropped.plusMillis(1), 0, 9)).isZero();
    assertThat(forget(dropped.plusMillis(1))).isOne();
    assertThat(store.articles().seen(lantern, Set.of(reading.announcement().key()))).isEmpty();
    assertThat(store.articles().findByUrls(List.of(reading.url()))).isEmpty();
    accept(reading);
    assertThat(store.articles().pending(Samples.shard(), 9)).containsExactly(reading);
  }

  @Test
  void remembersADroppedArticleForAsLongAsItIsAnnounced() {
    Reading reading = article("https://a.example/1").source(lantern).reading();
    accept(reading);
    place(placed(reading));
    setClock(NOON.plus(DAY));
    drop(ALL, "1h", NOON.plus(DAY));
    publish(article("https://a.example/2").source(ferry).order(NOON.plus(DAY)));
    Instant still = NOON.plus(DAY.multipliedBy(40));
    setClock(still);
    read(lantern, still);
    store.articles().seen(lantern, Set.of(reading.announcement().key()));
    assertThat(forget(still)).isZero();
    read(lantern, still.plus(DAY));
    assertThat(forget(still.plus(DAY))).isZero();
    read(lantern, still.plus(DAY).plusMillis(1));
    assertThat(forget(still.plusMillis(1))).isOne();
  }

  @Test
  void neverGivesAChangeNumberTwice() {
    Reading reading = article("https://a.example/1").source(lantern).reading();
    accept(reading);
    place(placed(reading));
    drop(ALL, "1h", NOON.plus(DAY));
    long change = store.articles().lastChange();
    store.sources().remove(lantern);
    assertThat(forget(NOON.plus(DAY.multipliedBy(99)))).isZero();
    publish(article("https://a.example/2").source(ferry));
    assertThat(store.articles().lastChange()).isEqualTo(change + 1);
    assertThat(forget(NOON.plus(DAY.multipliedBy(99)))).isOne();
  }

  @Test
  void forgetsTheOtherIdsOfAnArticleWithIt() {
    Reading one = article("https://a.example/1").source(lantern).reading();
    Reading two = article("https://a.example/2").source(lantern).reading();
    accept(one, two);
    place(placed(one), placed(two));
    store
        .articles()
        .accept(
            List.of(
                new ArticleStore.Accepted(
                    article("https://a.example/1").source(lantern).title("One").reading(),
                    Optional.empty(),
                    List.of(two.url()),
                    false)),
            Optional.empty());
    store.articles().pending(Samples.shard(), 9).forEach(r -> place(placed(r)));
    assertThat(find(two.id())).isEqualTo(new Lookup.Redirect(one.id()));
    drop(ALL, "1h", NOON.plus(DAY));
    assertThat(find(two.id())).isInstanceOf(Lookup.Unknown.class);
    store.sources().remove(lantern);
    publish(article("https://a.example/3").source(ferry));
    assertThat(forget(NOON.plus(DAY.multipliedBy(99)))).isOne();
    assertThat(store.articles().findByUrls(List.of(one.url(), two.url()))).isEmpty();
  }

  /** A store from which articles were dropped shows what it would show had they never come. */
  @Test
  void showsWhatAStoreShowsThatNeverHadWhatWasDropped() {
    List<Placed> all = randomNews(new Random(20_251_120), 300);
    publish(store, all);
    assertThat(drop(ALL, "8h")).isBetween(50L, 200L);
    Set<ArticleId> kept = Set.copyOf(store.articles().walk(Optional.empty(), 999));
    try (Store other = openAnother()) {
      other.sources().add(List.of(feed("https://lantern.example/feed", Visibility.PUBLIC)), NOON);
      publish(other, all.stream().filter(p -> kept.contains(p.reading().id())).toList());
      assertThat(views(store)).isEqualTo(views(other));
      assertThat(store.articles().count()).isEqualTo(other.articles().count());
      assertThat(stories(store, all)).isEqualTo(stories(other, all));
    }
  }

  private static final List<String> NAMES = List.of("Ada Quill", "Bo Marsh", "Cleo Vance");

  /** Articles of the last 15 hours; some follow an older one in its story, some copy one. */
  private static List<Placed> randomNews(Random random, int many) {
    List<Placed> news = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Reading reading =
          article("https://a.example/" + i)
              .minutesAgo((long) (many - i) * 3)
              .tags(about(NAMES.get(random.nextInt(NAMES.size()))))
              .title("Number " + i)
              .reading();
      Placement alone = Samples.alone(reading);
      Placed earlier = i == 0 ? placed(reading, alone) : news.get(random.nextInt(i));
      Placement placement =
          switch (random.nextInt(4)) {
            case 0 -> new Placement(null, earlier.placement().story(), "the same event");
            case 1 -> copyOf(reading, earlier);
            default -> alone;
          };
      news.add(placed(reading, placement));
    }
    return news;
  }

  private static Placement copyOf(Reading reading, Placed earlier) {
    ArticleId group = earlier.placement().copyGroup(earlier.reading().id());
    return new Placement(group, new StoryId(reading.id()), "the same text");
  }

  private static void publish(Store store, List<Placed> news) {
    store
        .articles()
        .accept(news.stream().map(p -> accepted(p.reading())).toList(), Optional.empty());
    store.articles().place(news);
  }

  /** Returns each list, folded and whole, as address and number of outlets. */
  private static List<List<String>> views(Store store) {
    List<Filter> filters = new ArrayList<>(List.of(Filter.ALL));
    NAMES.forEach(name -> filters.add(Filter.tag(TagKey.of(name))));
    List<List<String>> views = new ArrayList<>();
    for (Filter filter : filters) {
      for (boolean folded : List.of(true, false)) {
        ListQuery query = new ListQuery(filter, Audience.PUBLIC, null, 100, folded);
        views.add(
            store.articles().list(query).listings().stream()
                .map(listing -> listing.card().url() + " " + listing.outlets())
                .toList());
      }
    }
    return views;
  }

  private static List<Optional<StoryId>> stories(Store store, List<Placed> all) {
    return all.stream()
        .map(p -> store.articles().findStory(new StoryId(p.reading().id())))
        .toList();
  }

  /** Drops as {@code ingest} does: pass after pass, until nothing goes any more. */
  private long drop(Optional<SourceId> source, String limits) {
    return drop(source, limits, NOON);
  }

  private long drop(Optional<SourceId> source, String limits, Instant now) {
    Optional<Cursor> upTo = store.archive().surplus(source, rule(limits), now);
    long dropped = 0;
    int last = upTo.isPresent() ? 1 : 0;
    while (last > 0) {
      last = 0;
      Optional<Cursor> after = Optional.empty();
      do {
        Sweep sweep = store.archive().drop(new Stretch(source, after, upTo.orElseThrow()), 7);
        last += sweep.dropped();
        after = sweep.last();
      } while (after.isPresent());
      dropped += last;
    }
    return dropped;
  }

  private static Retention rule(String limits) {
    return Retention.parse(limits).orElseThrow();
  }

  private int forget(Instant before) {
    return store.archive().forget(before, Long.MAX_VALUE, 9);
  }

  /** Says that a source has been polled and brought a body. */
  private void read(SourceId source, Instant at) {
    store.sources().record(List.of(poll(source, at, at.plus(DAY))));
  }

  private List<Listing> listings() {
    return store.articles().list(ListQuery.first(Filter.ALL, Audience.OWNER, 30)).listings();
  }

  private List<String> folded() {
    return listings().stream().map(listing -> listing.card().url()).toList();
  }

  /** Returns the placement of a copy that is in no story. */
  private static Placement apart(Reading copy, Reading first) {
    return new Placement(first.id(), new StoryId(copy.id()), "the same text");
  }
}
