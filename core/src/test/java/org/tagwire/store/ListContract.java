package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;
import static org.tagwire.model.Samples.mentions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Cursor;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Reading;
import org.tagwire.model.TagKey;

/** What lists show when they are answered from the store alone. */
public abstract class ListContract extends StoreContract {
  private static final TagKey ADA = TagKey.of("Ada Quill");

  @Test
  void listsATagNewestFirstAndNarrowsToAbout() {
    publish(
        article("https://a.example/1").minutesAgo(30).tags(about("Ada Quill")),
        article("https://a.example/2").minutesAgo(10).tags(mentions("Ada Quill")),
        article("https://a.example/3").minutesAgo(20).tags(about("Ben Ode")));
    assertThat(urls(Filter.tag(ADA), Audience.PUBLIC))
        .containsExactly("https://a.example/2", "https://a.example/1");
    assertThat(urls(Filter.tag(ADA).about(), Audience.PUBLIC))
        .containsExactly("https://a.example/1");
  }

  @Test
  void narrowsByPublisherCategoryLanguageAndWords() {
    publish(
        article("https://a.example/1").minutesAgo(1).carrier("ferry.example"),
        article("https://a.example/2").minutesAgo(2).category(Category.SPORT),
        article("https://a.example/3").minutesAgo(3).in(Language.ARABIC),
        article("https://a.example/4").minutesAgo(4).title("ÄRGER over the Lighthouse"));
    assertThat(urls(Filter.publisher(new Domain("ferry.example")), Audience.PUBLIC))
        .containsExactly("https://a.example/1");
    assertThat(urls(Filter.category(Category.SPORT), Audience.PUBLIC))
        .containsExactly("https://a.example/2");
    assertThat(urls(Filter.ALL.in(Language.ARABIC), Audience.PUBLIC))
        .containsExactly("https://a.example/3");
    assertThat(urls(Filter.ALL.notIn(Language.ENGLISH), Audience.PUBLIC))
        .containsExactly("https://a.example/3");
    Condition shouted = new Condition.Word("ärger!", false);
    Condition lit = new Condition.Word("lighthouse", false);
    assertThat(where(new Condition.All(List.of(lit, shouted)))).containsExactly(4);
    assertThat(where(new Condition.Word("light", false))).isEmpty();
  }

  @Test
  void narrowsByConditions() {
    publish(
        article("https://a.example/1")
            .minutesAgo(1)
            .carrier("ferry.example")
            .tags(about("Ada Quill")),
        article("https://a.example/2")
            .minutesAgo(2)
            .category(Category.SPORT)
            .tags(mentions("Ada Quill"), about("Ben Ode")),
        article("https://a.example/3")
            .minutesAgo(3)
            .in(Language.ARABIC)
            .title("Fog over the Lighthouse"));
    Condition ada = new Condition.Tagged(ADA, false);
    Condition ben = new Condition.Tagged(TagKey.of("Ben Ode"), false);
    assertThat(where(new Condition.All(List.of(ada, new Condition.Not(ben))))).containsExactly(1);
    assertThat(where(new Condition.All(List.of(ada, ben)))).containsExactly(2);
    assertThat(where(new Condition.Tagged(ADA, true))).containsExactly(1);
    assertThat(where(new Condition.Not(ada))).containsExactly(3);
    assertThat(where(new Condition.By(new Domain("ferry.example")))).containsExactly(1);
    assertThat(where(new Condition.In(Category.SPORT))).containsExactly(2);
    assertThat(where(new Condition.Written(Language.ARABIC))).containsExactly(3);
    assertThat(where(new Condition.Any(List.of(new Condition.Word("LIGHT", true), ben))))
        .containsExactly(2, 3);
    assertThat(where(new Condition.Phrase("over the lighthouse"))).containsExactly(3);
    assertThat(where(new Condition.Phrase("lighthouse over the"))).isEmpty();
    assertThat(where(new Condition.Word("!?", false))).isEmpty();
    assertThat(where(new Condition.Any(List.of()))).isEmpty();
    assertThat(where(Condition.ANYTHING)).containsExactly(1, 2, 3);
  }

  @Test
  void narrowsByTime() {
    publish(
        article("https://a.example/1").minutesAgo(5), article("https://a.example/2").minutesAgo(9));
    Page all = store.articles().list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 9));
    Instant newest = all.listings().getFirst().card().order();
    assertThat(where(new Condition.From(newest))).containsExactly(1);
    assertThat(where(new Condition.Before(newest))).containsExactly(2);
    assertThat(where(new Condition.Before(Instant.MAX))).containsExactly(1, 2);
  }

  @Test
  void readsAConditionUnderTheOwnersRules() {
    Reading one = article("https://a.example/1").tags(about("Adele Quill")).reading();
    publish(article("https://a.example/2").minutesAgo(90).tags(about("Ada Quill")));
    accept(one);
    place(placed(one));
    Condition ada = new Condition.Tagged(ADA, false, Set.of(TagKey.of("Adele Quill")), Set.of());
    assertThat(where(ada)).containsExactly(1, 2);
    Condition refused =
        new Condition.Tagged(ADA, false, Set.of(TagKey.of("Adele Quill")), Set.of(one.id()));
    assertThat(where(refused)).containsExactly(2);
    assertThat(where(new Condition.Not(refused))).containsExactly(1);
  }

  @Test
  void bringsNothingBackByNegation() {
    publish(
        article("https://a.example/1").isPrivate().tags(about("Ada Quill")),
        article("https://a.example/2").unlisted());
    assertThat(where(new Condition.Not(new Condition.Tagged(TagKey.of("Nobody"), false))))
        .isEmpty();
  }

  /** The last letters of the addresses, which are numbers. */
  private List<Integer> where(Condition condition) {
    return urls(Filter.where(condition), Audience.PUBLIC).stream()
        .map(url -> Integer.valueOf(url.substring(url.length() - 1)))
        .toList();
  }

  @Test
  void pagesWithoutGapOrRepeatThroughEqualTimesWhileNewArticlesComeIn() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      publish(article("https://a.example/" + i).minutesAgo(100 + i / 10));
    }
    expected.addAll(urls(store.articles().list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 50))));
    ListQuery query = ListQuery.first(Filter.ALL, Audience.PUBLIC, 7);
    List<String> walked = new ArrayList<>();
    Page page = store.articles().list(query);
    walked.addAll(urls(page));
    while (page.findNext().isPresent()) {
      publish(article("https://new.example/" + walked.size()).minutesAgo(1));
      Cursor next = Cursor.parse(page.findNext().get().token()).orElseThrow();
      page = store.articles().list(query.from(next));
      walked.addAll(urls(page));
    }
    assertThat(walked).isEqualTo(expected).hasSize(25);
  }

  @Test
  void endsWithoutACursorWhenTheLastPageIsJustFull() {
    publish(article("https://a.example/1"), article("https://a.example/2"));
    assertThat(store.articles().list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 2)).findNext())
        .isEmpty();
  }

  @Test
  void hidesPrivateAndUnlistedArticlesFromThePublic() {
    publish(
        article("https://a.example/1").isPrivate().tags(about("Ada Quill")),
        article("https://a.example/2").unlisted().tags(about("Ada Quill")));
    assertThat(urls(Filter.tag(ADA), Audience.PUBLIC)).isEmpty();
    assertThat(urls(Filter.ALL, Audience.PUBLIC)).isEmpty();
    assertThat(urls(Filter.tag(ADA), Audience.OWNER)).hasSize(2);
  }

  @Test
  void showsACopyGroupOnceByItsFirstThatMatches() {
    Reading first =
        article("https://a.example/1").minutesAgo(5).carrier("lantern.example").reading();
    Reading early =
        article("https://b.example/2").minutesAgo(60).carrier("ferry.example").reading();
    Reading late = article("https://c.example/3").minutesAgo(1).carrier("ferry.example").reading();
    accept(first, early, late);
    place(placed(first), placed(early, copyOf(first)), placed(late, copyOf(first)));
    Page all = store.articles().list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 30));
    assertThat(urls(all)).containsExactly(first.url());
    assertThat(all.listings().getFirst().outlets()).isEqualTo(3);
    assertThat(urls(Filter.publisher(new Domain("ferry.example")), Audience.PUBLIC))
        .containsExactly(early.url());
    ListQuery unfolded = new ListQuery(Filter.ALL, Audience.PUBLIC, null, 30, false);
    assertThat(urls(store.articles().list(unfolded))).hasSize(3);
  }

  @Test
  void countsOnlyTheOutletsTheAudienceMaySee() {
    Reading first = article("https://a.example/1").isPrivate().minutesAgo(5).reading();
    Reading copy = article("https://b.example/2").minutesAgo(60).reading();
    accept(first, copy);
    place(placed(first), placed(copy, copyOf(first)));
    Page seen = store.articles().list(ListQuery.first(Filter.ALL, Audience.PUBLIC, 30));
    assertThat(urls(seen)).containsExactly(copy.url());
    assertThat(seen.listings().getFirst().outlets()).isOne();
    Page owners = store.articles().list(ListQuery.first(Filter.ALL, Audience.OWNER, 30));
    assertThat(urls(owners)).containsExactly(first.url());
    assertThat(owners.listings().getFirst().outlets()).isEqualTo(2);
  }
}
