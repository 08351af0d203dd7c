package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Notice;
import org.tagwire.model.Notice.Outcome;
import org.tagwire.model.Notice.State;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tombstone;
import org.tagwire.model.Withheld;
import org.tagwire.model.Withheld.Dispute;

/** What readers have told the owner, whatever the engine. */
public abstract class NoticeStoreContract extends StoreContract {
  private static final TagKey MILO = TagKey.of("Milo Tarn");
  private static final ArticleId ARTICLE = ArticleId.mint("https://a.example/1");

  @Test
  void keepsANoticeAsItCameInAndLeavesAKnownIdAlone() {
    Notice notice = notice('a', true);
    store.notices().add(notice);
    store.notices().add(notice('a', false));
    assertThat(store.notices().find(notice.id())).contains(notice);
    assertThat(store.notices().find("b".repeat(26))).isEmpty();
    assertThat(store.notices().countOpen()).isEqualTo(1);
    assertThat(store.notices().countHiding()).isEqualTo(1);
  }

  @Test
  void listsThoseThatWaitFirstAndThenTheLatest() {
    store.notices().add(notice('a', false));
    store.notices().add(notice('b', false));
    store.notices().add(notice('c', false));
    store.notices().answer("c".repeat(26), new Outcome(State.DONE, "Done.", NOON));
    assertThat(store.notices().list(9))
        .extracting(notice -> notice.id().charAt(0))
        .containsExactly('b', 'a', 'c');
    assertThat(store.notices().list(1)).hasSize(1);
    assertThat(store.notices().answer("z".repeat(26), Outcome.RECEIVED)).isFalse();
  }

  @Test
  void withholdsADisputedTagUntilTheOwnerHasAnswered() {
    Withheld before = store.tags().withheld();
    store.notices().add(notice('a', true));
    store.notices().add(notice('b', false));
    Withheld during = store.tags().withheld();
    assertThat(before).isEqualTo(Withheld.NONE);
    assertThat(during.disputes()).isEqualTo(Set.of(new Dispute(MILO, ARTICLE)));
    store.notices().answer("a".repeat(26), new Outcome(State.IN_WORK, "", NOON));
    assertThat(store.tags().withheld()).isSameAs(during);
    store.notices().answer("a".repeat(26), new Outcome(State.REFUSED, "No.", NOON));
    assertThat(store.tags().withheld().isEmpty()).isTrue();
  }

  @Test
  void withholdsHiddenNamesFromTheMomentTheyArePutUp() {
    store.upkeep().putProperty(Upkeep.SUPPRESSION_SECRET, "00".repeat(16));
    store.tombstones().put(new Tombstone(Tombstone.Kind.NAME, "c0ffee", "asked for", NOON));
    assertThat(store.tags().withheld().names()).containsExactly("c0ffee");
    assertThat(store.tags().withheld().secrets()).isEqualTo(List.of("00".repeat(16)));
    assertThat(store.tags().withheld().toString()).doesNotContain("c0ffee", "0000");
  }

  @Test
  void forgetsWhatWasWrittenAndKeepsWhatWasDecided() {
    store.notices().add(notice('a', false));
    store.notices().add(notice('b', false));
    store.notices().answer("a".repeat(26), new Outcome(State.DONE, "Gone.", NOON));
    assertThat(store.notices().forget(NOON)).isZero();
    assertThat(store.notices().forget(NOON.plusSeconds(1))).isEqualTo(1);
    assertThat(store.notices().forget(NOON.plusSeconds(1))).isZero();
    Notice forgotten = store.notices().find("a".repeat(26)).orElseThrow();
    assertThat(forgotten.text()).isEmpty();
    assertThat(forgotten.email()).isEmpty();
    assertThat(forgotten.outcome().answer()).isEqualTo("Gone.");
    assertThat(store.notices().find("b".repeat(26)).orElseThrow().text()).isNotEmpty();
  }

  private static Notice notice(char letter, boolean hides) {
    Instant received = NOON.plusSeconds(letter);
    return new Notice(
        String.valueOf(letter).repeat(26),
        received,
        Notice.Kind.WRONG_TAG,
        "article/" + ARTICLE.hex(),
        ARTICLE,
        MILO,
        "That is my namesake.",
        "reader@example.org",
        "en",
        hides,
        Outcome.RECEIVED);
  }
}
