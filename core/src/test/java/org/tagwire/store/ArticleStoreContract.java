package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.Shard;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.ArticleStore.Merged;
import org.tagwire.store.ArticleStore.Regrouped;
import org.tagwire.store.ArticleStore.StoryLink;

/** How articles enter, change and leave, whatever the engine. */
public abstract class ArticleStoreContract extends StoreContract {
  private static final Shard ENGLISH = new Shard(Language.ENGLISH);

  @Test
  void keepsAReadingAsItWasUntilItIsPlaced() {
    Reading reading =
        article("https://lantern.example/1").source(lantern).tags(about("Ada Quill")).reading();
    accept(reading);
    assertThat(store.articles().pending(ENGLISH, 10)).containsExactly(reading);
    assertThat(store.articles().pendingShards()).containsExactly(ENGLISH);
    assertThat(find(reading.id())).isInstanceOf(Lookup.Unknown.class);
    assertThat(store.articles().count()).isZero();
  }

  @Test
  void findsAPlacedArticleWithItsPlacementAndCard() {
    Reading reading = article("https://lantern.example/1").source(lantern).reading();
    accept(reading);
    place(placed(reading));
    assertThat(find(reading.id()))
        .isEqualTo(
            new Lookup.Found(
                new Article(reading, Samples.alone(reading), store.articles().lastChange()),
                Samples.card(reading, Samples.alone(reading))));
    assertThat(store.articles().pending(ENGLISH, 10)).isEmpty();
    assertThat(store.articles().pendingShards()).isEmpty();
    assertThat(store.articles().count()).isOne();
  }

  @Test
  void changesNothingWhenTheSameIsAcceptedAndPlacedTwice() {
    Reading reading =
        article("https://lantern.example/1").source(lantern).tags(about("Ada Quill")).reading();
    for (int i = 0; i < 2; i++) {
      store
          .articles()
          .accept(
              List.of(accepted(reading)), Optional.of(poll(lantern, NOON, NOON.plusSeconds(60))));
      place(placed(reading));
    }
    assertThat(store.articles().lastChange()).isOne();
    assertThat(store.articles().count()).isOne();
    assertThat(store.articles().pendingShards()).isEmpty();
    assertThat(store.sources().lastPolls(lantern)).hasSize(1);
    assertThat(store.sources().list(Audience.OWNER).getFirst().articles()).isOne();
  }

  @Test
  void remembersWhatAnItemSaid() {
    Reading reading = article("https://lantern.example/1").source(lantern).reading();
    accept(reading);
    assertThat(store.articles().seen(lantern, Set.of(reading.announcement().key())))
        .isEqualTo(
            Map.of(
                reading.announcement().key(),
                new ArticleStore.Seen(reading.id(), reading.announcement().contentHash())));
    assertThat(store.articles().seen(ferry, Set.of(reading.announcement().key()))).isEmpty();
  }

  @Test
  void keepsOneArticleWithTwoSourcesForOneUrl() {
    Reading first = article("https://lantern.example/1").source(lantern).reading();
    accept(first);
    place(placed(first));
    Reading again =
        article("https://lantern.example/1").source(ferry).title("Otherwise worded").reading();
    store.articles().accept(List.of(link(again)), Optional.empty());
    assertThat(store.articles().count()).isOne();
    ArticleStore.Change change = store.articles().changes(1, 10).getFirst();
    assertThat(change.sources()).containsExactly(lantern, ferry);
    assertThat(change.article().orElseThrow().text().title()).isEqualTo("Harbour fair opens");
    assertThat(urls(Filter.sources(List.of(ferry)), Audience.PUBLIC)).containsExactly(first.url());
  }

  @Test
  void replacesTheTextOfACorrectionAndKeepsItsPlaceInLists() {
    publish(
        article("https://lantern.example/1")
            .source(lantern)
            .minutesAgo(60)
            .tags(about("Ada Quill")),
        article("https://lantern.example/2").source(lantern).minutesAgo(30));
    Reading corrected =
        article("https://lantern.example/1")
            .source(lantern)
            .title("Fair opens late")
            .tags(about("Ben Ode"))
            .reading();
    accept(corrected);
    assertThat(store.articles().pending(ENGLISH, 10)).hasSize(1);
    Reading waiting = store.articles().pending(ENGLISH, 10).getFirst();
    assertThat(waiting.timing().order()).isEqualTo(NOON.minus(Duration.ofMinutes(60)));
    place(placed(waiting));
    assertThat(urls(Filter.ALL, Audience.PUBLIC))
        .containsExactly("https://lantern.example/2", "https://lantern.example/1");
    assertThat(urls(Filter.tag(TagKey.of("Ada Quill")), Audience.PUBLIC)).isEmpty();
    assertThat(urls(Filter.tag(TagKey.of("Ben Ode")), Audience.PUBLIC)).hasSize(1);
  }

  @Test
  void leavesTheNewerReadingWaitingWhenTheOlderOneIsPlaced() {
    Reading older = article("https://lantern.example/1").source(lantern).reading();
    Reading newer =
        article("https://lantern.example/1").source(lantern).title("Corrected").reading();
    accept(older);
    accept(newer);
    place(placed(older));
    assertThat(store.articles().pending(ENGLISH, 10)).containsExactly(newer);
    assertThat(find(older.id())).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void givesEachPlacementAChangeNumberAndEachArticleItsLast() {
    publish(article("https://lantern.example/1"), article("https://lantern.example/2"));
    publish(article("https://lantern.example/1").title("Corrected"));
    List<ArticleStore.Change> changes = store.articles().changes(0, 10);
    assertThat(changes).extracting(ArticleStore.Change::number).containsExactly(2L, 3L);
    assertThat(changes.getLast().id()).isEqualTo(ArticleId.mint("https://lantern.example/1"));
    assertThat(store.articles().changes(2, 10)).hasSize(1);
    assertThat(store.articles().lastChange()).isEqualTo(3);
  }

  @Test
  void withdrawsAnArticleFromEveryListAndTellsFollowers() {
    publish(article("https://lantern.example/1").tags(about("Ada Quill")));
    ArticleId id = ArticleId.mint("https://lantern.example/1");
    store.articles().withdraw(List.of(id), "gone at the publisher's", NOON);
    assertThat(find(id)).isEqualTo(new Lookup.Withdrawn("gone at the publisher's"));
    assertThat(urls(Filter.ALL, Audience.OWNER)).isEmpty();
    assertThat(urls(Filter.tag(TagKey.of("Ada Quill")), Audience.OWNER)).isEmpty();
    assertThat(store.articles().findRaw(id)).isEmpty();
    assertThat(store.articles().changes(1, 10).getFirst().article()).isEmpty();
    assertThat(store.articles().count()).isZero();
  }

  @Test
  void namesArticlesThatTheirPublishersHaveEnded() {
    publish(article("https://lantern.example/late").endsAt(NOON.plusSeconds(60)));
    publish(article("https://lantern.example/early").endsAt(NOON));
    publish(article("https://lantern.example/never"));
    ArticleId early = ArticleId.mint("https://lantern.example/early");
    ArticleId late = ArticleId.mint("https://lantern.example/late");
    assertThat(store.articles().expired(NOON.minusMillis(1), 10)).isEmpty();
    assertThat(store.articles().expired(NOON, 10)).containsExactly(early);
    assertThat(store.articles().expired(NOON.plusSeconds(99), 10)).containsExactly(early, late);
    assertThat(store.articles().expired(NOON.plusSeconds(99), 1)).containsExactly(early);

    store.articles().withdraw(List.of(early), "ended", NOON);
    accept(article("https://lantern.example/late").title("It stays after all").reading());
    assertThat(store.articles().expired(NOON.plusSeconds(99), 10)).isEmpty();
  }

  @Test
  void keepsAWithdrawnArticleGoneWhenItsSourceGoesOn() {
    publish(article("https://lantern.example/1"));
    ArticleId id = ArticleId.mint("https://lantern.example/1");
    store.articles().withdraw(List.of(id), "gone", NOON);
    accept(article("https://lantern.example/1").title("Back again").reading());
    assertThat(find(id)).isInstanceOf(Lookup.Withdrawn.class);
    assertThat(store.articles().pendingShards()).isEmpty();
  }

  @Test
  void knowsEveryUrlAnArticleEverHad() {
    Reading reading = article("https://lantern.example/1").reading();
    store
        .articles()
        .accept(
            List.of(
                new ArticleStore.Accepted(
                    reading, Optional.empty(), List.of("https://lantern.example/amp/1"), false)),
            Optional.empty());
    assertThat(
            store
                .articles()
                .findByUrls(
                    List.of(reading.url(), "https://lantern.example/amp/1", "https://no.example/")))
        .isEqualTo(
            Map.of(reading.url(), reading.id(), "https://lantern.example/amp/1", reading.id()));
  }

  @Test
  void redirectsTheYoungerOfTwoArticlesThatTurnOutToBeOne() {
    publish(article("https://lantern.example/1"), article("https://lantern.example/2?from=feed"));
    Reading younger =
        article("https://lantern.example/2?from=feed").title("Now with a canonical URL").reading();
    store
        .articles()
        .accept(
            List.of(
                new ArticleStore.Accepted(
                    younger, Optional.empty(), List.of("https://lantern.example/1"), false)),
            Optional.empty());
    ArticleId older = ArticleId.mint("https://lantern.example/1");
    assertThat(find(younger.id())).isEqualTo(new Lookup.Redirect(older));
    assertThat(store.articles().findByUrls(List.of(younger.url())).values()).containsOnly(older);
    assertThat(store.articles().count()).isOne();
  }

  @Test
  void redirectsAMergedStoryAndBringsItsArticlesAlong() {
    Reading old = article("https://lantern.example/1").minutesAgo(90).reading();
    Reading young = article("https://lantern.example/2").minutesAgo(60).reading();
    Reading member = article("https://ferry.example/3").minutesAgo(30).reading();
    accept(old, young, member);
    place(placed(old), placed(young), placed(member, inStory(young)));
    long before = store.articles().lastChange();
    place(placed(young, inStory(old)));
    assertThat(store.articles().findStory(new StoryId(young.id()))).contains(new StoryId(old.id()));
    assertThat(urls(Filter.story(new StoryId(old.id())), Audience.PUBLIC))
        .containsExactly(member.url(), young.url(), old.url());
    assertThat(store.articles().changes(before, 10))
        .extracting(change -> change.card().orElseThrow().group().story())
        .containsOnly(new StoryId(old.id()))
        .hasSize(2);
    long after = store.articles().lastChange();
    place(placed(young, inStory(old)));
    assertThat(store.articles().lastChange()).isEqualTo(after);
  }

  @Test
  void regroupsPlacedArticlesAndRedirectsTheYoungerOfTwoStories() {
    Reading old = article("https://lantern.example/1").minutesAgo(90).reading();
    Reading young = article("https://lantern.example/2").minutesAgo(60).reading();
    Reading stray = article("https://ferry.example/3").minutesAgo(30).reading();
    accept(old, young, stray);
    place(placed(old), placed(young), placed(stray, inStory(young)));
    long before = store.articles().lastChange();
    List<Regrouped> moves =
        List.of(
            new Regrouped(young.id(), new StoryId(old.id()), "one event"),
            new Regrouped(stray.id(), new StoryId(stray.id()), "another event"));
    List<Merged> merges = List.of(new Merged(new StoryId(old.id()), new StoryId(young.id())));
    store.articles().regroup(moves, merges);
    assertThat(store.articles().findStory(new StoryId(young.id()))).contains(new StoryId(old.id()));
    assertThat(urls(Filter.story(new StoryId(old.id())), Audience.PUBLIC))
        .containsExactly(young.url(), old.url());
    assertThat(urls(Filter.story(new StoryId(stray.id())), Audience.PUBLIC))
        .containsExactly(stray.url());
    assertThat(store.articles().findAll(List.of(stray.id()), Audience.OWNER))
        .extracting(article -> article.placement().reason())
        .containsExactly("another event");
    assertThat(store.articles().changes(before, 10))
        .extracting(ArticleStore.Change::id)
        .containsExactlyInAnyOrder(young.id(), stray.id());
    long after = store.articles().lastChange();
    store.articles().regroup(moves, merges);
    assertThat(store.articles().lastChange()).isEqualTo(after);
  }

  @Test
  void partsAStoryThatHadBeenMergedAndFreesItsAddress() {
    Reading old = article("https://lantern.example/1").minutesAgo(90).reading();
    Reading young = article("https://lantern.example/2").minutesAgo(60).reading();
    accept(old, young);
    place(placed(old), placed(young));
    StoryId kept = new StoryId(old.id());
    StoryId gone = new StoryId(young.id());
    store
        .articles()
        .regroup(
            List.of(new Regrouped(young.id(), kept, "one event")), List.of(new Merged(kept, gone)));
    store.articles().regroup(List.of(new Regrouped(young.id(), gone, "two events")), List.of());
    assertThat(store.articles().findStory(gone)).contains(gone);
    assertThat(urls(Filter.story(kept), Audience.PUBLIC)).containsExactly(old.url());
    assertThat(urls(Filter.story(gone), Audience.PUBLIC)).containsExactly(young.url());
  }

  @Test
  void knowsAStorysEventInOtherLanguagesAfterMergesToo() {
    Reading english = article("https://lantern.example/1").minutesAgo(90).reading();
    Reading german = article("https://ferry.example/2").minutesAgo(60).reading();
    Reading older = article("https://ferry.example/3").minutesAgo(80).reading();
    accept(english, german, older);
    place(placed(english), placed(german), placed(older));
    StoryId one = new StoryId(english.id());
    StoryId other = new StoryId(german.id());
    store.articles().linkStories(List.of(new StoryLink(one, other, "both name 214")));
    assertThat(store.articles().otherLanguages(one)).containsExactly(other);
    StoryId kept = new StoryId(older.id());
    store
        .articles()
        .regroup(
            List.of(new Regrouped(german.id(), kept, "one event")),
            List.of(new Merged(kept, other)));
    assertThat(store.articles().otherLanguages(one)).containsExactly(kept);
    assertThat(store.articles().otherLanguages(kept)).containsExactly(one);
  }

  @Test
  void placesIntoTheStoryThatAMergedOneLeadsTo() {
    Reading old = article("https://lantern.example/1").reading();
    Reading young = article("https://lantern.example/2").reading();
    Reading late = article("https://ferry.example/3").reading();
    accept(old, young, late);
    place(placed(old), placed(young), placed(young, inStory(old)), placed(late, inStory(young)));
    assertThat(find(late.id()))
        .isInstanceOfSatisfying(
            Lookup.Found.class,
            found ->
                assertThat(found.article().placement().story()).isEqualTo(new StoryId(old.id())));
  }

  @Test
  void knowsNoStoryThatNobodyFounded() {
    assertThat(store.articles().findStory(new StoryId(ArticleId.mint("https://no.example/"))))
        .isEmpty();
  }

  @Test
  void listsTheOtherArticlesWithTheSameText() {
    Reading first = article("https://lantern.example/1").minutesAgo(10).reading();
    Reading second = article("https://ferry.example/2").minutesAgo(20).reading();
    Reading third = article("https://secret.example/3").isPrivate().minutesAgo(5).reading();
    accept(first, second, third);
    place(placed(first), placed(second, copyOf(first)), placed(third, copyOf(second)));
    assertThat(store.articles().copies(second.id(), Audience.OWNER))
        .extracting(Card::url)
        .containsExactly(first.url(), third.url());
    assertThat(store.articles().copies(second.id(), Audience.PUBLIC))
        .extracting(Card::url)
        .containsExactly(first.url());
  }

  @Test
  void givesTheOwnerOfAShardItsWindowOldestFirst() {
    publish(
        article("https://lantern.example/1").minutesAgo(10),
        article("https://lantern.example/2").minutesAgo(20),
        article("https://lantern.example/3").minutesAgo(500),
        article("https://lantern.example/4").in(Language.ARABIC));
    List<Article> window = store.articles().window(ENGLISH, NOON.minus(Duration.ofMinutes(60)));
    assertThat(window)
        .extracting(a -> a.reading().url())
        .containsExactly("https://lantern.example/2", "https://lantern.example/1");
    assertThat(window.getFirst().understanding().findVector()).isPresent();
    assertThat(window.getFirst().understanding().copyPrint().size()).isEqualTo(3);
  }

  @Test
  void findsManyInTheOrderAskedFor() {
    publish(article("https://lantern.example/1"), article("https://lantern.example/2").isPrivate());
    ArticleId one = ArticleId.mint("https://lantern.example/1");
    ArticleId two = ArticleId.mint("https://lantern.example/2");
    ArticleId none = ArticleId.mint("https://no.example/");
    assertThat(store.articles().findAll(List.of(two, none, one), Audience.OWNER))
        .extracting(Article::id)
        .containsExactly(two, one);
    assertThat(store.articles().findAll(List.of(two, none, one), Audience.PUBLIC))
        .extracting(Article::id)
        .containsExactly(one);
  }

  @Test
  void keepsWhatWasReceivedAndDropsItWhenOld() {
    Reading reading = article("https://lantern.example/1").reading();
    accept(reading);
    assertThat(store.articles().findRaw(reading.id())).contains(Samples.raw(reading));
    assertThat(store.articles().dropRaw(NOON, 10)).isZero();
    assertThat(store.articles().dropRaw(NOON.plusSeconds(1), 10)).isOne();
    assertThat(store.articles().findRaw(reading.id())).isEmpty();
  }

  @Test
  void walksOverEverythingInOrderOfId() {
    for (int i = 0; i < 7; i++) {
      publish(article("https://lantern.example/" + i));
    }
    List<ArticleId> first = store.articles().walk(Optional.empty(), 4);
    List<ArticleId> rest = store.articles().walk(Optional.of(first.getLast()), 4);
    assertThat(first).hasSize(4).isSorted();
    assertThat(rest).hasSize(3).isSorted().doesNotContainAnyElementsOf(first);
  }

  @Test
  void waitsAgainAfterARereadOfThePlacedOnly() {
    publish(article("https://lantern.example/1"));
    Reading placed = article("https://lantern.example/1").reading();
    Reading unknown = article("https://lantern.example/2").reading();
    Reading better =
        new Reading(
            placed.id(),
            placed.url(),
            placed.announcement(),
            placed.credit(),
            placed.timing(),
            placed.text(),
            placed.understanding(),
            placed.limits(),
            new StageVersions(2, 0, 2));
    store.articles().reread(List.of(better, unknown));
    assertThat(store.articles().pending(ENGLISH, 10)).containsExactly(better);
    assertThat(find(placed.id())).isInstanceOf(Lookup.Found.class);
    place(placed(placed));
    assertThat(store.articles().pending(ENGLISH, 10)).hasSize(1);
    place(placed(better));
    assertThat(store.articles().pending(ENGLISH, 10)).isEmpty();
  }

  @Test
  void showsPrivateArticlesToTheOwnerOnly() {
    publish(article("https://secret.example/1").source(secret).isPrivate());
    ArticleId id = ArticleId.mint("https://secret.example/1");
    assertThat(store.articles().find(id, Audience.PUBLIC)).isInstanceOf(Lookup.Unknown.class);
    assertThat(store.articles().find(id, Audience.OWNER)).isInstanceOf(Lookup.Found.class);
    store.articles().withdraw(List.of(id), "gone", NOON);
    assertThat(store.articles().find(id, Audience.PUBLIC)).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void neverShowsThePublicWhatOnlyAPrivateSourceSaid() {
    String url = "https://lantern.example/1";
    publish(article(url).source(lantern).body("What everybody may read."));
    Reading subscriber =
        article(url).source(secret).isPrivate().body("What subscribers read.").reading();
    accept(subscriber);
    assertThat(store.articles().pending(ENGLISH, 10)).isEmpty();
    assertThat(body(url)).isEqualTo("What everybody may read.");
  }

  @Test
  void opensAPrivateArticleWithThePublicSourcesText() {
    String url = "https://lantern.example/1";
    publish(article(url).source(secret).isPrivate().body("What subscribers read."));
    Reading open = article(url).source(lantern).body("What everybody may read.").reading();
    store.articles().accept(List.of(link(open)), Optional.empty());
    assertThat(body(url)).isEqualTo("What everybody may read.");
    place(placed(store.articles().pending(ENGLISH, 1).getFirst()));
    assertThat(urls(Filter.ALL, Audience.PUBLIC)).containsExactly(url);
  }

  @Test
  void followsASourceThatIsMadePrivateAndPublicAgain() {
    publish(article("https://lantern.example/1").source(lantern).tags(about("Ada Quill")));
    Source source = store.sources().find(lantern, Audience.OWNER).orElseThrow();
    store.sources().update(with(source, Visibility.PRIVATE));
    assertThat(urls(Filter.ALL, Audience.PUBLIC)).isEmpty();
    assertThat(store.articles().lastChange()).isEqualTo(2);
    store.sources().update(with(source, Visibility.PUBLIC));
    assertThat(urls(Filter.ALL, Audience.PUBLIC)).hasSize(1);
    SourceId gone = secret;
    assertThat(store.sources().find(gone, Audience.PUBLIC)).isEmpty();
  }

  private String body(String url) {
    return ((Lookup.Found) store.articles().find(ArticleId.mint(url), Audience.PUBLIC))
        .article()
        .text()
        .plain();
  }

  private static Source with(Source source, Visibility visibility) {
    return new Source(
        source.id(),
        source.url(),
        source.kind(),
        source.title(),
        source.publisher(),
        source.folder(),
        visibility,
        source.pages());
  }
}
