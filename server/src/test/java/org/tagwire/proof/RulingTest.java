package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.engines.Restoration;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Grade;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Tombstone;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.ListView;
import org.tagwire.rights.Suppressions;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.web.Questions;
import org.tagwire.server.works.Works;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.RuleStore.Given;

/** What the owner says about hashtags shows everywhere at once, and goes on holding. */
final class RulingTest {
  private final SettableClock clock = new SettableClock(Samples.NOON);
  private final Map<String, Samples.Draft> drafts = new HashMap<>();
  private Works works;

  @TempDir private Path directory;

  @BeforeEach
  void open() {
    works = opened();
    publish("1", 9, "Ada Quill", "Harbour Fair");
    publish("2", 8, "Adele Quill", "Gannet Bay");
    publish("3", 7, "Adele Quill", "Ada Quill");
    publish("4", 6, "Harbour Fair");
  }

  @AfterEach
  void close() {
    assertThat(works.store().upkeep().check()).isEmpty();
    new Oracle(works.store(), works.index().orElseThrow()).agree();
    works.close();
  }

  @Test
  void mergesOnEverySurfaceBeforeOneArticleHasMoved() {
    works.store().rules().put(merge(), clock.instant());

    assertMerged();
    works.settleRules((done, total) -> {});
    assertMerged();
    assertThat(works.index().orElseThrow().list(query("Adele Quill")).listings()).isEmpty();
  }

  private void assertMerged() {
    Questions asked = Questions.of(works.store(), works::index);
    assertThat(asked.hashtags().open("AdeleQuill", view()))
        .isEqualTo(new HashtagPages.Spelled("AdaQuill"));
    HashtagPages.HashtagPage page = page("AdaQuill");
    assertThat(page.all().articles()).isEqualTo(3);
    assertThat(page.list().listings())
        .extracting(l -> l.card().id())
        .containsExactly(id("3"), id("2"), id("1"));
    assertThat(page.list().listings())
        .flatExtracting(l -> l.card().chips())
        .extracting(Card.Chip::form)
        .containsExactly("AdaQuill", "AdaQuill", "GannetBay", "AdaQuill", "HarbourFair");
    assertThat(asked.directory().open(Optional.empty(), Audience.OWNER).tags())
        .extracting(Hashtag::form)
        .containsExactly("AdaQuill", "GannetBay", "HarbourFair");
    assertThat(asked.front().mostCovered(Audience.OWNER, clock.instant()))
        .extracting(covered -> covered.tag().form())
        .doesNotContain("AdeleQuill")
        .doesNotHaveDuplicates();
    var article = ((ArticlePages.Found) asked.articles().open(id("2"), view())).page();
    assertThat(article.article().understanding().tags())
        .extracting(Tagging::name)
        .containsExactly("Ada Quill", "Gannet Bay");
    assertThat(works.store().tags().nearest(TagKey.of("AdeleQuil"), Audience.OWNER, 3))
        .extracting(Hashtag::form)
        .containsExactly("AdaQuill");
  }

  @Test
  void tellsWhatItDidAndTakesItBack() {
    assertThat(said("tags-merge", "#AdeleQuill", "Ada Quill"))
        .isEqualTo("rule 1: #adelequill is #AdaQuill");
    assertThat(said("tags")).contains("1     2025-11-20T12:00:00Z  #adelequill is #AdaQuill");
    assertThat(said("explain", "tag", "AdeleQuill"))
        .contains("also, as the owner says: #adelequill");

    assertThat(said("tags-undo", "1")).isEqualTo("rule 1 is taken back: #adelequill is #AdaQuill");

    assertThat(ids("AdeleQuill")).containsExactly(id("3"), id("2"));
    assertThat(ids("AdaQuill")).containsExactly(id("3"), id("1"));
    assertThat(said("tags")).isEqualTo("RULE  SINCE  SAYS");
    assertThatThrownBy(() -> said("tags-undo", "1")).hasMessageContaining("no rule 1 that holds");
  }

  @Test
  void renamesHeadingChipsAndAddress() {
    said("tags-rename", "AdaQuill", "Dame Ada Quill");

    assertThat(open("AdaQuill")).isEqualTo(new HashtagPages.Spelled("DameAdaQuill"));
    HashtagPages.HashtagPage page = page("DameAdaQuill");
    assertThat(page.tag().name()).isEqualTo("Dame Ada Quill");
    assertThat(page.list().listings())
        .extracting(l -> l.card().chips().getFirst().name())
        .contains("Dame Ada Quill");
    said("tags-rename", "AdaQuill", "DAME ADA QUILL");
    assertThat(open("DameAdaQuill")).isEqualTo(new HashtagPages.Spelled("DAMEADAQUILL"));
    publish("5", 1, "Ada Quill");
    assertThat(ids("DAMEADAQUILL")).containsExactly(id("5"), id("3"), id("1"));
  }

  @Test
  void splitsANameByWhatItIsSaidWith() {
    Order order =
        Order.of("tags-split", "AdaQuill")
            .with("as", "Ada Quill Diver")
            .with("with", "gannet bay\nHarbour Fair");
    assertThat(said(order))
        .isEqualTo(
            "rule 1: #adaquill is #AdaQuillDiver where it is said with “gannet bay” or “Harbour"
                + " Fair”");

    assertThat(ids("AdaQuillDiver")).containsExactly(id("1"));
    assertThat(ids("AdaQuill")).containsExactly(id("3"));
    publish("5", 1, "Ada Quill", "Gannet Bay");
    assertThat(ids("AdaQuillDiver")).containsExactly(id("5"), id("1"));
    assertThatThrownBy(() -> said("tags-merge", "AdaQuillDiver", "AdaQuill"))
        .hasMessageContaining("were split");
    said("tags-undo", "1");
    assertThat(ids("AdaQuill")).containsExactly(id("5"), id("3"), id("1"));
    assertThat(open("AdaQuillDiver")).isInstanceOf(HashtagPages.Unknown.class);
  }

  @Test
  void takesATagOffOneArticleThroughRestartRereadRebuildAndCorrection() {
    String address = drafts.get("3").reading().url();
    assertThat(said("tags-not-about", address, "AdaQuill"))
        .isEqualTo("rule 1: “Story 3” has no #adaquill");
    said(Order.of("tags-not-about", id("2").hex(), "GannetBay").with("mentioned", "yes"));

    assertRefused();
    works.close();
    works = opened();
    assertRefused();
    said("rebuild-index");
    assertRefused();
    works.store().articles().reread(List.of(drafts.get("3").reading(), drafts.get("2").reading()));
    works.settle((done, total) -> {});
    assertRefused();
    accept(drafts.get("3").body("Put right by the editor."));
    assertRefused();
  }

  private void assertRefused() {
    assertThat(ids("AdaQuill")).containsExactly(id("1"));
    Article second =
        ((Lookup.Found) works.store().articles().find(id("2"), Audience.OWNER)).article();
    assertThat(second.understanding().tags())
        .filteredOn(t -> t.name().equals("Gannet Bay"))
        .extracting(Tagging::grade)
        .containsExactly(Grade.MENTIONS);
    assertThat(page("GannetBay").about().articles()).isZero();
  }

  @Test
  void holdsOverARestoreOfWhatWasSavedBefore() throws IOException {
    Path backup = directory.resolve("saved.db");
    said("tags-rename", "HarbourFair", "Harbour Festival");
    said("backup", backup.toString());
    said("tags-merge", "AdeleQuill", "AdaQuill");
    said("tags-undo", "1");

    works.close();
    new Restoration(data(), Failpoints.NONE, clock).restore(backup);
    works = opened();
    works.settle((done, total) -> {});
    works.settleRules((done, total) -> {});

    assertThat(ids("AdaQuill")).containsExactly(id("3"), id("2"), id("1"));
    assertThat(ids("HarbourFair")).containsExactly(id("4"), id("1"));
    assertThat(works.rulebook().list()).hasSize(1).allMatch(Given::settled);
  }

  @Test
  void goesOnWhereACrashLeftIt() {
    works.store().rules().put(merge(), clock.instant());
    works.close();
    works = opened();
    works.settle((done, total) -> {});
    assertMerged();
    works.settleRules((done, total) -> {});
    assertThat(works.store().rules().now().isSettled()).isTrue();
    assertMerged();
  }

  @Test
  void showsThePublicNothingOfAMergedTagThatOnlyPrivateArticlesCarry() {
    Samples.Draft hidden =
        Samples.article("https://secret.example/1").isPrivate().tags(tag("Secret Society"));
    accept(hidden);
    said("tags-rename", "SecretSociety", "Open Society");
    said("tags-not-about", hidden.reading().id().hex(), "OpenSociety");
    said("tags-undo", "2");

    Questions asked = Questions.of(works.store(), works::index);
    ListView anybody = ListView.of(Audience.PUBLIC, Language.ENGLISH);
    assertThat(asked.hashtags().open("OpenSociety", anybody))
        .isInstanceOf(HashtagPages.Unknown.class);
    assertThat(asked.hashtags().open("SecretSociety", anybody))
        .isInstanceOf(HashtagPages.Unknown.class);
    assertThat(asked.directory().open(Optional.empty(), Audience.PUBLIC).tags())
        .extracting(Hashtag::form)
        .doesNotContain("OpenSociety", "SecretSociety");
    assertThat(ids("OpenSociety")).hasSize(1);
  }

  @Test
  void refusesWhatMakesNoSenseAndChangesNothing() {
    Map<List<String>, String> wrong = new HashMap<>();
    wrong.put(List.of("tags-merge", "AdaQuill", "Ada Quill"), "one tag already");
    wrong.put(List.of("tags-merge", "Nobody", "AdaQuill"), "there is no tag 'Nobody'");
    wrong.put(List.of("tags-merge", "AdaQuill", "…"), "no hashtag can be made of");
    wrong.put(List.of("tags-rename", "AdaQuill", "Harbour Fair"), "merge them if they are one");
    wrong.put(List.of("tags-rename", "AdaQuill", "Ada Quill"), "is called so already");
    wrong.put(List.of("tags-rename", "AdaQuill", "?!"), "no hashtag can be made of");
    wrong.put(List.of("tags-split", "AdaQuill"), "--as NAME");
    wrong.put(
        List.of("tags-not-about", "https://nowhere.example/", "AdaQuill"), "there is no article");
    wrong.put(List.of("tags-undo", "one"), "no number of a rule");

    wrong.forEach(
        (order, message) ->
            assertThatThrownBy(() -> said(order.toArray(new String[0])))
                .isInstanceOf(TagwireException.class)
                .hasMessageContaining(message));

    assertThat(works.store().rules().list()).isEmpty();
  }

  @Test
  void bringsNoHiddenNameBackUnderAnother() {
    byte[] secret = "sixteen bytes and more".getBytes(StandardCharsets.UTF_8);
    works.store().upkeep().putProperty("suppression-secret", HexFormat.of().formatHex(secret));
    for (String hash : new Suppressions(secret).hashesToKeep("Adele Quill")) {
      works
          .store()
          .tombstones()
          .put(new Tombstone(Tombstone.Kind.NAME, hash, "asked to be forgotten", clock.instant()));
    }

    for (List<String> order :
        List.of(
            List.of("tags-merge", "AdeleQuill", "AdaQuill"),
            List.of("tags-merge", "AdaQuill", "AdeleQuill"),
            List.of("tags-rename", "AdeleQuill", "A. Q."),
            List.of("tags-rename", "AdaQuill", "Quill Adèle"))) {
      assertThatThrownBy(() -> said(order.toArray(new String[0])))
          .hasMessageContaining("hidden for good");
    }
    assertThat(works.store().rules().list()).isEmpty();
  }

  @Test
  void saysThatANameMayConcernDifferentPeopleUntilItIsSplit() {
    for (int i = 0; i < 10; i++) {
      boolean sport = i % 2 == 0;
      accept(
          Samples.article("https://paper" + i + ".example/reed")
              .carrier("paper" + i + ".example")
              .minutesAgo(i * 40_000L)
              .title("Boat " + i + " of pier " + (i * 7))
              .body("Reed and lamp number " + i + " left berth " + (i * 13) + " at dawn.")
              .category(sport ? Category.SPORT : Category.POLITICS)
              .tags(Samples.about("Tom Reed"), tag(sport ? "Gannet Rovers" : "Harbour Council")));
    }

    assertThat(page("TomReed").ambiguous()).isTrue();
    assertThat(page("GannetRovers").ambiguous()).isFalse();
    said(
        Order.of("tags-split", "TomReed")
            .with("as", "Tom Reed MP")
            .with("with", "Harbour Council"));
    assertThat(page("TomReed").ambiguous()).isFalse();
    assertThat(page("TomReedMP").ambiguous()).isFalse();
    assertThat(page("TomReedMP").all().articles()).isEqualTo(5);
  }

  @Test
  void learnsFromSeveralRefusalsInPublicArticlesAndUnlearnsThem() {
    for (String name : List.of("1", "3")) {
      said("tags-not-about", id(name).hex(), "AdaQuill");
    }
    var scope = new org.tagwire.model.Knowledge.Scope("hashtag:refused", "en");
    assertThat(works.desks().knowledge().count(scope, "adaquill in general")).isEqualTo(2);
    said("tags-undo", "1");
    assertThat(works.desks().knowledge().count(scope, "adaquill in general")).isEqualTo(1);
  }

  private static org.tagwire.model.TagRule merge() {
    return new org.tagwire.model.TagRule.Merge(
        TagKey.of("Adele Quill"), TagKey.of("Ada Quill"), "Ada Quill");
  }

  private Works opened() {
    return Works.open(
        new Works.Surroundings(
            data(), SettingsReader.of(Map.of("understand", "off")), clock, Failpoints.NONE));
  }

  private Path data() {
    return directory.resolve("data");
  }

  private void publish(String name, long minutesAgo, String... tags) {
    Samples.Draft draft =
        Samples.article("https://lantern.example/" + name)
            .minutesAgo(minutesAgo)
            .title("Story " + name)
            .body("Nothing but story number " + name + ".")
            .tags(Arrays.stream(tags).map(RulingTest::tag).toArray(Tagging[]::new));
    drafts.put(name, draft);
    accept(draft);
  }

  private void accept(Samples.Draft draft) {
    works
        .store()
        .articles()
        .accept(
            List.of(new Accepted(draft.reading(), Optional.empty(), List.of(), false)),
            Optional.empty());
    works.settle((done, total) -> {});
  }

  private static Tagging tag(String name) {
    return Samples.tagging(name, TagKind.TOPIC, Grade.ABOUT);
  }

  private ArticleId id(String name) {
    return drafts.get(name).reading().id();
  }

  private static ListQuery query(String tag) {
    return ListQuery.first(Filter.tag(TagKey.of(tag)), Audience.OWNER, 9);
  }

  private static ListView view() {
    return ListView.of(Audience.OWNER, Language.ENGLISH);
  }

  private HashtagPages.Answer open(String spelling) {
    return Questions.of(works.store(), works::index).hashtags().open(spelling, view());
  }

  private HashtagPages.HashtagPage page(String spelling) {
    HashtagPages.Answer answer = open(spelling);
    String form = answer instanceof HashtagPages.Spelled spelled ? spelled.form() : spelling;
    return ((HashtagPages.Found) open(form)).page();
  }

  private List<ArticleId> ids(String spelling) {
    return page(spelling).list().listings().stream().map(l -> l.card().id()).toList();
  }

  private String said(String... words) {
    return said(Order.of(words[0], Arrays.copyOfRange(words, 1, words.length)));
  }

  private String said(Order order) {
    Lines told = new Lines();
    new Bureau(works).carryOut(order, told);
    return String.join("\n", told.results);
  }
}
