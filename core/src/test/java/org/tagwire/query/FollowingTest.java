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
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagRules;
import org.tagwire.store.ReaderStore;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

final class FollowingTest {
  private static final Instant NOW = Clipping.DAWN.plusSeconds(3_600);
  private static final String FERRY = "Skerry Ferry";
  private static final String PIA = "Pia Lund";
  private static final TagKey FERRY_KEY = TagKey.of(FERRY);
  private static final TagKey PIA_KEY = TagKey.of(PIA);

  @TempDir Path directory;
  private final SmallTags tags =
      new SmallTags().know(TagKind.TOPIC, FERRY, "Weather").know(TagKind.PERSON, PIA);
  private SearchIndex index;
  private Store store;
  private ReaderStore reader;
  private Lists lists;
  private Following following;

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
    store = SqliteStore.open(directory.resolve("store"), Failpoints.NONE, () -> NOW);
    reader = store.reader();
    lists = new Lists(store.articles(), tags, new Mutes(reader::mutes), () -> Optional.of(index));
    following = new Following(reader, tags, lists);
    index.apply(
        List.of(
            Clipping.of("ferry late").minute(1).by("one.example").about(FERRY).put(),
            Clipping.of("ferry back").minute(30).by("two.example").about(FERRY).put(),
            Clipping.of("pia").minute(40).saying("Pia wins the cup", "A cup.").about(PIA).put(),
            Clipping.of("weather").minute(50).about("Weather").put()));
    index.refresh();
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private List<String> headlines(Filter filter, Audience audience) {
    return lists.page(filter, ListView.of(audience, Language.ENGLISH)).listings().stream()
        .map(listing -> listing.card().headline())
        .toList();
  }

  private int count(Filter filter, Audience audience) {
    int shown = headlines(filter, audience).size();
    assertThat(lists.totals(filter, audience).articles()).isEqualTo(shown);
    return shown;
  }

  private void mute(Mute.Kind kind, String value) {
    assertThat(reader.mute(Mute.parse(kind, value).orElseThrow(), NOW)).isTrue();
  }

  @Test
  void countsWhatHasComeSinceTheMark() {
    reader.follow(FERRY_KEY, "", Clipping.DAWN.plusSeconds(60));

    Following.Tag tag =
        following.folders(Audience.OWNER).orElseThrow().getFirst().tags().getFirst();

    assertThat(tag.fresh()).isEqualTo(1);
    reader.see(FERRY_KEY, Clipping.DAWN.plusSeconds(30 * 60));
    assertThat(following.find(tag.tag(), Audience.OWNER).orElseThrow().fresh()).isZero();
  }

  @Test
  void aFolderIsOneListOfItsTags() {
    reader.follow(FERRY_KEY, "Work", NOW);
    reader.follow(PIA_KEY, "Work", NOW);

    assertThat(count(following.filter("Work", Audience.OWNER).orElseThrow(), Audience.OWNER))
        .isEqualTo(3);
    assertThat(following.filter("", Audience.OWNER)).isEmpty();
  }

  @Test
  void nobodyElseLearnsWhatIsFollowed() {
    reader.follow(FERRY_KEY, "Work", NOW);

    assertThat(following.folders(Audience.PUBLIC)).isEmpty();
    assertThat(following.filter("Work", Audience.PUBLIC)).isEmpty();
    assertThat(new Mutes(reader::mutes).list(Audience.PUBLIC)).isEmpty();
  }

  @Test
  void mutesLeaveOutWordsTagsAndPublishersForTheOwnerAlone() {
    mute(Mute.Kind.WORD, "cup");
    assertThat(count(Filter.ALL, Audience.OWNER)).isEqualTo(3);
    mute(Mute.Kind.TAG, "#Weather");
    assertThat(count(Filter.ALL, Audience.OWNER)).isEqualTo(2);
    mute(Mute.Kind.PUBLISHER, "two.example");
    assertThat(count(Filter.ALL, Audience.OWNER)).isEqualTo(1);

    assertThat(count(Filter.ALL, Audience.PUBLIC)).isEqualTo(4);
  }

  @Test
  void whatIsAskedForByNameIsNotMuted() {
    mute(Mute.Kind.TAG, FERRY);
    mute(Mute.Kind.PUBLISHER, "two.example");
    mute(Mute.Kind.WORD, "cup");

    assertThat(count(Filter.tag(FERRY_KEY), Audience.OWNER)).isEqualTo(1);
    assertThat(count(Filter.publisher(new Domain("two.example")), Audience.OWNER)).isZero();
    assertThat(count(Filter.where(new Condition.Word("cup", false)), Audience.OWNER)).isEqualTo(1);
    reader.unmute(new Mute(Mute.Kind.TAG, FERRY_KEY.value()));
    assertThat(count(Filter.publisher(new Domain("two.example")), Audience.OWNER)).isEqualTo(1);
  }

  @Test
  void whatASearchNamesIsNotMutedEither() {
    mute(Mute.Kind.TAG, FERRY);
    mute(Mute.Kind.PUBLISHER, "two.example");
    Condition ferry = new Condition.Tagged(FERRY_KEY, false);
    Condition two = new Condition.By(new Domain("two.example"));
    Condition both = new Condition.All(List.of(ferry, two));

    assertThat(count(Filter.where(ferry), Audience.OWNER)).isEqualTo(1);
    assertThat(count(Filter.where(two), Audience.OWNER)).isZero();
    assertThat(count(Filter.where(both), Audience.OWNER)).isEqualTo(1);
    assertThat(count(Filter.where(new Condition.Not(ferry)), Audience.OWNER)).isEqualTo(2);
  }

  @Test
  void aMuteFollowsItsTagWhenThatBecomesAnother() {
    mute(Mute.Kind.TAG, "Drizzle");
    assertThat(count(Filter.ALL, Audience.OWNER)).isEqualTo(4);
    TagRule merge = new TagRule.Merge(TagKey.of("Drizzle"), TagKey.of("Weather"), "Weather");
    tags.rule(TagRules.of(List.of(new TagRules.Standing(merge, true, true))));

    assertThat(count(Filter.ALL, Audience.OWNER)).isEqualTo(3);
    assertThat(count(Filter.tag(TagKey.of("Weather")), Audience.OWNER)).isEqualTo(1);
  }
}
