package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Raw;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagwireException;
import org.tagwire.store.PollRecord;
import org.tagwire.store.QuarantineStore.Entry;

/** What becomes of an item, and of the others, when a stage breaks on it every time. */
final class QuarantineTest {
  private static final String POISON = "xyzzyx";

  @TempDir Path directory;
  private PoisonedPress press;

  @AfterEach
  void leaveAStoreThatChecksOut() {
    assertThat(press.store().upkeep().check()).isEmpty();
    press.close();
  }

  @Test
  void readsTheRestOfTheFeedAndSetsThePoisonApartAfterThreeTries() throws IOException {
    open(true, 0);
    breakOnPoison();
    publishThreeAndAPoison();
    PollRecord first = press.poll();
    assertThat(titles()).hasSize(3);
    assertThat(first.items()).isEqualTo(4);
    assertThat(first.accepted()).isEqualTo(3);
    assertThat(first.detail()).contains("1 items broke").contains("tried again");
    assertThat(press.store().quarantine().count()).isZero();
    press.restart();
    press.poll();
    press.restart();
    assertThat(press.poll().detail()).contains("in quarantine");
    assertThat(press.store().quarantine().count()).isOne();
    Entry entry = only();
    assertThat(entry.tries()).isEqualTo(3);
    assertThat(entry.isSetApart()).isTrue();
    assertThat(entry.last().url()).endsWith("/pages/poison");
    assertThat(entry.last().fault().stage()).isEqualTo("understand");
    assertThat(entry.last().fault().error())
        .isEqualTo("java.lang.IllegalStateException: broke on it");
    assertThat(entry.last().fault().frames())
        .anySatisfy(frame -> assertThat(frame).contains("Analyst.understand"));
    assertThat(item(entry).item().title()).isEqualTo("Quorvath Dale takes " + POISON);
  }

  @Test
  void asksForTheWholeFeedUntilThePoisonIsSetApartAndThenNoMore() throws IOException {
    open(true, 0);
    breakOnPoison();
    publishThreeAndAPoison();
    for (int i = 0; i < 5; i++) {
      press.poll();
    }
    assertThat(press.conditions().subList(0, 3)).containsOnly("none");
    assertThat(press.conditions().subList(3, 5)).doesNotContain("none");
    assertThat(only().tries()).isEqualTo(3);
  }

  @Test
  void leavesWhatIsSetApartAloneWhenOthersComeIn() throws IOException {
    open(true, 0);
    breakOnPoison();
    publishThreeAndAPoison();
    for (int i = 0; i < 4; i++) {
      press.publish("more" + i, "More news " + i, "The ferry has been late again, " + i + ".");
      press.poll();
    }
    assertThat(titles()).hasSize(7);
    assertThat(only().tries()).isEqualTo(3);
  }

  @Test
  void keepsItemAndPageOfAMebibyteTogether() throws IOException {
    open(true, 1_500_000);
    press.poisonUnderstanding(
        text -> {
          throw new IllegalStateException("broke on it");
        });
    press.publish("big", "A long one", "Short.");
    for (int i = 0; i < 3; i++) {
      press.poll();
    }
    Raw raw = item(only());
    assertThat(raw.item().summary()).contains("Short.");
    assertThat(raw.pageType()).isEqualTo("text/html; charset=utf-8");
    assertThat(raw.findPage().orElseThrow()).hasSizeBetween(900_000, 1 << 20);
    assertThat(new String(raw.findPage().orElseThrow(), StandardCharsets.UTF_8))
        .startsWith("<title>A page</title>");
  }

  @Test
  void keepsNothingThatWasReceivedWhereNothingMayBeKept() throws IOException {
    open(false, 0);
    breakOnPoison();
    publishThreeAndAPoison();
    for (int i = 0; i < 3; i++) {
      press.poll();
    }
    assertThat(press.store().quarantine().findRaw(only().number())).isEmpty();
    assertThat(press.store().articles().walk(java.util.Optional.empty(), 9))
        .hasSize(3)
        .allSatisfy(id -> assertThat(press.store().articles().findRaw(id)).isEmpty());
    press.poisonUnderstanding(text -> {});
    assertThat(press.retrial().retry(only())).isEqualTo(Retrial.Outcome.WAITS);
    press.poll();
    assertThat(titles()).hasSize(4);
  }

  @Test
  void takesANewerVersionThatCanBeRead() throws IOException {
    open(true, 0);
    breakOnPoison();
    publishThreeAndAPoison();
    for (int i = 0; i < 3; i++) {
      press.poll();
    }
    press.publish("poison", "Mended " + POISON, "It broke in another way, " + POISON + ".");
    press.poll();
    assertThat(only().tries()).isEqualTo(4);
    press.publish("poison", "Mended at last", "Nothing to see here.");
    press.poll();
    assertThat(press.store().quarantine().list()).isEmpty();
    assertThat(titles()).hasSize(4).contains("Mended at last");
  }

  @Test
  void readsFromWhatWasReceivedWhenTriedAgain() throws IOException {
    open(true, 0);
    breakOnPoison();
    publishThreeAndAPoison();
    for (int i = 0; i < 3; i++) {
      press.poll();
    }
    press.retract("poison");
    assertThat(press.retrial().retry(only())).isEqualTo(Retrial.Outcome.BROKEN);
    assertThat(only().tries()).isEqualTo(4);
    press.poisonUnderstanding(text -> {});
    assertThat(press.retrial().retry(only())).isEqualTo(Retrial.Outcome.READ);
    press.placeAll();
    assertThat(press.store().quarantine().list()).isEmpty();
    assertThat(titles()).contains("Quorvath Dale takes " + POISON);
  }

  @Test
  void placesTheRestOfAShardAndSetsTheReadingApartAfterThreeTries() throws IOException {
    open(true, 0);
    press.poisonCards(
        keys -> {
          if (keys.contains(TagKey.of("Quorvath Dale"))) {
            throw new IllegalArgumentException("no card for this");
          }
        });
    publishThreeAndAPoison();
    press.poll();
    assertThat(titles()).hasSize(3);
    Entry entry = only();
    assertThat(entry.isSetApart()).isTrue();
    assertThat(entry.last().fault().stage()).isEqualTo("card");
    assertThat(entry.last().article()).isNotNull();
    assertThat(item(entry).item().title()).isEqualTo("Quorvath Dale takes " + POISON);
    press.restart();
    press.publish("after", "After it", "The ferry came back in the evening.");
    press.poll();
    assertThat(titles()).hasSize(4);
    assertThat(press.retrial().retry(only())).isEqualTo(Retrial.Outcome.WAITS);
    press.placeAll();
    assertThat(only().tries()).isEqualTo(3);
    press.poisonCards(keys -> {});
    assertThat(press.retrial().retry(only())).isEqualTo(Retrial.Outcome.WAITS);
    press.placeAll();
    assertThat(titles()).hasSize(5);
    assertThat(press.store().quarantine().list()).isEmpty();
  }

  @Test
  void survivesAStackThatOverflowsOnOneItem() throws IOException {
    open(true, 0);
    press.poisonUnderstanding(text -> overflow(text, text.contains(POISON) ? 1 : 0));
    publishThreeAndAPoison();
    press.poll();
    assertThat(titles()).hasSize(3);
    assertThat(only().last().fault().error()).startsWith("java.lang.StackOverflowError");
  }

  @Test
  void blamesNoItemForAHeapThatIsFullNorForBrokenSurroundings() throws IOException {
    open(true, 0);
    publishThreeAndAPoison();
    press.poisonUnderstanding(
        text -> {
          throw new OutOfMemoryError("made up");
        });
    assertThatThrownBy(press::poll).isInstanceOf(OutOfMemoryError.class);
    press.store().sources().releaseLeases();
    press.poisonUnderstanding(
        text -> {
          throw new TagwireException(ErrorCode.DISK, "the disk is full");
        });
    assertThatThrownBy(press::poll).isInstanceOf(TagwireException.class);
    assertThat(press.store().quarantine().list()).isEmpty();
  }

  private static int overflow(String text, int depth) {
    return depth == 0 ? 0 : 1 + overflow(text, depth + 1);
  }

  private void open(boolean keepsRaw, int pageBytes) throws IOException {
    press = new PoisonedPress(directory, keepsRaw, pageBytes);
  }

  private void breakOnPoison() {
    press.poisonUnderstanding(
        text -> {
          if (text.contains(POISON)) {
            throw new IllegalStateException("broke on it");
          }
        });
  }

  private void publishThreeAndAPoison() {
    press.publish("one", "Harbour fair opens", "The harbour fair opened on Tuesday.");
    press.publish("two", "Council mends the bridge", "The old bridge will be mended in winter.");
    press.publish(
        "poison",
        "Quorvath Dale takes " + POISON,
        "Quorvath Dale will stay mayor. Quorvath Dale spoke at noon. Mayor Quorvath Dale was cheered. "
            + "Nobody asked Quorvath Dale why. "
            + POISON);
    press.publish("three", "Library stays open", "The library stays open until midnight.");
  }

  private Entry only() {
    List<Entry> entries = press.store().quarantine().list();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private Raw item(Entry entry) {
    return press.store().quarantine().findRaw(entry.number()).orElseThrow();
  }

  private List<String> titles() {
    return press
        .store()
        .articles()
        .list(ListQuery.first(Filter.ALL, Audience.OWNER, 30))
        .listings()
        .stream()
        .map(listing -> listing.card().headline())
        .toList();
  }
}
