package org.tagwire.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;

/** What an index answers under conditions, and how it counts by time. */
public abstract class ConditionContract {
  private static final TagKey PIA = TagKey.of("Pia Lund");

  /** Returns the index that is asked. */
  protected abstract SearchIndex index();

  private void print(Clipping... clippings) {
    index().apply(Arrays.stream(clippings).<IndexChange>map(Clipping::put).toList());
    index().refresh();
  }

  private static List<ArticleId> named(String... names) {
    return Arrays.stream(names).map(Clipping::idOf).toList();
  }

  private List<ArticleId> where(Condition condition) {
    return index()
        .list(ListQuery.first(Filter.where(condition), Audience.PUBLIC, 30))
        .listings()
        .stream()
        .map(listing -> listing.card().id())
        .toList();
  }

  @Test
  void narrowsByConditions() {
    print(
        Clipping.of("a").minute(1).by("one.example").in(Category.SPORT).about("Pia Lund"),
        Clipping.of("b").minute(2).in(Language.ARABIC).naming("Pia Lund").about("Quay"),
        Clipping.of("c").minute(3).about("Quay").saying("Fog over the quay", "It lifted at noon."));
    Condition pia = new Condition.Tagged(PIA, false);
    Condition quay = new Condition.Tagged(TagKey.of("Quay"), false);
    assertThat(where(new Condition.All(List.of(pia, new Condition.Not(quay)))))
        .isEqualTo(named("a"));
    assertThat(where(new Condition.All(List.of(pia, quay)))).isEqualTo(named("b"));
    assertThat(where(new Condition.Any(List.of(new Condition.Tagged(PIA, true), quay))))
        .isEqualTo(named("c", "b", "a"));
    assertThat(where(new Condition.Not(pia))).isEqualTo(named("c"));
    assertThat(where(new Condition.By(new Domain("one.example")))).isEqualTo(named("a"));
    assertThat(where(new Condition.In(Category.SPORT))).isEqualTo(named("a"));
    assertThat(where(new Condition.Written(Language.ARABIC))).isEqualTo(named("b"));
    assertThat(where(new Condition.Before(Clipping.DAWN.plusSeconds(120)))).isEqualTo(named("a"));
    assertThat(where(new Condition.From(Clipping.DAWN.plusSeconds(120))))
        .isEqualTo(named("c", "b"));
    assertThat(where(new Condition.From(Instant.MIN))).hasSize(3);
    assertThat(where(new Condition.Before(Instant.MAX))).hasSize(3);
    assertThat(where(new Condition.Word("QUAY", false))).isEqualTo(named("c"));
    assertThat(where(new Condition.Word("lift", true))).isEqualTo(named("c"));
    assertThat(where(new Condition.Word("lift", false))).isEmpty();
    assertThat(where(new Condition.Phrase("over the quay"))).isEqualTo(named("c"));
    assertThat(where(new Condition.Phrase("quay the over"))).isEmpty();
    assertThat(where(new Condition.Word("!?", false))).isEmpty();
    assertThat(where(new Condition.Any(List.of()))).isEmpty();
    assertThat(where(Condition.ANYTHING)).hasSize(3);
  }

  @Test
  void countsUnderConditions() {
    print(
        Clipping.of("a").minute(1).by("one.example").about("Pia Lund"),
        Clipping.of("b").minute(2).by("two.example").about("Pia Lund", "Quay"));
    Filter without =
        Filter.tag(PIA).and(new Condition.Not(new Condition.Tagged(TagKey.of("Quay"), false)));
    assertThat(index().totals(without, Audience.PUBLIC).articles()).isOne();
    assertThat(index().topTags(without, Audience.PUBLIC, Clipping.DAWN, 9))
        .containsExactly(new TagCount(PIA, 1, 1));
  }

  @Test
  void countsByTimeWithBothEndsInTheirPlaces() {
    print(
        Clipping.of("a").minute(1).about("Pia Lund"),
        Clipping.of("b").minute(2).about("Pia Lund"),
        Clipping.of("c").minute(2),
        Clipping.of("d").minute(3).about("Pia Lund"),
        Clipping.of("e").minute(2).about("Pia Lund").secret());
    List<Instant> bounds =
        List.of(Clipping.DAWN, Clipping.DAWN.plusSeconds(120), Clipping.DAWN.plusSeconds(180));
    assertThat(index().volume(Filter.tag(PIA), Audience.PUBLIC, bounds)).containsExactly(1, 1);
    assertThat(index().volume(Filter.tag(PIA), Audience.OWNER, bounds)).containsExactly(1, 2);
    assertThat(index().volume(Filter.tag(TagKey.of("Nobody")), Audience.PUBLIC, bounds))
        .containsExactly(0, 0);
  }

  @Test
  void changesItsGenerationWithItsAnswers() {
    print(Clipping.of("a"));
    long before = index().version();
    assertThat(index().version()).isEqualTo(before);
    print(Clipping.of("b"));
    assertThat(index().version()).isGreaterThan(before);
  }

  @Test
  void leadsStrangersFromNoNameToWhatSpeaksOfAChildOfThatName() {
    print(
        Clipping.of("grown").minute(1).about("Pia Lund"),
        Clipping.of("child").minute(2).about("Pia Lund", "Quay").sparing("Pia Lund"));
    TagKey quay = TagKey.of("Quay");
    assertThat(where(new Condition.Tagged(PIA, false))).isEqualTo(named("grown"));
    assertThat(where(new Condition.Tagged(quay, false))).isEqualTo(named("child"));
    Filter leaving = Filter.tag(quay).leaving(Set.of(PIA));
    for (Filter filter : List.of(Filter.tag(PIA), Filter.tag(PIA).about(), leaving)) {
      assertThat(index().totals(filter, Audience.PUBLIC).articles()).as("" + filter).isOne();
      assertThat(index().totals(filter, Audience.OWNER).articles()).as("" + filter).isEqualTo(2);
    }
    assertThat(where(Condition.ANYTHING)).hasSize(2);
  }

  @Test
  void bringsNothingBackByNegation() {
    print(
        Clipping.of("open").minute(1).about("Pia Lund"),
        Clipping.of("secret").minute(2).about("Pia Lund").secret(),
        Clipping.of("unlisted").minute(3).about("Quay").unlisted());
    Condition nobody = new Condition.Not(new Condition.Tagged(TagKey.of("Nobody"), false));
    assertThat(where(nobody)).isEqualTo(named("open"));
    assertThat(where(new Condition.Not(new Condition.Not(nobody)))).isEqualTo(named("open"));
    assertThat(where(new Condition.Not(new Condition.Tagged(PIA, false)))).isEmpty();
    assertThat(index().totals(Filter.where(nobody), Audience.PUBLIC).articles()).isOne();
    assertThat(index().totals(Filter.where(nobody), Audience.OWNER).articles()).isEqualTo(3);
  }
}
