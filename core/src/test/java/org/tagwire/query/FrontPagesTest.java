package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

final class FrontPagesTest {
  private static final long DAY = 24 * 60;

  @TempDir Path directory;
  private SearchIndex index;
  private Store store;
  private FrontPages front;

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
    store = SqliteStore.open(directory.resolve("store"), Failpoints.NONE, () -> Clipping.DAWN);
    SmallTags tags = new SmallTags();
    Lists lists = new Lists(store.articles(), tags, () -> Optional.of(index));
    front = new FrontPages(tags, lists, () -> Optional.of(index));
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
  void anEditionBeginsWithItsOwnLanguageHoweverManyTellTheRest() {
    index.apply(List.of(Clipping.of("wach").minute(0).in(Language.GERMAN).by("d.example").put()));
    index.refresh();
    Instant now = Clipping.DAWN.plusSeconds(60 * 2 * DAY);

    assertThat(front.open(ListView.of(Audience.PUBLIC, Language.GERMAN), now).stories().getFirst())
        .extracting(story -> story.lead().card().language())
        .isEqualTo(Language.GERMAN);
  }
}
