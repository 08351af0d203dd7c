package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.Clipping;
import org.tagwire.index.IndexChange;
import org.tagwire.index.SearchIndex;
import org.tagwire.index.lucene.LuceneSearchIndex;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagRules;
import org.tagwire.model.Withheld;
import org.tagwire.query.HashtagPages.Combined;
import org.tagwire.query.HashtagPages.Found;
import org.tagwire.query.HashtagPages.Joined;
import org.tagwire.query.HashtagPages.Spelled;
import org.tagwire.query.HashtagPages.TooMany;
import org.tagwire.query.HashtagPages.Unknown;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/** Hashtag pages narrowed, joined, grouped by story, and what stands around them. */
final class HashtagPagesTest {
  private static final Instant NOW = Clipping.DAWN.plusSeconds(86_400);

  @TempDir Path directory;
  private final SmallTags tags =
      new SmallTags()
          .know(TagKind.PLACE, "Skerry", "Quay")
          .know(TagKind.TOPIC, "Fog", "Covid 19")
          .know(TagKind.ORGANISATION, "Ferry Line")
          .know(TagKind.PERSON, "Pia Lund", "Tom Vale");
  private SearchIndex index;
  private Store store;
  private Lists lists;
  private HashtagPages pages;

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
    store = SqliteStore.open(directory.resolve("store"), Failpoints.NONE, () -> NOW);
    lists = new Lists(store.articles(), tags, () -> Optional.of(index));
    pages = new HashtagPages(tags, lists);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private void put(Clipping... clippings) {
    put(Arrays.asList(clippings));
  }

  private void put(List<Clipping> clippings) {
    index.apply(clippings.stream().<IndexChange>map(Clipping::put).toList());
    index.refresh();
  }

  /** {@code n} articles from as many publishers, each about these tags. */
  private static List<Clipping> several(String name, int n, String... about) {
    List<Clipping> clippings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      clippings.add(
          Clipping.of(name + i).minute(i).by(name + i + ".example").story(name + i).about(about));
    }
    return clippings;
  }

  private static ListView view(Audience audience) {
    return ListView.of(audience, Language.ENGLISH);
  }

  private Joined combine(String spelling) {
    return pages.combine(spelling, view(Audience.PUBLIC), Condition.ANYTHING);
  }

  private static List<ArticleId> ids(ListPage page) {
    return page.listings().stream().map(listing -> listing.card().id()).toList();
  }

  private static Hashtag tag(SmallTags tags, String name) {
    return tags.find(TagKey.of(name)).orElseThrow();
  }

  private List<String> related(String name, Audience audience) {
    return pages.related(tag(tags, name), audience, NOW).stream().map(Hashtag::name).toList();
  }

  @Test
  void narrowsToWhatIsSoAndCountsWhatIsShown() {
    put(several("a", 3, "Skerry"));
    Condition where = new Condition.By(new Domain("a1.example"));
    var page = ((Found) pages.open("Skerry", view(Audience.PUBLIC), where)).page();
    assertThat(ids(page.list())).containsExactly(Clipping.idOf("a1"));
    assertThat(page.shown().articles()).isOne();
    assertThat(page.all().articles()).isEqualTo(3);
  }

  @Test
  void staysAPageWhenItIsNarrowedToNothing() {
    put(several("a", 1, "Skerry"));
    Condition where = new Condition.Before(Instant.EPOCH);
    assertThat(pages.open("Skerry", view(Audience.PUBLIC), where)).isInstanceOf(Found.class);
    assertThat(pages.open("Quay", view(Audience.PUBLIC), where)).isInstanceOf(Unknown.class);
  }

  @Test
  void joinsTagsByBothSigns() {
    put(
        Clipping.of("both").minute(1).about("Skerry", "Quay"),
        Clipping.of("foggy").minute(2).about("Skerry", "Quay").naming("Fog"),
        Clipping.of("one").minute(3).about("Skerry"));
    Combined found = (Combined) combine("Skerry+Quay-Fog");
    assertThat(ids(found.list())).containsExactly(Clipping.idOf("both"));
    assertThat(found.shown().articles()).isOne();
    assertThat(ids(((Combined) combine("Skerry-Quay")).list()))
        .containsExactly(Clipping.idOf("one"));
    assertThat(ids(((Combined) combine("Skerry-Skerry")).list())).isEmpty();
  }

  @Test
  void movesOtherSpellingsOfACombination() {
    put(Clipping.of("a").about("Skerry", "Quay", "Fog"));
    assertThat(combine("skerry+QUAY")).isEqualTo(new Spelled("Skerry+Quay"));
    assertThat(combine("Skerry+Skerry-Fog")).isEqualTo(new Spelled("Skerry-Fog"));
  }

  @Test
  void takesASpellingThatIsOneTagForThatTag() {
    put(Clipping.of("a").about("Covid 19"));
    assertThat(combine("Covid-19")).isEqualTo(new Spelled("Covid19"));
  }

  @Test
  void namesTheNearestOfATermThatIsNotKnown() {
    put(several("a", 1, "Skerry", "Quay"));
    assertThat(((Unknown) combine("Skerry+Quax")).nearest())
        .extracting(Hashtag::name)
        .containsExactly("Quay");
    assertThat(((Unknown) combine("Skerry++Quay")).nearest()).isEmpty();
  }

  @Test
  void joinsEightTagsAtMost() {
    assertThat(combine("Skerry" + "+Quay".repeat(8))).isEqualTo(new TooMany(8));
  }

  @Test
  void leadsStrangersToNoWithheldPersonByAnySign() {
    put(Clipping.of("a").about("Skerry", "Pia Lund"));
    assertThat(combine("Skerry+PiaLund")).isInstanceOf(Unknown.class);
    assertThat(combine("Skerry-PiaLund")).isInstanceOf(Unknown.class);
    assertThat(combine("PiaLund+Skerry")).isInstanceOf(Unknown.class);
    assertThat(pages.combine("Skerry+PiaLund", view(Audience.OWNER), Condition.ANYTHING))
        .isInstanceOf(Combined.class);
  }

  @Test
  void leavesADisputedArticleOutOfEveryListThatHasTheTagInIt() {
    put(
        Clipping.of("is").minute(1).about("Skerry", "Quay"),
        Clipping.of("not").minute(2).about("Skerry", "Quay"),
        Clipping.of("fog").minute(3).about("Fog"));
    tags.withhold(
        new Withheld(
            List.of(),
            Set.of(),
            Set.of(new Withheld.Dispute(TagKey.of("Quay"), Clipping.idOf("not")))));
    assertThat(ids(((Combined) combine("Quay+Skerry")).list()))
        .containsExactly(Clipping.idOf("is"));
    assertThat(ids(((Combined) combine("Skerry+Quay")).list()))
        .containsExactly(Clipping.idOf("is"));
    assertThat(ids(((Combined) combine("Fog-Quay")).list())).containsExactly(Clipping.idOf("fog"));
    assertThat(ids(lists.page(Filter.tag(TagKey.of("Skerry")), view(Audience.PUBLIC))))
        .containsExactly(Clipping.idOf("not"), Clipping.idOf("is"));
  }

  @Test
  void followsTheOwnersRulesInsideACombination() {
    put(
        Clipping.of("old").minute(1).about("Skerry", "Pier"),
        Clipping.of("new").minute(2).about("Skerry", "Quay"),
        Clipping.of("not").minute(3).about("Skerry", "Quay"));
    tags.rule(
        TagRules.of(
            List.of(
                new TagRules.Standing(
                    new TagRule.Merge(TagKey.of("Pier"), TagKey.of("Quay"), "Quay"), true, false),
                new TagRules.Standing(
                    new TagRule.NotAbout(Clipping.idOf("not"), TagKey.of("Quay"), false, null),
                    true,
                    false))));
    assertThat(ids(((Combined) combine("Skerry+Quay")).list()))
        .containsExactly(Clipping.idOf("new"), Clipping.idOf("old"));
    assertThat(ids(((Combined) combine("Skerry-Quay")).list()))
        .containsExactly(Clipping.idOf("not"));
  }

  @Test
  void leadsWhereItsArticlesStillStandUntilAMergeThatWasTakenBackIsUndone() {
    put(several("a", 2, "Quay"));
    TagRule merge = new TagRule.Merge(TagKey.of("Skerry"), TagKey.of("Quay"), "Quay");
    tags.rule(TagRules.of(List.of(new TagRules.Standing(merge, false, false))));
    assertThat(pages.open("Skerry", view(Audience.PUBLIC))).isEqualTo(new Spelled("Quay"));
    put(several("b", 1, "Skerry"));
    assertThat(pages.open("Skerry", view(Audience.PUBLIC))).isInstanceOf(Found.class);
  }

  @Test
  void leadsNowhereOnceAMergeThatWasTakenBackIsUndone() {
    put(several("a", 2, "Quay"));
    TagRule merge = new TagRule.Merge(TagKey.of("Skerry"), TagKey.of("Quay"), "Quay");
    tags.rule(TagRules.of(List.of(new TagRules.Standing(merge, false, true))));
    assertThat(pages.open("Skerry", view(Audience.PUBLIC))).isInstanceOf(Unknown.class);
  }

  @Test
  void endsWhereTwoMergesThatWereTakenBackLeadInACircle() {
    tags.rule(
        TagRules.of(
            List.of(
                new TagRules.Standing(
                    new TagRule.Merge(TagKey.of("Skerry"), TagKey.of("Quay"), "Quay"),
                    false,
                    false),
                new TagRules.Standing(
                    new TagRule.Merge(TagKey.of("Quay"), TagKey.of("Skerry"), "Skerry"),
                    false,
                    false))));
    assertThat(pages.open("Skerry", view(Audience.PUBLIC))).isInstanceOf(Unknown.class);
  }

  @Test
  void relatesWhatStandsTogetherMoreOftenThanByChance() {
    put(several("a", 6, "Skerry", "Ferry Line", "Fog"));
    put(several("b", 40, "Fog"));
    put(several("c", 60, "Quay"));
    assertThat(related("Skerry", Audience.PUBLIC)).containsExactly("Ferry Line", "Fog");
    assertThat(related("Quay", Audience.PUBLIC)).isEmpty();
    put(several("d", 400, "Fog"));
    assertThat(lists.totals(Filter.ALL, Audience.PUBLIC).articles()).isEqualTo(506);
    assertThat(pages.related(tag(tags, "Skerry"), Audience.PUBLIC, NOW.plusSeconds(60)))
        .extracting(Hashtag::name)
        .containsExactly("Ferry Line");
  }

  @Test
  void relatesNoPersonToATopicForStrangers() {
    put(several("a", 6, "Pia Lund", "Ferry Line", "Fog"));
    put(several("b", 60, "Quay"));
    assertThat(related("Pia Lund", Audience.PUBLIC)).containsExactly("Ferry Line");
    assertThat(related("Fog", Audience.PUBLIC)).containsExactly("Ferry Line");
    assertThat(related("Pia Lund", Audience.OWNER)).contains("Fog");
  }

  @Test
  void relatesNobodyByCrimeHealthOrReligion() {
    for (Category field : List.of(Category.CRIME, Category.HEALTH, Category.RELIGION)) {
      List<Clipping> told = several(field.slug(), 5, "Pia Lund", "Ferry Line");
      told.forEach(clipping -> clipping.in(field));
      put(told);
    }
    put(several("b", 60, "Quay"));
    assertThat(related("Pia Lund", Audience.PUBLIC)).isEmpty();
    assertThat(related("Ferry Line", Audience.PUBLIC)).isEmpty();
    assertThat(related("Pia Lund", Audience.OWNER)).containsExactly("Ferry Line");
  }

  @Test
  void relatesNoWithheldPerson() {
    List<Clipping> told = several("a", 5, "Skerry", "Tom Vale");
    told.forEach(clipping -> clipping.by("one.example"));
    put(told);
    put(several("b", 60, "Quay"));
    assertThat(related("Skerry", Audience.PUBLIC)).isEmpty();
    assertThat(related("Skerry", Audience.OWNER)).containsExactly("Tom Vale");
  }

  @Test
  void offersWhatTheNewestArticlesAre() {
    put(several("a", 2, "Skerry"));
    put(
        Clipping.of("x").by("a0.example").in(Category.SPORT).about("Skerry"),
        Clipping.of("y").by("a0.example").in(Language.ARABIC).about("Skerry"));
    Choices choices = lists.choices(Filter.tag(TagKey.of("Skerry")), Audience.PUBLIC, NOW);
    assertThat(choices.languages()).containsExactly(Language.ENGLISH, Language.ARABIC);
    assertThat(choices.publishers())
        .extracting(carrier -> carrier.domain().name())
        .containsExactly("a0.example", "a1.example");
    assertThat(choices.categories()).containsExactly(Category.GENERAL, Category.SPORT);
  }

  @Test
  void keepsWhatStandsAroundAListWhileTheIndexStaysAsItIs() {
    put(several("a", 2, "Skerry"));
    Filter skerry = Filter.tag(TagKey.of("Skerry"));
    Choices first = lists.choices(skerry, Audience.PUBLIC, NOW);
    assertThat(lists.choices(skerry, Audience.PUBLIC, NOW.plusSeconds(999))).isSameAs(first);
    put(Clipping.of("x").in(Category.SPORT).about("Skerry"));
    assertThat(lists.choices(skerry, Audience.PUBLIC, NOW.plusSeconds(999)).categories())
        .contains(Category.SPORT);
  }

  @Test
  void groupsAListByStoryNewestFirstWithoutRepeatOrGap() {
    List<Clipping> told = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      told.add(
          Clipping.of("a" + i)
              .minute(i / 2)
              .story("a" + i % 30)
              .in(i % 30 < 10 ? Language.ARABIC : Language.ENGLISH)
              .about("Skerry"));
    }
    put(told);
    StoryLists stories = new StoryLists(lists);
    ListView view = view(Audience.PUBLIC);
    List<StoryLists.Story> all = new ArrayList<>();
    ListPlace place = ListPlace.START;
    while (place != null) {
      ListPlace here = ListPlace.parse(place.token()).orElseThrow();
      var page = stories.page(Filter.tag(TagKey.of("Skerry")), view.at(here, 30));
      assertThat(page.stories()).hasSizeLessThanOrEqualTo(StoryLists.STORIES);
      all.addAll(page.stories());
      place = page.next();
    }
    assertThat(all).extracting(StoryLists.Story::id).doesNotHaveDuplicates().hasSize(30);
    assertThat(all).allMatch(story -> story.accounts().size() == 4 && !story.more());
    assertThat(all.subList(0, 20))
        .allMatch(s -> s.accounts().getFirst().card().language().equals(Language.ENGLISH));
    assertThat(all.subList(0, 20))
        .extracting(story -> story.accounts().getFirst().card().order())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void opensTheTagsOfALetterPageByPage() {
    for (int i = 0; i < 150; i++) {
      tags.know(TagKind.PLACE, "Zone " + i);
    }
    put(several("a", 1, "Skerry"));
    put(
        several("z", 1, "Zone 0").stream()
            .map(c -> c.about(zones().toArray(String[]::new)))
            .toList());
    TagDirectory directory = new TagDirectory(tags, lists);
    List<Hashtag> initials = directory.initials(Audience.PUBLIC, NOW);
    assertThat(initials).extracting(Hashtag::name).containsExactly("Skerry", "Zone 0");
    List<Hashtag> z = initials.subList(1, 2);
    var first = directory.open(z, Optional.empty(), Audience.PUBLIC);
    var second = directory.open(z, first.findNext(), Audience.PUBLIC);
    assertThat(first.tags()).hasSize(120);
    assertThat(second.tags()).hasSize(30).doesNotContainAnyElementsOf(first.tags());
    assertThat(second.findNext()).isEmpty();
  }

  private static List<String> zones() {
    List<String> zones = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      zones.add("Zone " + i);
    }
    return zones;
  }

  @Test
  void ranksTheMostCoveredByPage() {
    put(several("a", 3, "Skerry"));
    put(several("b", 2, "Quay"));
    TagDirectory directory = new TagDirectory(tags, lists);
    var page = directory.covered(0, Audience.PUBLIC, NOW);
    assertThat(page.tags()).extracting(c -> c.tag().name()).containsExactly("Skerry", "Quay");
    assertThat(page.more()).isFalse();
    assertThat(directory.covered(1, Audience.PUBLIC, NOW).tags()).isEmpty();
  }
}
