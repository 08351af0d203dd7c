package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Reading;
import org.tagwire.model.Tombstone;
import org.tagwire.store.ArticleStore.Lookup;

/** What must stay gone, whatever the engine. */
public abstract class TombstoneStoreContract extends StoreContract {
  @Test
  void withdrawsTheArticleItCoversAndKeepsItGone() {
    Reading reading = article("https://a.example/1").reading();
    accept(reading);
    place(placed(reading));
    store.tombstones().put(tombstone(Tombstone.Kind.ARTICLE, reading.id().hex()));
    assertThat(find(reading.id())).isEqualTo(new Lookup.Withdrawn("asked for by letter"));
    accept(article("https://a.example/1").title("Back again").reading());
    assertThat(find(reading.id())).isInstanceOf(Lookup.Withdrawn.class);
    assertThat(store.tombstones().covers(reading.url())).isTrue();
  }

  @Test
  void refusesANewArticleUnderACoveredPrefixButRemembersTheItem() {
    store.tombstones().put(tombstone(Tombstone.Kind.URL_PREFIX, "https://a.example/private/"));
    Reading covered = article("https://a.example/private/1").reading();
    Reading free = article("https://a.example/public/1").reading();
    accept(covered, free);
    place(placed(covered), placed(free));
    assertThat(urls(Filter.ALL, Audience.OWNER)).containsExactly(free.url());
    assertThat(find(covered.id())).isInstanceOf(Lookup.Withdrawn.class);
    assertThat(store.articles().seen(lantern, Set.of(covered.announcement().key()))).hasSize(1);
    assertThat(store.articles().findRaw(covered.id())).isEmpty();
  }

  @Test
  void withdrawsAllUnderAPrefix() {
    publish(
        article("https://a.example/x/1"),
        article("https://a.example/x/2"),
        article("https://a.example/y"));
    store.tombstones().put(tombstone(Tombstone.Kind.URL_PREFIX, "https://a.example/x/"));
    assertThat(urls(Filter.ALL, Audience.OWNER)).containsExactly("https://a.example/y");
    assertThat(store.articles().changes(3, 10)).hasSize(2);
  }

  @Test
  void coversByTheShorterOfTwoPrefixesToo() {
    store.tombstones().put(tombstone(Tombstone.Kind.URL_PREFIX, "https://a.example/n"));
    store.tombstones().put(tombstone(Tombstone.Kind.URL_PREFIX, "https://a.example/news/2024"));
    assertThat(store.tombstones().covers("https://a.example/news/2025")).isTrue();
    assertThat(store.tombstones().covers("https://a.example/m")).isFalse();
    assertThat(store.tombstones().covers("https://a.example/")).isFalse();
  }

  @Test
  void changesNothingWhenPutUpTwice() {
    Tombstone name = tombstone(Tombstone.Kind.NAME, "c0ffee");
    store.tombstones().put(name);
    store.tombstones().put(name);
    assertThat(store.tombstones().list()).isEqualTo(List.of(name));
    assertThat(find(ArticleId.mint("https://a.example/1"))).isInstanceOf(Lookup.Unknown.class);
  }

  @Test
  void hidesANameOrShowsItByWhatWasSaidLast() {
    List<Tombstone> said =
        List.of(
            said(Tombstone.Kind.NAME, 0),
            said(Tombstone.Kind.NAME_SHOWN, 1),
            said(Tombstone.Kind.NAME, 2));
    List<Set<String>> hidden = new ArrayList<>();
    for (Tombstone stone : said) {
      store.tombstones().put(stone);
      hidden.add(store.tags().withheld().names());
    }
    assertThat(hidden).containsExactly(Set.of("c0ffee"), Set.of(), Set.of("c0ffee"));
    assertThat(store.tombstones().list()).containsExactly(said.get(1), said.get(2));

    // what an older backup still knows changes nothing
    said.forEach(store.tombstones()::put);
    assertThat(store.tombstones().list()).containsExactly(said.get(1), said.get(2));
    assertThat(store.tags().withheld().names()).containsExactly("c0ffee");
  }

  private static Tombstone said(Tombstone.Kind kind, int minute) {
    return new Tombstone(kind, "c0ffee", "reason " + minute, NOON.plusSeconds(60L * minute));
  }

  private static Tombstone tombstone(Tombstone.Kind kind, String value) {
    return new Tombstone(kind, value, "asked for by letter", NOON);
  }
}
