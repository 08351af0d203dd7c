package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;
import static org.tagwire.model.Samples.mentions;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Page;
import org.tagwire.model.Reading;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.WatchedName;
import org.tagwire.store.WatchStore.Changed;
import org.tagwire.store.WatchStore.Days;
import org.tagwire.store.WatchStore.Found;
import org.tagwire.store.WatchStore.Progress;
import org.tagwire.store.WatchStore.Tally;
import org.tagwire.store.WatchStore.TooMany;
import org.tagwire.store.WatchStore.Watched;

/** How watched names are kept and hung on articles, whatever the engine. */
public abstract class WatchStoreContract extends StoreContract {
  private static final WatchedName QUELL = WatchedName.of("Quell");
  private static final Tagging FOUND = mentions("Quell");
  private static final String FIRST = "https://a.example/1";

  private WatchStore watch() {
    return store.watch();
  }

  private Article only() {
    return watch().before(Optional.empty(), 10).getFirst();
  }

  private boolean note(Article article, Tagging... tags) {
    return watch().note(List.of(new Found(article, List.of(tags))), List.of(), watch().progress());
  }

  private List<String> tagged(String name) {
    return urls(Filter.tag(TagKey.of(name)), Audience.OWNER);
  }

  @Test
  void keepsNamesAndReplacesOneByItsKey() {
    WatchedName narrow =
        new WatchedName(
            List.of("QUELL", "كويل"),
            List.of(List.of("oil", "gas"), List.of("price")),
            List.of("beach"),
            Language.ENGLISH,
            TagKind.ORGANISATION,
            true);
    assertThat(watch().list()).isEmpty();
    assertThat(watch().set(List.of(QUELL, WatchedName.of("Ada")), NOON))
        .isEqualTo(new Watched(2, 0, 0));
    assertThat(watch().set(List.of(narrow, WatchedName.of("Ada")), NOON))
        .isEqualTo(new Watched(0, 1, 1));
    assertThat(watch().find(QUELL.key())).contains(narrow);
    assertThat(watch().list()).containsExactly(WatchedName.of("Ada"), narrow);
    assertThat(watch().remove(QUELL.key())).isTrue();
    assertThat(watch().remove(QUELL.key())).isFalse();
    assertThat(watch().find(QUELL.key())).isEmpty();
  }

  @Test
  void takesAllNamesOrNone() {
    watch()
        .set(
            IntStream.range(0, WatchStore.MOST).mapToObj(i -> WatchedName.of("Name" + i)).toList(),
            NOON);
    long edition = watch().progress().edition();
    assertThat(watch().set(List.of(WatchedName.of("Name1"), QUELL), NOON))
        .isEqualTo(new TooMany(WatchStore.MOST + 1));
    assertThat(watch().progress().edition()).isEqualTo(edition);
    assertThat(watch().find(QUELL.key())).isEmpty();
  }

  @Test
  void beginsToLookBackWheneverTheNamesChange() {
    assertThat(watch().progress().done()).isTrue();
    publish(article(FIRST));
    watch().set(List.of(QUELL), NOON);
    Progress begun = watch().progress();
    assertThat(begun.done()).isFalse();
    assertThat(begun.findBack()).isEmpty();
    assertThat(begun.followed()).isEqualTo(store.articles().lastChange());
    watch().note(List.of(), List.of(), begun.finished());
    assertThat(watch().progress()).isEqualTo(begun.finished());
    watch().set(List.of(QUELL), NOON);
    assertThat(watch().progress()).isEqualTo(begun.finished());
    watch().set(List.of(WatchedName.of("Ada")), NOON);
    assertThat(watch().progress().done()).isFalse();
  }

  @Test
  void hangsAFoundNameOnItsArticleUnderANewChangeNumber() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST).tags(about("Ada Quill")), article("https://a.example/2"));
    long before = store.articles().lastChange();
    Article article = watch().before(Optional.empty(), 10).getLast();

    assertThat(note(article, FOUND)).isTrue();

    assertThat(tagged("Quell")).containsExactly(article.reading().url());
    assertThat(store.tags().find(QUELL.key()).orElseThrow().form()).isEqualTo("Quell");
    ArticleStore.Lookup.Found found = (ArticleStore.Lookup.Found) find(article.id());
    assertThat(found.article().understanding().tags())
        .containsAll(article.understanding().tags())
        .contains(FOUND);
    assertThat(found.card().chips()).hasSameSizeAs(article.understanding().about());
    List<ArticleStore.Change> changes = store.articles().changes(before, 10);
    assertThat(changes).singleElement().extracting(ArticleStore.Change::id).isEqualTo(article.id());
    assertThat(changes.getFirst().article().orElseThrow().understanding().tags()).contains(FOUND);
    assertThat(watch().changed(before, 10))
        .singleElement()
        .extracting(Changed::article)
        .satisfies(a -> assertThat(a).isNotNull())
        .satisfies(
            a ->
                assertThat(((Article) a).understanding().tags())
                    .isEqualTo(article.understanding().tags()));
  }

  @Test
  void changesNothingWhenTheSameIsFoundAgain() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST));
    note(only(), FOUND);
    long after = store.articles().lastChange();

    assertThat(note(only(), FOUND)).isFalse();

    assertThat(store.articles().lastChange()).isEqualTo(after);
  }

  @Test
  void keepsWhatTheArticlesOwnReadingSaysOfTheTag() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST).tags(about("Quell")));
    note(only(), FOUND);
    ArticleStore.Lookup.Found found = (ArticleStore.Lookup.Found) find(only().id());
    assertThat(found.article().understanding().tags()).containsExactly(about("Quell"));
    note(only());
    assertThat(tagged("Quell")).containsExactly(FIRST);
  }

  @Test
  void takesOffWhatOnlyTheWatchHadFound() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST).tags(about("Ada Quill")));
    note(only(), FOUND);
    watch().remove(QUELL.key());

    assertThat(watch().orphans(10)).extracting(Article::id).containsExactly(only().id());
    assertThat(note(only())).isTrue();

    assertThat(watch().orphans(10)).isEmpty();
    assertThat(tagged("Quell")).isEmpty();
    assertThat(tagged("Ada Quill")).containsExactly(FIRST);
    assertThat(watch().latest(Optional.empty(), 10).listings()).isEmpty();
  }

  @Test
  void leavesAnArticleAloneThatHasChangedSinceItWasRead() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST));
    Article old = only();
    Reading corrected = article(FIRST).body("Another text altogether.").reading();
    store.articles().reread(List.of(corrected));
    assertThat(note(old, FOUND)).isFalse();
    place(placed(corrected));
    assertThat(note(old, FOUND)).isFalse();
    assertThat(note(only(), FOUND)).isTrue();
  }

  @Test
  void hangsANameAgainAfterACorrection() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST));
    note(only(), FOUND);
    Reading corrected = article(FIRST).body("Quell, corrected.").reading();
    store.articles().reread(List.of(corrected));
    place(placed(corrected));
    assertThat(note(only(), FOUND)).isTrue();
    assertThat(tagged("Quell")).containsExactly(FIRST);
  }

  @Test
  void storesNothingForNamesThatHaveChangedMeanwhile() {
    publish(article(FIRST));
    watch().set(List.of(QUELL), NOON);
    Progress old = watch().progress();
    watch().set(List.of(WatchedName.of("Ada")), NOON);
    List<Found> found = List.of(new Found(only(), List.of(FOUND)));
    assertThat(watch().note(found, List.of(), old.finished())).isFalse();
    assertThat(watch().progress().done()).isFalse();
    assertThat(tagged("Quell")).isEmpty();
  }

  @Test
  void forgetsWhatWasFoundInAnArticleThatIsGone() {
    watch().set(List.of(QUELL), NOON);
    publish(article(FIRST));
    note(only(), FOUND);
    ArticleId id = only().id();
    store.articles().withdraw(List.of(id), "gone", NOON);
    assertThat(watch().latest(Optional.empty(), 10).listings()).isEmpty();
    Progress reached = watch().progress().followed(store.articles().lastChange());
    watch().note(List.of(), List.of(id), reached);
    assertThat(watch().progress()).isEqualTo(reached);
    assertThat(watch().changed(0, 10)).extracting(Changed::article).containsExactly((Article) null);
  }

  @Test
  void goesBackOverAllArticlesNewestFirst() {
    for (int i = 0; i < 5; i++) {
      publish(article("https://a.example/" + i).minutesAgo(i / 2));
    }
    List<Article> all = watch().before(Optional.empty(), 10);
    assertThat(all).hasSize(5);
    Article second = all.get(1);
    Cursor place = new Cursor(second.timing().order(), second.id());
    assertThat(watch().before(Optional.of(place), 10)).isEqualTo(all.subList(2, 5));
    assertThat(watch().before(Optional.of(place), 2)).isEqualTo(all.subList(2, 4));
  }

  @Test
  void countsTheArticlesOfEachName() {
    watch().set(List.of(QUELL, WatchedName.of("Nobody Yet")), NOON);
    publish(
        article("https://a.example/1").minutesAgo(5),
        article("https://b.example/2").carrier("ferry.example").minutesAgo(24 * 60),
        article("https://a.example/3").minutesAgo(10 * 24 * 60),
        article("https://a.example/4").minutesAgo(30 * 24 * 60));
    watch().before(Optional.empty(), 10).forEach(article -> note(article, FOUND));
    Days days =
        new Days(
            NOON.minus(Duration.ofHours(12)),
            NOON.minus(Duration.ofDays(7)),
            NOON.minus(Duration.ofDays(14)));

    List<Tally> tallies = watch().tally(days);

    assertThat(tallies).extracting(t -> t.name().name()).containsExactly("Nobody Yet", "Quell");
    Tally quell = tallies.getLast();
    assertThat(List.of(quell.today(), quell.week(), quell.before(), quell.publishers()))
        .containsExactly(1, 2, 1, 2);
    assertThat(quell.findLast().orElseThrow().url()).isEqualTo("https://a.example/1");
    assertThat(tallies.getFirst().findLast()).isEmpty();
  }

  @Test
  void listsTheNewestOfAllNamesWithNearCopiesOnce() {
    watch().set(List.of(QUELL), NOON);
    Reading first = article("https://a.example/1").minutesAgo(9).reading();
    Reading copy = article("https://b.example/2").minutesAgo(5).reading();
    Reading other = article("https://a.example/3").minutesAgo(3).reading();
    accept(first, copy, other);
    place(placed(first), placed(copy, copyOf(first)), placed(other));
    watch().before(Optional.empty(), 10).forEach(article -> note(article, FOUND));
    Page page = watch().latest(Optional.empty(), 1);
    assertThat(urls(page)).containsExactly(other.url());
    assertThat(urls(watch().latest(page.findNext(), 5))).containsExactly(first.url());
  }
}
