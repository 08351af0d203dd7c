package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.Clipping;
import org.tagwire.index.SearchIndex;
import org.tagwire.index.lucene.LuceneSearchIndex;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Language;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

final class FrontPagesTest {
  private static final long DAY = 24 * 60;

  @TempDir Path directory;
  private SearchIndex index;
  private Store store;
  private FrontPages front;
  private final List<Mute> muted = new ArrayList<>();

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
    store = SqliteStore.open(directory.resolve("store"), Failpoints.NONE, () -> Clipping.DAWN);
    SmallTags tags = new SmallTags().know(TagKind.PLACE, "Fog", "Quay");
    Mutes mutes = new Mutes(() -> muted);
    Lists lists = new Lists(store.articles(), tags, mutes, () -> Optional.of(index));
    front = new FrontPages(tags, lists);
    index.apply(
        List.of(
            Clipping.of("old 1").minute(0).story("old").by("a.example").put(),
            Clipping.of("old 2").minute(1).story("old").by("b.example").put(),
            Clipping.of("old 3").minute(2).story("old").by("c.example").put(),
            Clipping.of("told 1").minute(2 * DAY).story("told").by("a.example").put(),
            Clipping.of("told 2").minute(2 * DAY).story("told").by("b.example").put(),
            Clipping.of("told 3").minute(2 * DAY).story("told").by("c.example").put(),
            Clipping.of("alone").minute(2 * DAY + 60).by("a.example").put()));
    index.refresh();
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private List<Integer> accounts(long minute) {
    Instant now = Clipping.DAWN.plusSeconds(60 * minute);
    return front.open(ListView.of(Audience.PUBLIC, Language.ENGLISH), now).stories().stream()
        .map(story -> story.accounts().size())
        .toList();
  }

  @Test
  void whatManyOutletsTellStandsBeforeTheNewestOfOne() {
    assertThat(accounts(2 * DAY + 61)).startsWith(3, 1);
  }

  @Test
  void whatIsDaysOldStandsLastHoweverManyToldIt() {
    assertThat(accounts(2 * DAY + 61)).containsExactly(3, 1, 3);
  }

  @Test
  void whatManyPrintOfOneAgencyCountsAsOne() {
    index.apply(
        List.of(
            Clipping.of("w1").minute(3 * DAY).story("w").by("a.example").from("Harbour Wire").put(),
            Clipping.of("w2").minute(3 * DAY).story("w").by("b.example").from("Harbour Wire").put(),
            Clipping.of("w3").minute(3 * DAY).story("w").by("c.example").from("HARBOUR WIRE").put(),
            Clipping.of("v1").minute(3 * DAY).story("v").by("a.example").put(),
            Clipping.of("v2").minute(3 * DAY).story("v").by("b.example").put()));
    index.refresh();

    assertThat(accounts(3 * DAY + 1)).startsWith(2, 3);
  }

  @Test
  void whatTheOwnerHasMutedIsNotAmongTheMostCovered() {
    index.apply(
        List.of(
            Clipping.of("q1").minute(2 * DAY).by("a.example").about("Quay").put(),
            Clipping.of("q2").minute(2 * DAY).by("b.example").about("Quay").put(),
            Clipping.of("f1").minute(2 * DAY).by("a.example").about("Fog").put(),
            Clipping.of("f2").minute(2 * DAY).by("b.example").about("Fog").put()));
    index.refresh();

    assertThat(covered(Audience.OWNER)).containsExactly("Fog", "Quay");
    muted.add(new Mute(Mute.Kind.TAG, TagKey.of("Fog").value()));
    assertThat(covered(Audience.OWNER)).containsExactly("Quay");
    assertThat(covered(Audience.PUBLIC)).containsExactly("Fog", "Quay");
  }

  private List<String> covered(Audience audience) {
    return front.mostCovered(audience, Clipping.DAWN.plusSeconds(60 * 2 * DAY)).stream()
        .map(covered -> covered.tag().name())
        .toList();
  }

  @Test
  void anEditionBeginsWithItsOwnLanguageHoweverManyTellTheRest() {
    index.apply(List.of(Clipping.of("wach").minute(0).in(Language.GERMAN).by("d.example").put()));
    index.refresh();
    Instant now = Clipping.DAWN.plusSeconds(60 * 2 * DAY);

    assertThat(front.open(ListView.of(Audience.PUBLIC, Language.GERMAN), now).stories().getFirst())
        .extracting(story -> story.lead().card().language())
        .isEqualTo(Language.GERMAN);
  }
}
