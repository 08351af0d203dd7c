package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.Clipping;
import org.tagwire.index.IndexChange;
import org.tagwire.index.SearchIndex;
import org.tagwire.index.lucene.LuceneSearchIndex;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagRules;
import org.tagwire.model.Withheld;
import org.tagwire.store.Store;
import org.tagwire.store.TagStore;
import org.tagwire.store.sqlite.SqliteStore;

final class TrendingTest {
  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
  private static final String FERRY = "Skerry Ferry";
  private static final String PIA = "Pia Lund";

  @TempDir Path directory;
  private SearchIndex index;
  private Store store;
  private Trending trending;
  private final List<Mute> muted = new ArrayList<>();

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
    store = SqliteStore.open(directory.resolve("store"), Failpoints.NONE, () -> NOW);
    Mutes mutes = new Mutes(() -> muted);
    Lists lists = new Lists(store.articles(), store.tags(), mutes, () -> Optional.of(index));
    trending = new Trending(new KnownTags(), lists, () -> Optional.of(index));
    index.apply(ordinary(28));
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  @Test
  void tellsWhatManySuddenlyWriteAboutWithItsNumbers() {
    sudden(FERRY, 6, c -> c);
    Trending.Rising rising = rising(NOW, Audience.PUBLIC).getFirst();
    assertThat(rising.tag().name()).isEqualTo(FERRY);
    assertThat(rising.numbers().origins()).isEqualTo(6);
    assertThat(rising.numbers().usual()).isLessThan(1);
  }

  @Test
  void sparesTheOwnerWhatIsMuted() {
    sudden(FERRY, 6, c -> c);
    assertThat(rising(NOW, Audience.OWNER)).isNotEmpty();
    muted.add(new Mute(Mute.Kind.TAG, TagKey.of(FERRY).value()));
    assertThat(rising(NOW, Audience.OWNER)).isEmpty();
    assertThat(rising(NOW, Audience.PUBLIC)).isNotEmpty();
  }

  @Test
  void doesNotCountCopies() {
    sudden(FERRY, 6, c -> c.copyOf("news 1"));
    assertThat(rising(NOW, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void tellsThePublicNothingOfPrivateSources() {
    sudden(FERRY, 6, Clipping::secret);
    assertThat(rising(NOW, Audience.PUBLIC)).isEmpty();
    assertThat(rising(NOW, Audience.OWNER)).hasSize(1);
  }

  @Test
  void letsNobodyTrendInPublicByWhatIsSaidUnderCrime() {
    sudden(PIA, 6, c -> c.in(Category.CRIME));
    assertThat(rising(NOW, Audience.PUBLIC)).isEmpty();
    assertThat(rising(NOW, Audience.OWNER)).hasSize(1);
  }

  @Test
  void letsAPersonTrendByOtherNews() {
    sudden(PIA, 6, c -> c.in(Category.SPORT));
    assertThat(rising(NOW, Audience.PUBLIC)).hasSize(1);
  }

  @Test
  void followsWhatIsTakenBackWithinAMinute() {
    sudden(FERRY, 6, c -> c);
    assertThat(rising(NOW, Audience.PUBLIC)).hasSize(1);
    for (int i = 0; i < 5; i++) {
      index.apply(List.of(new IndexChange.Remove(Clipping.idOf(FERRY + i))));
    }
    index.refresh();
    assertThat(rising(NOW.plusSeconds(60), Audience.PUBLIC)).isEmpty();
  }

  @Test
  void saysThatItCannotTellBeforeSevenDaysOfHistory() {
    index.clear();
    index.apply(ordinary(5));
    sudden(FERRY, 6, c -> c);
    assertThat(trending.at(NOW, Audience.PUBLIC)).isEmpty();
  }

  private List<Trending.Rising> rising(Instant now, Audience audience) {
    return trending.at(now, audience).orElseThrow();
  }

  /** Twelve articles a day about the weather. */
  private static List<IndexChange> ordinary(int days) {
    List<IndexChange> news = new ArrayList<>();
    for (int i = 1; i <= 12 * days; i++) {
      Clipping clipping = Clipping.of("news " + i).at(NOW.minus(Duration.ofHours(2L * i)));
      news.add(clipping.by("outlet" + i % 9 + ".example").about("Weather").put());
    }
    return news;
  }

  private void sudden(String name, int origins, UnaryOperator<Clipping> also) {
    List<IndexChange> news = new ArrayList<>();
    for (int i = 0; i < origins; i++) {
      Clipping clipping = Clipping.of(name + i).at(NOW.minusSeconds(60L * i));
      news.add(also.apply(clipping.by("paper" + i + ".example").about(name)).put());
    }
    index.apply(news);
    index.refresh();
  }

  /** Knows every tag; who has a surname is a person. */
  private static final class KnownTags implements TagStore {
    @Override
    public Optional<Hashtag> find(TagKey key) {
      String name = key.equals(TagKey.of(PIA)) ? PIA : FERRY;
      TagKind kind = name.equals(PIA) ? TagKind.PERSON : TagKind.TOPIC;
      return Optional.of(new Hashtag(key, key.value(), name, kind, NOW));
    }

    @Override
    public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
      Map<TagKey, Hashtag> found = new HashMap<>();
      keys.forEach(key -> found.put(key, find(key).orElseThrow()));
      return found;
    }

    @Override
    public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
      return List.of();
    }

    @Override
    public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
      return List.of();
    }

    @Override
    public List<Hashtag> initials(Audience audience) {
      return List.of();
    }

    @Override
    public List<Hashtag> beginning(String key, Audience audience, int limit) {
      return List.of();
    }

    @Override
    public TagRules rules() {
      return TagRules.NONE;
    }

    @Override
    public Withheld withheld() {
      return Withheld.NONE;
    }

    @Override
    public long count() {
      return 2;
    }
  }
}
