package org.tagwire.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Coverage;
import org.tagwire.model.Cursor;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.model.Totals;

/** What every search index promises. */
public abstract class SearchIndexContract extends ConditionContract {
  private static final TagKey PIA = TagKey.of("Pia Lund");

  private SearchIndex index;

  /** Opens an empty index, or the same one again after {@link SearchIndex#close}. */
  protected abstract SearchIndex open();

  @BeforeEach
  void openIndex() {
    index = open();
  }

  @AfterEach
  void closeIndex() {
    index.close();
  }

  @Override
  protected final SearchIndex index() {
    return index;
  }

  protected final void put(Clipping... clippings) {
    index.apply(Arrays.stream(clippings).<IndexChange>map(Clipping::put).toList());
    index.refresh();
  }

  private void reopen() {
    index.close();
    index = open();
  }

  private static List<ArticleId> ids(Page page) {
    return page.listings().stream().map(l -> l.card().id()).toList();
  }

  private static List<ArticleId> named(String... names) {
    return Arrays.stream(names).map(Clipping::idOf).toList();
  }

  private Page list(Filter filter) {
    return index.list(ListQuery.first(filter, Audience.PUBLIC, 30));
  }

  private List<ArticleId> found(Filter filter) {
    return ids(list(filter));
  }

  /** Finds what has all of it. */
  private List<ArticleId> found(Condition... all) {
    return found(Filter.where(new Condition.All(List.of(all))));
  }

  private static Condition word(String text) {
    return new Condition.Word(text, false);
  }

  private static Condition phrase(String text) {
    return new Condition.Phrase(text);
  }

  @Test
  void listsTheNewestFirst() {
    put(Clipping.of("b").minute(2), Clipping.of("c").minute(3), Clipping.of("a").minute(1));
    assertThat(found(Filter.ALL)).isEqualTo(named("c", "b", "a"));
  }

  @Test
  void letsTheGreaterIdDecideBetweenEqualTimes() {
    put(Clipping.of("a"), Clipping.of("b"), Clipping.of("c"), Clipping.of("d"));
    List<ArticleId> greatestFirst = new ArrayList<>(named("a", "b", "c", "d"));
    greatestFirst.sort(Collections.reverseOrder());
    assertThat(found(Filter.ALL)).isEqualTo(greatestFirst);
  }

  @Test
  void givesTheCardBackAsItWasPut() {
    Clipping clipping =
        Clipping.of("a").at(Clipping.DAWN.plusNanos(5)).from("Agency").about("Pia Lund").story("z");
    put(clipping);
    assertThat(list(Filter.ALL).listings()).containsExactly(new Page.Listing(clipping.card(), 1));
  }

  @Test
  void goesOnAfterTheCursorThoughNewerArticlesCameIn() {
    put(Clipping.of("a").minute(1), Clipping.of("b").minute(2), Clipping.of("c").minute(3));
    Page first = index.list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 2));
    put(Clipping.of("d").minute(4));
    Cursor cursor = Cursor.parse(first.findNext().orElseThrow().token()).orElseThrow();
    Page second = index.list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 2).from(cursor));
    assertThat(ids(second)).isEqualTo(named("a"));
    assertThat(second.findNext()).isEmpty();
  }

  @Test
  void saysThatNothingFollowsWhenThePageIsJustFull() {
    put(Clipping.of("a"), Clipping.of("b"));
    assertThat(index.list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 2)).findNext()).isEmpty();
  }

  @Test
  void findsByTagInBothGradesAndNarrowsToAbout() {
    put(
        Clipping.of("a").minute(1).about("Pia Lund"),
        Clipping.of("n").minute(2).naming("Pia Lund"));
    assertThat(found(Filter.tag(PIA))).isEqualTo(named("n", "a"));
    assertThat(found(Filter.tag(PIA).about())).isEqualTo(named("a"));
    assertThat(found(Filter.tag(TagKey.of("Nobody")))).isEmpty();
  }

  @Test
  void narrowsByEveryPartOfTheFilter() {
    put(
        Clipping.of("a").minute(1).by("one.example").in(Category.SPORT).source(7).story("s"),
        Clipping.of("b").minute(2).by("two.example").in(Language.ARABIC).source(8, 9));
    assertThat(found(Filter.publisher(new Domain("one.example")))).isEqualTo(named("a"));
    assertThat(found(Filter.category(Category.SPORT))).isEqualTo(named("a"));
    assertThat(found(Filter.story(new StoryId(Clipping.idOf("s"))))).isEqualTo(named("a"));
    assertThat(found(Filter.sources(List.of(new SourceId(9), new SourceId(5)))))
        .isEqualTo(named("b"));
    assertThat(found(Filter.ALL.in(Language.ARABIC))).isEqualTo(named("b"));
    assertThat(found(Filter.ALL.notIn(Language.ARABIC))).isEqualTo(named("a"));
  }

  @Test
  void keepsWhatIsPrivateOrUnlistedForTheOwner() {
    put(
        Clipping.of("open").minute(1).about("Pia Lund"),
        Clipping.of("secret").minute(2).about("Pia Lund", "Quay").secret(),
        Clipping.of("unlisted").minute(3).about("Pia Lund").unlisted());
    assertThat(found(Filter.tag(PIA))).isEqualTo(named("open"));
    assertThat(found(word("bridge"))).isEqualTo(named("open"));
    assertThat(index.totals(Filter.tag(PIA), Audience.PUBLIC).articles()).isEqualTo(1);
    assertThat(index.totals(Filter.tag(PIA), Audience.OWNER).articles()).isEqualTo(3);
    assertThat(index.topTags(Filter.ALL, Audience.PUBLIC, Clipping.DAWN, 9))
        .containsExactly(new TagCount(PIA, 1, 1));
    assertThat(index.related(Clipping.idOf("open"), Audience.PUBLIC, 5)).isEmpty();
    assertThat(index.related(Clipping.idOf("secret"), Audience.PUBLIC, 5)).isEmpty();
    assertThat(index.related(Clipping.idOf("open"), Audience.OWNER, 5)).hasSize(2);
    assertThat(ids(index.list(ListQuery.first(Filter.tag(PIA), Audience.OWNER, 9)))).hasSize(3);
  }

  @Test
  void foldsCopiesUnderTheirFirst() {
    put(
        Clipping.of("first").minute(5).by("one.example"),
        Clipping.of("copy").minute(9).by("two.example").copyOf("first"),
        Clipping.of("other").minute(1));
    Page folded = list(Filter.ALL);
    assertThat(ids(folded)).isEqualTo(named("first", "other"));
    assertThat(folded.listings()).extracting(Page.Listing::outlets).containsExactly(2, 1);
    Page flat = index.list(new ListQuery(Filter.ALL, Audience.PUBLIC, null, 30, false));
    assertThat(ids(flat)).isEqualTo(named("copy", "first", "other"));
    assertThat(flat.listings()).extracting(Page.Listing::outlets).containsExactly(2, 2, 1);
  }

  @Test
  void showsTheOldestCopyThatMatchesWhereTheFirstDoesNot() {
    put(
        Clipping.of("first").minute(5).by("one.example"),
        Clipping.of("late").minute(9).by("two.example").copyOf("first"),
        Clipping.of("early").minute(2).by("two.example").copyOf("first"));
    assertThat(found(Filter.publisher(new Domain("two.example")))).isEqualTo(named("early"));
  }

  @Test
  void showsACopyWhereTheFirstMayNotBeSeen() {
    put(Clipping.of("first").secret(), Clipping.of("copy").minute(3).copyOf("first"));
    Page page = list(Filter.ALL);
    assertThat(ids(page)).isEqualTo(named("copy"));
    assertThat(page.listings().getFirst().outlets()).isEqualTo(1);
  }

  @Test
  void unfoldsAfterTheFirstIsRemoved() {
    put(Clipping.of("first"), Clipping.of("copy").copyOf("first"));
    index.apply(List.of(new IndexChange.Remove(Clipping.idOf("first"))));
    index.refresh();
    assertThat(found(Filter.ALL)).isEqualTo(named("copy"));
  }

  @Test
  void replacesAnArticleOfTheSameId() {
    put(Clipping.of("a").about("Pia Lund"));
    put(Clipping.of("a").about("Tom Vale").saying("New title", "New text"));
    assertThat(index.count()).isEqualTo(1);
    assertThat(found(Filter.tag(PIA))).isEmpty();
    assertThat(found(word("bridge"))).isEmpty();
    assertThat(found(Filter.tag(TagKey.of("Tom Vale")))).isEqualTo(named("a"));
  }

  @Test
  void countsPublishersOriginsAndTheOldest() {
    put(
        Clipping.of("a").minute(3).by("one.example").from("Agency"),
        Clipping.of("b").minute(2).by("two.example").from("Agency"),
        Clipping.of("c").minute(1).by("two.example"),
        Clipping.of("d").minute(7).by("three.example").copyOf("c"));
    assertThat(index.totals(Filter.ALL, Audience.PUBLIC))
        .isEqualTo(new Totals(4, 3, 2, Clipping.DAWN.plusSeconds(60)));
    assertThat(index.totals(Filter.tag(PIA), Audience.PUBLIC)).isEqualTo(Totals.NONE);
  }

  @Test
  void tellsWhatTheArticlesOfATimeAreAboutCopiesLeftOut() {
    put(
        Clipping.of("early").minute(1).about("Pia Lund"),
        Clipping.of("a").minute(2).by("one.example").from("Agency").about("Pia Lund", "Quay"),
        Clipping.of("b").minute(3).by("two.example").from("Agency").naming("Pia Lund"),
        Clipping.of("copy").minute(3).by("three.example").about("Pia Lund").copyOf("a"),
        Clipping.of("secret").minute(3).about("Pia Lund").secret(),
        Clipping.of("late").minute(4).about("Pia Lund"));
    List<Coverage> heard = new ArrayList<>();
    Instant from = Clipping.DAWN.plusSeconds(120);
    index.coverage(Filter.ALL, Audience.PUBLIC, from, Clipping.DAWN.plusSeconds(240), heard::add);
    heard.sort(Comparator.comparing(Coverage::order));
    assertThat(heard).hasSize(2);
    assertThat(heard.getFirst().order()).isEqualTo(from);
    assertThat(heard.getFirst().about()).containsExactlyInAnyOrder(PIA, TagKey.of("Quay"));
    assertThat(heard.getLast().about()).isEmpty();
    assertThat(heard.getLast().origin()).isEqualTo(heard.getFirst().origin());
    List<Coverage> of = new ArrayList<>();
    index.coverage(
        Filter.tag(PIA).about(),
        Audience.OWNER,
        Instant.EPOCH,
        Clipping.DAWN.plusSeconds(9_999),
        of::add);
    assertThat(of).extracting(c -> c.about().contains(PIA)).hasSize(4).containsOnly(true);
  }

  @Test
  void ordersTopTagsByPublishersThenArticles() {
    put(
        Clipping.of("old").minute(0).about("Old"),
        Clipping.of("a").minute(5).by("one.example").about("Wide", "Deep"),
        Clipping.of("b").minute(6).by("two.example").about("Wide").naming("Deep"),
        Clipping.of("c").minute(7).by("one.example").about("Deep"),
        Clipping.of("d").minute(8).by("one.example").about("Deep"));
    assertThat(index.topTags(Filter.ALL, Audience.PUBLIC, Clipping.DAWN.plusSeconds(300), 9))
        .containsExactly(
            new TagCount(TagKey.of("Wide"), 2, 2), new TagCount(TagKey.of("Deep"), 3, 1));
  }

  @Test
  void findsAllWordsWhateverTheirCaseAndAccents() {
    put(Clipping.of("a").saying("Zoë Quill’s café", "opens in the HARBOUR tomorrow"));
    assertThat(found(word("cafe"), word("zoe"))).isEqualTo(named("a"));
    assertThat(found(word("Quill"))).isEqualTo(named("a"));
    assertThat(found(word("quill's"), word("harbour"))).isEqualTo(named("a"));
    assertThat(found(word("harbour"), word("yesterday"))).isEmpty();
  }

  @Test
  void findsPhrasesOnlyInTheirOrder() {
    put(Clipping.of("a").saying("Harbour bridge", "opens early"));
    assertThat(found(phrase("harbour bridge"))).isEqualTo(named("a"));
    assertThat(found(phrase("opens early"), word("bridge"))).isEqualTo(named("a"));
    assertThat(found(phrase("bridge harbour"))).isEmpty();
    assertThat(found(phrase("bridge opens"))).as("title and body are apart").isEmpty();
  }

  @Test
  void findsTheBeginningOfAWordWhenAsked() {
    put(Clipping.of("a").saying("Lighthouse keepers", "at dusk"));
    assertThat(found(word("keepers"), new Condition.Word("lighth", true))).isEqualTo(named("a"));
    assertThat(found(word("lighth"))).isEmpty();
  }

  @Test
  void findsWordsOfScriptsWithoutSpaces() {
    put(
        Clipping.of("ja").saying("東京都の天気", "晴れ"),
        Clipping.of("th").saying("ตลาดน้ำเปิดแล้ว", "ข่าว"),
        Clipping.of("ar").saying("جائزةُ الكتاب", "أعلنت"));
    assertThat(found(word("東京"))).isEqualTo(named("ja"));
    assertThat(found(word("京"))).isEqualTo(named("ja"));
    assertThat(found(word("京東"))).isEmpty();
    assertThat(found(word("ตลาดน้ำ"))).isEqualTo(named("th"));
    assertThat(found(word("جائزه"))).isEqualTo(named("ar"));
    assertThat(found(word("اعلنت"))).isEqualTo(named("ar"));
  }

  @Test
  void findsNothingByWhatIsNoWordAndTakesEverythingElseLiterally() {
    put(Clipping.of("a"));
    for (String sign : List.of("***", "\"", "\"\"", "(((", "\uD800", "\u0000", "^", "")) {
      assertThat(found(word(sign))).as(sign).isEmpty();
      assertThat(found(new Condition.Word(sign, true))).as(sign).isEmpty();
      assertThat(found(phrase(sign))).as(sign).isEmpty();
    }
    for (String other : List.of("[* TO *]", "/.*/x", "title:bridge", "bri?ge", "bridge~2 x")) {
      assertThat(found(word(other))).as(other).isEmpty();
    }
    assertThat(found(word("-bridge?"))).isEqualTo(named("a"));
    assertThat(found(phrase("bridge ".repeat(28)))).isEmpty();
  }

  @Test
  void relatesBySharedTagsAndRareWordsButNotWithinTheStory() {
    put(
        Clipping.of("seed")
            .minute(9)
            .about("Pia Lund")
            .saying("Tunnel drilling halted", "by granite"),
        Clipping.of("tag").minute(8).about("Pia Lund").saying("Something else", "entirely"),
        Clipping.of("words").minute(7).saying("Granite slows tunnel", "drilling again"),
        Clipping.of("copy").minute(6).about("Pia Lund").copyOf("seed"),
        Clipping.of("story").minute(5).about("Pia Lund").story("seed"),
        Clipping.of("far").minute(4).saying("Ice cream", "melts"));
    assertThat(index.related(Clipping.idOf("seed"), Audience.PUBLIC, 9))
        .extracting(l -> l.card().id())
        .containsExactlyInAnyOrderElementsOf(named("tag", "words"));
    assertThat(index.related(Clipping.idOf("nowhere"), Audience.PUBLIC, 9)).isEmpty();
  }

  @Test
  void relatesByLikenessBeforeAge() {
    put(
        Clipping.of("seed").minute(9).saying("Tunnel drilling halted", "by granite under the hill"),
        Clipping.of("newer")
            .minute(8)
            .saying("Drilling of teeth", "granite floors and many other things of no consequence"),
        Clipping.of("older").minute(1).saying("Granite halts tunnel", "drilling under the hill"));
    assertThat(index.related(Clipping.idOf("seed"), Audience.PUBLIC, 9))
        .extracting(l -> l.card().id())
        .containsExactlyElementsOf(named("older", "newer"));
  }

  @Test
  void relatesInOneLanguageAndOneOfEachCopyGroup() {
    put(
        Clipping.of("seed").minute(9).about("Pia Lund"),
        Clipping.of("first").minute(8).about("Pia Lund").saying("Pia Lund sings", "tonight"),
        Clipping.of("copy")
            .minute(7)
            .about("Pia Lund")
            .saying("Pia Lund sings", "tonight")
            .copyOf("first"),
        Clipping.of("foreign").minute(6).about("Pia Lund").in(Language.ARABIC));
    assertThat(index.related(Clipping.idOf("seed"), Audience.PUBLIC, 9)).hasSize(1);
  }

  @Test
  void keepsWhatWasCommittedAndForgetsTheRest() {
    put(Clipping.of("kept"));
    index.commit(41);
    put(Clipping.of("lost"));
    reopen();
    assertThat(index.committed()).isEqualTo(41);
    assertThat(found(Filter.ALL)).isEqualTo(named("kept"));
    assertThat(index.check()).isEmpty();
  }

  @Test
  void clearsForGood() {
    put(Clipping.of("a"));
    index.commit(7);
    index.clear();
    assertThat(index.count()).isZero();
    reopen();
    assertThat(index.count()).isZero();
    assertThat(index.committed()).isZero();
  }

  @Test
  void answersLikeTheNaiveIndex() {
    long seed = Long.getLong("tagwire.seed", new Random().nextLong());
    System.out.println("answersLikeTheNaiveIndex: -Dtagwire.seed=" + seed);
    RandomWire wire = new RandomWire(new Random(seed));
    NaiveIndex naive = new NaiveIndex();
    for (int round = 0; round < 12; round++) {
      List<IndexChange> changes = wire.changes(40);
      changes.forEach(naive::apply);
      index.apply(changes);
      if (round % 4 == 3) {
        index.commit(round);
        reopen();
      }
      index.refresh();
      assertThat(index.count()).isEqualTo(naive.count());
      for (int i = 0; i < 12; i++) {
        compare(wire, naive, "seed " + seed + " round " + round + " question " + i);
      }
    }
  }

  private void compare(RandomWire wire, NaiveIndex naive, String where) {
    Filter filter = wire.filter();
    Audience audience = wire.audience();
    String what = where + ": " + filter + " for " + audience;
    assertThat(index.totals(filter, audience)).as(what).isEqualTo(naive.totals(filter, audience));
    Instant since = wire.time();
    assertThat(index.topTags(filter, audience, since, 3))
        .as(what)
        .isEqualTo(naive.topTags(filter, audience, since, 3));
    Instant until = since.plusSeconds(600);
    List<Instant> bounds = List.of(since.minusSeconds(900), since, since.plusSeconds(300), until);
    assertThat(index.volume(filter, audience, bounds))
        .as(what)
        .isEqualTo(naive.volume(filter, audience, bounds));
    List<String> heard = new ArrayList<>();
    index.coverage(
        filter,
        audience,
        since,
        until,
        c -> heard.add(c.order() + " " + c.about().stream().sorted().toList()));
    assertThat(heard.stream().sorted().toList())
        .as(what)
        .isEqualTo(naive.coverage(filter, audience, since, until));
    ListQuery query = wire.query(filter, audience);
    Page expected = naive.list(query);
    assertThat(index.list(query)).as(what).isEqualTo(expected);
    while (expected.next() != null) {
      query = query.from(expected.next());
      expected = naive.list(query);
      assertThat(index.list(query)).as(what + " after " + query.after()).isEqualTo(expected);
    }
  }
}
