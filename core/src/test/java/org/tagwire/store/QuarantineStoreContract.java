package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.store.QuarantineStore.Breakage;
import org.tagwire.store.QuarantineStore.Entry;
import org.tagwire.store.QuarantineStore.Fault;

/** What a bug broke on, whatever the engine. */
public abstract class QuarantineStoreContract extends StoreContract {
  private static final Fault FAULT =
      new Fault("extract", "java.lang.Error: no\nand no", List.of("a.B.c(B.java:1)", "d.E.f(E:2)"));

  private final Reading reading = article("https://a.example/1").reading();

  @Test
  void setsApartWhatBrokeThrice() {
    ItemKey key = reading.announcement().key();
    for (int tries = 1; tries <= QuarantineStore.TRIES; tries++) {
      Instant at = NOON.plusSeconds(tries);
      Entry entry = store.quarantine().broke(breakage(reading, null, at));
      assertThat(entry.tries()).isEqualTo(tries);
      assertThat(entry.since()).isEqualTo(NOON.plusSeconds(1));
      assertThat(entry.last().at()).isEqualTo(at);
      boolean apart = tries == QuarantineStore.TRIES;
      assertThat(entry.isSetApart()).isEqualTo(apart);
      assertThat(store.quarantine().count()).isEqualTo(apart ? 1 : 0);
      assertThat(store.quarantine().setApart(lantern))
          .isEqualTo(apart ? Map.of(key, reading.announcement().contentHash()) : Map.of());
    }
    assertThat(store.quarantine().setApart(ferry)).isEmpty();
  }

  @Test
  void tellsWhatBrokeAndWhatWasReceived() {
    Entry entry = store.quarantine().broke(breakage(reading, null, NOON));
    assertThat(entry.last().fault()).isEqualTo(FAULT);
    assertThat(entry.last().url()).isEqualTo(reading.url());
    assertThat(entry.last().article()).isNull();
    assertThat(store.quarantine().list()).containsExactly(entry);
    assertThat(store.quarantine().find(entry.number())).contains(entry);
    assertThat(store.quarantine().find(entry.number() + 1)).isEmpty();
    assertThat(store.quarantine().findRaw(entry.number())).contains(raw(reading));
    store.quarantine().remove(entry.number());
    assertThat(store.quarantine().list()).isEmpty();
    assertThat(store.quarantine().findRaw(entry.number())).isEmpty();
  }

  @Test
  void listsTheLatestFirst() {
    broke("https://a.example/1", NOON);
    broke("https://a.example/2", NOON.plusSeconds(9));
    broke("https://a.example/3", NOON.plusSeconds(5));
    assertThat(store.quarantine().list())
        .extracting(entry -> entry.last().url())
        .containsExactly("https://a.example/2", "https://a.example/3", "https://a.example/1");
  }

  @Test
  void letsGoOfAnItemInTheTransactionThatAcceptsIt() {
    store.quarantine().broke(breakage(reading, null, NOON));
    broke("https://a.example/other", NOON);
    accept(reading);
    assertThat(store.quarantine().list())
        .extracting(entry -> entry.last().url())
        .containsExactly("https://a.example/other");
  }

  @Test
  void hasAReadingThatBrokeThriceWaitNoLonger() {
    accept(reading);
    broke(reading, 2);
    assertThat(store.articles().pending(Samples.shard(), 9)).containsExactly(reading);
    broke(reading, 1);
    assertThat(store.articles().pendingShards()).isEmpty();
    assertThat(store.quarantine().count()).isOne();
    assertThat(store.quarantine().setApart(lantern)).isEmpty();
    assertThat(store.upkeep().check()).isEmpty();
    accept(reading);
    assertThat(store.articles().pendingShards()).isEmpty();
  }

  @Test
  void hasAReleasedReadingWaitAgainForOneTry() {
    accept(reading);
    broke(reading, 3);
    store.quarantine().release(store.quarantine().list().getFirst().number(), NOON);
    assertThat(store.articles().pending(Samples.shard(), 9)).containsExactly(reading);
    broke(reading, 1);
    assertThat(store.articles().pendingShards()).isEmpty();
    store.quarantine().release(store.quarantine().list().getFirst().number(), NOON);
    place(placed(reading));
    assertThat(store.quarantine().list()).isEmpty();
    assertThat(urls(Filter.ALL, Audience.OWNER)).containsExactly(reading.url());
  }

  @Test
  void hasANewerReadingWaitAndForgetsTheOlder() {
    accept(reading);
    broke(reading, 3);
    Reading newer = article("https://a.example/1").title("Mended").reading();
    accept(newer);
    assertThat(store.articles().pending(Samples.shard(), 9)).containsExactly(newer);
    assertThat(store.quarantine().list()).isEmpty();
  }

  @Test
  void keepsWhatIsShownWhileItsCorrectionIsSetApart() {
    publish(article("https://a.example/1"));
    Reading newer = article("https://a.example/1").title("Mended").reading();
    accept(newer);
    broke(newer, 3);
    assertThat(urls(Filter.ALL, Audience.OWNER)).containsExactly(reading.url());
    store.articles().withdraw(List.of(reading.id()), "gone", NOON);
    assertThat(store.quarantine().list()).isEmpty();
  }

  @Test
  void asksForTheWholeFeedOfAReleasedItemAtOnce() {
    store.sources().record(List.of(poll(lantern, NOON, NOON.plus(Duration.ofHours(9)))));
    Entry entry = store.quarantine().broke(breakage(reading, null, NOON));
    store.quarantine().release(entry.number(), NOON.plusSeconds(60));
    assertThat(store.quarantine().list()).isEmpty();
    List<DueSource> due =
        store.sources().claimDue(NOON.plusSeconds(60), Duration.ofMinutes(1), 9).stream()
            .filter(d -> d.source().id().equals(lantern))
            .toList();
    assertThat(due).hasSize(1);
    assertThat(due.getFirst().plan().findEtag()).isEmpty();
    assertThat(due.getFirst().plan().findLastModified()).isEmpty();
  }

  @Test
  void goesWithItsSource() {
    broke("https://a.example/1", NOON);
    store.sources().remove(lantern);
    assertThat(store.quarantine().list()).isEmpty();
  }

  @Test
  void forgetsWhatNobodyHasTriedForLong() {
    broke("https://a.example/1", NOON);
    broke("https://a.example/2", NOON.plusSeconds(1));
    assertThat(store.quarantine().forget(NOON.plusSeconds(1))).isOne();
    assertThat(store.quarantine().list()).hasSize(1);
  }

  @Test
  void keepsTheBytesOfTheNewestOnly() {
    for (int i = 0; i <= QuarantineStore.MOST_WITH_BYTES; i++) {
      broke("https://a.example/" + i, NOON.plusSeconds(i));
    }
    List<Entry> all = store.quarantine().list();
    assertThat(all).hasSize(QuarantineStore.MOST_WITH_BYTES + 1);
    assertThat(store.quarantine().findRaw(all.getLast().number())).isEmpty();
    assertThat(store.quarantine().findRaw(all.get(all.size() - 2).number())).isPresent();
  }

  private void broke(String url, Instant at) {
    store.quarantine().broke(breakage(article(url).reading(), null, at));
  }

  /** Has placing a reading break so many times. */
  private void broke(Reading which, int times) {
    for (int i = 0; i < times; i++) {
      store.quarantine().broke(breakage(which, which.id(), NOON.plusSeconds(i)));
    }
  }

  private static Raw raw(Reading reading) {
    return new Raw(Samples.raw(reading).item(), new byte[] {'<', 'p', '>'}, "text/html");
  }

  private static Breakage breakage(Reading reading, @Nullable ArticleId article, Instant at) {
    return new Breakage(
        reading.announcement().source(),
        reading.announcement().key(),
        reading.announcement().contentHash(),
        reading.url(),
        article,
        FAULT,
        Optional.of(raw(reading)),
        at);
  }
}
