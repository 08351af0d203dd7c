package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;
import static org.tagwire.model.Samples.mentions;
import static org.tagwire.model.Samples.tagging;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Filter;
import org.tagwire.model.Grade;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagRule;
import org.tagwire.model.Tagging;
import org.tagwire.store.ArticleStore.Retagged;
import org.tagwire.store.RuleStore.Given;

/** How the owner's rules are kept and what they do to everything else, whatever the engine. */
public abstract class RuleStoreContract extends StoreContract {
  private static final TagKey ADA = TagKey.of("Ada Quill");
  private static final TagKey ADELE = TagKey.of("Adele Quill");
  private static final TagRule MERGE = new TagRule.Merge(ADELE, ADA, "Ada Quill");
  private static final ArticleId FIRST = ArticleId.mint("https://a.example/1");

  /** Opens the same store again, as after a restart. */
  protected abstract Store reopened();

  private void publishBoth() {
    publish(
        article("https://a.example/1").minutesAgo(9).tags(about("Adele Quill")),
        article("https://a.example/2").minutesAgo(8).tags(about("Ada Quill")),
        article("https://a.example/3")
            .minutesAgo(7)
            .tags(mentions("Adele Quill"), about("Ada Quill")));
  }

  @Test
  void keepsEveryKindOfRuleAsItWasGiven() {
    List<TagRule> rules =
        List.of(
            MERGE,
            new TagRule.Split(ADA, TagKey.of("Ada Two"), "Ada Two", List.of("Harbour", "Fair")),
            new TagRule.Rename(ADA, "Dame Ada Quill"),
            new TagRule.NotAbout(
                FIRST, ADA, true, new TagRule.Field(Language.ENGLISH, Category.SPORT)),
            new TagRule.NotAbout(FIRST, ADELE, false, null));
    for (TagRule rule : rules) {
      store.rules().put(rule, NOON);
    }
    assertThat(store.rules().undo(2, NOON.plusSeconds(5))).isTrue();
    assertThat(store.rules().undo(2, NOON.plusSeconds(6))).isFalse();
    assertThat(store.rules().undo(99, NOON)).isFalse();
    List<Given> before = store.rules().list();

    store = reopened();

    assertThat(before).extracting(Given::rule).containsExactlyElementsOf(rules);
    assertThat(before).extracting(Given::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(before).extracting(Given::holds).containsExactly(true, false, true, true, true);
    assertThat(store.rules().list()).isEqualTo(before);
    assertThat(store.rules().now().resolve(ADELE)).isEqualTo(TagKey.of("Dame Ada Quill"));
  }

  @Test
  void leadsFromOneTagToTheOtherAtOnce() {
    publishBoth();
    store.rules().put(MERGE, NOON);

    assertThat(store.tags().find(ADELE)).map(Hashtag::form).contains("AdaQuill");
    assertThat(store.tags().findAll(List.of(ADELE)).get(ADELE).form()).isEqualTo("AdaQuill");
    assertThat(forms(Audience.PUBLIC)).containsExactly("AdaQuill");
    assertThat(store.tags().nearest(TagKey.of("adelequil"), Audience.PUBLIC, 5))
        .extracting(Hashtag::form)
        .containsExactly("AdaQuill");
    assertThat(urls(Filter.tag(ADA).leaving(store.tags().rules().leaving(ADA)), Audience.PUBLIC))
        .containsExactly("https://a.example/3", "https://a.example/2", "https://a.example/1");
    assertThat(names(find(FIRST))).containsExactly("Ada Quill");
  }

  @Test
  void knowsARenamedTagByItsNewNameBeforeAnyArticleFollows() {
    publishBoth();
    store.rules().put(new TagRule.Rename(ADA, "Dame Ada Quill"), NOON);

    Hashtag renamed = store.tags().find(ADA).orElseThrow();
    assertThat(renamed.form()).isEqualTo("DameAdaQuill");
    assertThat(renamed.kind()).isEqualTo(TagKind.PERSON);
    assertThat(store.tags().find(TagKey.of("Dame Ada Quill"))).contains(renamed);
    assertThat(forms(Audience.PUBLIC)).containsExactly("AdeleQuill", "DameAdaQuill");
  }

  @Test
  void movesArticlesInListsWithAChangeNumberEachAndOnlyOnce() {
    publishBoth();
    long before = store.articles().lastChange();
    store.rules().put(MERGE, NOON);

    assertThat(retagAll()).isZero();
    assertThat(urls(Filter.tag(ADA), Audience.PUBLIC)).hasSize(3);
    assertThat(urls(Filter.tag(ADELE), Audience.PUBLIC)).isEmpty();
    assertThat(urls(Filter.tag(ADA).about(), Audience.PUBLIC)).hasSize(3);
    assertThat(store.articles().changes(before, 9)).hasSize(2);
    long after = store.articles().lastChange();
    assertThat(retagAll()).isZero();
    assertThat(store.articles().lastChange()).isEqualTo(after);
  }

  @Test
  void putsEverythingBackWhenARuleIsTakenBack() {
    publishBoth();
    List<String> before = urls(Filter.tag(ADELE), Audience.PUBLIC);
    store.rules().put(MERGE, NOON);
    retagAll();

    store.rules().undo(1, NOON);
    retagAll();

    assertThat(urls(Filter.tag(ADELE), Audience.PUBLIC)).isEqualTo(before);
    assertThat(forms(Audience.PUBLIC)).containsExactly("AdaQuill", "AdeleQuill");
    assertThat(names(find(FIRST))).containsExactly("Adele Quill");
  }

  @Test
  void appliesToWhatIsPlacedAndCorrectedLater() {
    publishBoth();
    store.rules().put(MERGE, NOON);
    store.rules().put(new TagRule.NotAbout(FIRST, ADA, false, null), NOON);

    publish(article("https://a.example/4").tags(about("Adele Quill")));
    publish(
        article("https://a.example/1").minutesAgo(9).body("Put right.").tags(about("Adele Quill")));

    assertThat(urls(Filter.tag(ADA), Audience.PUBLIC))
        .contains("https://a.example/4")
        .doesNotContain("https://a.example/1");
    assertThat(names(find(FIRST))).isEmpty();
    assertThat(store.articles().changes(0, 9))
        .flatExtracting(change -> change.article().orElseThrow().understanding().tags())
        .extracting(Tagging::key)
        .containsOnly(ADA)
        .hasSize(3);
  }

  @Test
  void leavesAnArticleAloneThatHasChangedOrWaits() {
    publishBoth();
    store.rules().put(MERGE, NOON);
    Article seen = ((ArticleStore.Lookup.Found) find(FIRST)).article();
    Card card = ((ArticleStore.Lookup.Found) find(FIRST)).card();
    accept(article("https://a.example/1").minutesAgo(9).body("Put right.").reading());

    assertThat(store.articles().retag(List.of(new Retagged(FIRST, seen.change(), card))))
        .isEqualTo(1);
    Reading other = article("https://a.example/2").reading();
    assertThat(store.articles().retag(List.of(new Retagged(other.id(), seen.change() - 1, card))))
        .isEqualTo(1);
  }

  @Test
  void settlesARuleOnlyAsItWasRead() {
    store.rules().put(MERGE, NOON);
    Given read = store.rules().find(1).orElseThrow();
    store.rules().undo(1, NOON.plusSeconds(1));

    store.rules().settle(read);

    assertThat(store.rules().now().isSettled()).isFalse();
    store.rules().settle(store.rules().find(1).orElseThrow());
    assertThat(store.rules().now().isSettled()).isTrue();
  }

  @Test
  void adoptsWhatAnotherStoreWasToldOnce() {
    TagRule rename = new TagRule.Rename(ADA, "Dame Ada Quill");
    store.rules().put(MERGE, NOON);
    List<Given> others =
        List.of(
            new Given(1, MERGE, NOON, NOON.plusSeconds(9), true),
            new Given(2, rename, NOON.plusSeconds(3), null, true));

    store.rules().adopt(others);
    store.rules().adopt(others);

    assertThat(store.rules().list()).hasSize(2);
    assertThat(store.rules().list()).extracting(Given::holds).containsExactly(false, true);
    assertThat(store.rules().now().isSettled()).isFalse();
    assertThat(store.rules().now().resolve(ADELE)).isEqualTo(ADELE);
  }

  @Test
  void listsAMergedTagOnlyForWhoMaySeeItsArticles() {
    publish(
        article("https://a.example/1").isPrivate().tags(about("Adele Quill")),
        article("https://a.example/2").isPrivate().tags(about("Ada Quill")));
    store.rules().put(MERGE, NOON);

    assertThat(forms(Audience.PUBLIC)).isEmpty();
    assertThat(forms(Audience.OWNER)).containsExactly("AdaQuill");
  }

  @Test
  void findsATagByTheShortFormThatArticlesExplain() {
    publish(article("https://a.example/1").tags(explained("National Health Service", "NHS")));

    assertThat(store.tags().find(TagKey.of("NHS")))
        .map(Hashtag::form)
        .contains("NationalHealthService");
    assertThat(store.tags().find(TagKey.of("Health"))).isEmpty();
    publish(article("https://a.example/2").tags(explained("Northern Harbour Society", "NHS")));
    assertThat(store.tags().find(TagKey.of("NHS"))).isEmpty();
    publish(article("https://a.example/3").tags(tagging("NHS", TagKind.ORGANISATION, Grade.ABOUT)));
    assertThat(store.tags().find(TagKey.of("NHS"))).map(Hashtag::form).contains("NHS");
  }

  private static Tagging explained(String name, String shortForm) {
    Mention mention = new Mention("The " + name + " (" + shortForm + ") met.", shortForm, 0.5);
    return new Tagging(
        TagKey.of(name), name, TagKind.ORGANISATION, Grade.ABOUT, 0.5, List.of(mention));
  }

  /** Brings all articles under the rules, as ingest does. Returns how many were left alone. */
  private int retagAll() {
    List<Article> all =
        store.articles().findAll(store.articles().walk(Optional.empty(), 99), Audience.OWNER);
    return store
        .articles()
        .retag(
            all.stream()
                .map(
                    a -> new Retagged(a.id(), a.change(), Samples.card(a.reading(), a.placement())))
                .toList());
  }

  private List<String> forms(Audience audience) {
    return store.tags().list(Optional.empty(), audience, 9).stream().map(Hashtag::form).toList();
  }

  private static List<String> names(ArticleStore.Lookup found) {
    return ((ArticleStore.Lookup.Found) found)
        .article().understanding().tags().stream().map(Tagging::name).toList();
  }
}
