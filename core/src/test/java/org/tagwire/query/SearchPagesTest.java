package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.tagwire.model.Condition;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.Mark;
import org.tagwire.model.Observation;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKind;
import org.tagwire.query.SearchPages.Found;
import org.tagwire.query.SearchPages.SearchPage;
import org.tagwire.query.SearchPages.Sought;
import org.tagwire.search.Note;
import org.tagwire.search.Request;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/** Where searches lead, and what strangers are not told by them. */
final class SearchPagesTest {
  private static final Instant NOW = Clipping.DAWN.plusSeconds(86_400);

  @TempDir Path directory;
  private final SmallTags tags =
      new SmallTags().know(TagKind.PLACE, "Skerry").know(TagKind.PERSON, "Pia Lund", "Tom Vale");
  private SearchIndex index;
  private Store store;
  private SearchPages pages;
  private Suggestions suggestions;
  private boolean away;

  @BeforeEach
  void open() {
    index = LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
    store = SqliteStore.open(directory.resolve("store"), Failpoints.NONE, () -> NOW);
    Lists lists = new Lists(store.articles(), tags, this::index);
    pages = new SearchPages(store.articles(), tags, store.sources(), lists, this::index);
    suggestions = new Suggestions(tags, store.sources(), lists);
  }

  private Optional<SearchIndex> index() {
    return away ? Optional.empty() : Optional.of(index);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  private void put(Clipping... clippings) {
    index.apply(Arrays.stream(clippings).<IndexChange>map(Clipping::put).toList());
    index.refresh();
  }

  private SearchPages.Answer ask(String typed, Audience audience) {
    ListView view = ListView.of(audience, Language.ENGLISH);
    return pages.open(new Sought(typed, view, Condition.ANYTHING, null, NOW, ZoneOffset.UTC));
  }

  private SearchPage found(String typed, Audience audience) {
    return ((Found) ask(typed, audience)).page();
  }

  private List<ArticleId> ids(String typed, Audience audience) {
    return found(typed, audience).list().listings().stream()
        .map(Listing::card)
        .map(card -> card.id())
        .toList();
  }

  private static List<ArticleId> named(String... names) {
    return Arrays.stream(names).map(Clipping::idOf).toList();
  }

  @Test
  void answersTheWholeLanguageFromTheIndex() {
    put(
        Clipping.of("a").minute(1).by("one.example").about("Skerry").saying("Storm at sea", "fog"),
        Clipping.of("b").minute(2).by("two.example").saying("Storm ashore", "boats and fog"),
        Clipping.of("c").minute(3).by("two.example").saying("Calm", "nothing").in(Language.ARABIC));
    assertThat(ids("storm", Audience.PUBLIC)).isEqualTo(named("b", "a"));
    assertThat(ids("storm -ashore", Audience.PUBLIC)).isEqualTo(named("a"));
    assertThat(ids("\"at sea\" OR calm", Audience.PUBLIC)).isEqualTo(named("a", "c"));
    assertThat(ids("tag:skerry fog", Audience.PUBLIC)).isEqualTo(named("a"));
    assertThat(ids("lang:ar", Audience.PUBLIC)).isEqualTo(named("c"));
    assertThat(ids("site:two.example stor*", Audience.PUBLIC)).isEqualTo(named("b"));
    assertThat(ids("storm after:" + Clipping.DAWN.plusSeconds(100), Audience.PUBLIC))
        .isEqualTo(named("b"));
    assertThat(ids("storm before:2025", Audience.PUBLIC)).isEmpty();
  }

  @Test
  void aTagAloneLeadsToItsPageAndANameHintsAtIt() {
    put(Clipping.of("a").about("Skerry").saying("Skerry", "news"));
    assertThat(ask("#skerry", Audience.PUBLIC)).isEqualTo(new SearchPages.ToTag("Skerry"));
    assertThat(found("skerry", Audience.PUBLIC).meant())
        .extracting(Hashtag::name)
        .containsExactly("Skerry");
  }

  @Test
  void strangersAreToldOfNoPersonWhosePageIsWithheld() {
    put(Clipping.of("a").about("Pia Lund").saying("Pia Lund speaks", "at the quay"));
    assertThat(ask("#PiaLund", Audience.OWNER)).isInstanceOf(SearchPages.ToTag.class);
    assertThat(ask("#PiaLund", Audience.PUBLIC)).isInstanceOf(Found.class);
    SearchPage page = found("tag:PiaLund", Audience.PUBLIC);
    assertThat(page.request().notes()).extracting(Note::kind).containsExactly(Note.Kind.TAG);
    assertThat(page.meant()).isEmpty();
    assertThat(found("tag:TomVale", Audience.PUBLIC).request().notes())
        .as("as one who is not there at all")
        .extracting(Note::kind)
        .containsExactly(Note.Kind.TAG);
    assertThat(suggestions.of("pia", Audience.PUBLIC, NOW).tags()).isEmpty();
    assertThat(suggestions.of("lund", Audience.OWNER, NOW).tags()).hasSize(1);
  }

  @Test
  void whoIsKnownWidelyIsSuggestedToStrangersToo() {
    put(
        Clipping.of("a").by("one.example").about("Pia Lund"),
        Clipping.of("b").by("two.example").about("Pia Lund"),
        Clipping.of("c").by("three.example").about("Pia Lund"));
    assertThat(suggestions.of("pia l", Audience.PUBLIC, NOW).tags())
        .extracting(Hashtag::form)
        .containsExactly("PiaLund");
    assertThat(suggestions.of("", Audience.PUBLIC, NOW).tags()).isEmpty();
    assertThat(suggestions.of("x".repeat(61), Audience.PUBLIC, NOW).tags()).isEmpty();
  }

  @Test
  void strangersSeeMarksInsideTheOnePassageOnly() {
    put(
        Clipping.of("a")
            .saying("A storm", "Harbour. ".repeat(80) + "The lighthouse storm came at night."));
    Hits hits = found("lighthouse", Audience.PUBLIC).hits().get(Clipping.idOf("a"));
    String shown =
        found("lighthouse", Audience.PUBLIC).list().listings().getFirst().card().excerpt();
    assertThat(hits.text()).isEqualTo(shown);
    assertThat(hits.marks()).allMatch(mark -> mark.to() <= shown.length());
    Hits storm = found("storm", Audience.PUBLIC).hits().get(Clipping.idOf("a"));
    assertThat(storm.headline()).containsExactly(new Mark(Mark.Kind.HIGHLIGHT, 2, 7, ""));
  }

  @Test
  void beyondTheLimitsNothingIsAsked() {
    assertThat(ask("a ".repeat(40), Audience.PUBLIC))
        .isEqualTo(new SearchPages.TooMuch(Request.Limit.TERMS));
    assertThat(ask("#" + "x".repeat(600), Audience.PUBLIC))
        .isEqualTo(new SearchPages.TooMuch(Request.Limit.LENGTH));
  }

  @Test
  void anAddressNobodyKnowsIsSaidToBeOne() {
    assertThat(ask("https://newcomer.example/feed", Audience.OWNER))
        .isEqualTo(
            new SearchPages.AnAddress(
                "https://newcomer.example/feed", Optional.empty(), Optional.empty()));
    assertThat(ask(Clipping.idOf("nobody").hex(), Audience.PUBLIC)).isInstanceOf(Found.class);
  }

  @Test
  void theStoreAnswersWhileTheIndexIsAway() {
    away = true;
    ArticleId storm = stored(Samples.article("https://one.example/1").title("Storm at sea"));
    stored(Samples.article("https://one.example/2").title("Calm ashore").body("After the storm."));
    ArticleId secret = stored(Samples.article("https://one.example/3").title("Storm").isPrivate());
    assertThat(pages.isReduced()).isTrue();
    assertThat(ids("storm", Audience.PUBLIC)).as("headlines alone are read").containsExactly(storm);
    assertThat(ids("storm", Audience.OWNER)).containsExactlyInAnyOrder(storm, secret);
    assertThat(found("storm", Audience.PUBLIC).hits()).isEmpty();
    ListView view = ListView.of(Audience.PUBLIC, Language.ENGLISH);
    RankPlace place = new RankPlace(NOW, 0);
    Sought best = new Sought("storm", view, Condition.ANYTHING, place, NOW, ZoneOffset.UTC);
    assertThat(((Found) pages.open(best)).page().list().listings())
        .extracting(listing -> listing.card().id())
        .containsExactly(storm);
  }

  private ArticleId stored(Samples.Draft draft) {
    Reading reading = draft.reading();
    Placement alone = Samples.alone(reading);
    store
        .articles()
        .accept(
            List.of(new Accepted(reading, Optional.empty(), List.of(), false)), Optional.empty());
    store
        .articles()
        .place(List.of(new Placed(reading, alone, Samples.card(reading, alone), Observation.NONE)));
    return reading.id();
  }
}
