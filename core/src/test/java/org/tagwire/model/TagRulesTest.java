package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;
import static org.tagwire.model.Samples.mentions;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TagRulesTest {
  private static final TagKey ADA = TagKey.of("Ada Quill");
  private static final TagKey ADELE = TagKey.of("Adele Quill");
  private static final TagKey SMITH = TagKey.of("John Smith");
  private static final TagKey PLAYER = TagKey.of("John Smith Footballer");

  @Test
  void makesOneTagOfTwoWithTheReasonsOfBoth() {
    Reading read =
        article("https://a.example/1").tags(mentions("Adele Quill"), about("Ada Quill")).reading();

    Reading ruled = rules(merge(ADELE, ADA)).on(read);

    assertThat(ruled.understanding().tags()).hasSize(1);
    Tagging tag = ruled.understanding().tags().getFirst();
    assertThat(tag.key()).isEqualTo(ADA);
    assertThat(tag.name()).isEqualTo("Ada Quill");
    assertThat(tag.grade()).isEqualTo(Grade.ABOUT);
    assertThat(tag.mentions())
        .extracting(Mention::surface)
        .containsExactly("Adele Quill", "Ada Quill");
  }

  @Test
  void followsAKeyThroughSeveralRules() {
    TagKey dame = TagKey.of("Dame Ada Quill");
    TagRules rules = rules(merge(ADELE, ADA), new TagRule.Rename(ADA, "Dame Ada Quill"));

    assertThat(rules.resolve(ADELE)).isEqualTo(dame);
    assertThat(rules.leadingTo(dame)).containsExactly(dame, ADA, ADELE);
    assertThat(tags(rules, article("https://a.example/1").tags(about("Adele Quill"))))
        .containsExactly("Dame Ada Quill");
  }

  @Test
  void passesOverARuleThatWouldLeadInACircle() {
    TagRules rules = rules(merge(ADELE, ADA), merge(ADA, ADELE));

    assertThat(rules.resolve(ADELE)).isEqualTo(ADA);
    assertThat(rules.resolve(ADA)).isEqualTo(ADA);
  }

  @Test
  void tellsTwoSubjectsApartByATagOrByWordsOfTheText() {
    TagRules rules = rules(split("Gannet Rovers", "centre forward"));

    assertThat(tags(rules, smith("b").tags(about("John Smith"), mentions("Gannet Rovers"))))
        .containsExactly("John Smith Footballer", "Gannet Rovers");
    assertThat(tags(rules, smith("The Centre  forward, no.\nThe centre forward scored.")))
        .containsExactly("John Smith Footballer");
    assertThat(tags(rules, smith("He voted on the epicentre forwardly.")))
        .containsExactly("John Smith");
  }

  @Test
  void letsNoOtherSpellingCrossASplit() {
    TagKey jon = TagKey.of("Jon Smith");
    TagRules rules = rules(split("Gannet Rovers"), merge(jon, SMITH));

    assertThat(
            tags(
                rules,
                smith("Gannet Rovers won.").tags(about("Jon Smith"), mentions("John Smith"))))
        .containsExactly("John Smith Footballer");
    assertThat(tags(rules, smith("The vote was close.").tags(about("Jon Smith"))))
        .containsExactly("John Smith");
    assertThat(rules.isSplit(SMITH)).isTrue();
    assertThat(rules.isSplit(PLAYER)).isTrue();
    assertThat(rules.isSplit(SMITH, PLAYER)).isTrue();
    assertThat(rules.isSplit(ADA)).isFalse();
  }

  @Test
  void keepsASplitUnderANewName() {
    TagRules rules = rules(split("Gannet Rovers"), new TagRule.Rename(SMITH, "John Smith MP"));

    assertThat(tags(rules, smith("Gannet Rovers won."))).containsExactly("John Smith Footballer");
    assertThat(tags(rules, smith("The vote was close."))).containsExactly("John Smith MP");
  }

  @Test
  void takesATagOffOneArticleOrLeavesItNamed() {
    Samples.Draft draft =
        article("https://a.example/1").tags(about("Ada Quill"), about("Harbour Fair"));
    ArticleId id = draft.reading().id();

    assertThat(tags(rules(new TagRule.NotAbout(id, ADA, false, null)), draft))
        .containsExactly("Harbour Fair");
    Reading named = rules(new TagRule.NotAbout(id, ADA, true, null)).on(draft.reading());
    assertThat(named.understanding().tags()).hasSize(2);
    assertThat(named.understanding().about())
        .extracting(Tagging::name)
        .containsExactly("Harbour Fair");
    Samples.Draft other = article("https://a.example/2").tags(about("Ada Quill"));
    assertThat(tags(rules(new TagRule.NotAbout(id, ADA, false, null)), other))
        .containsExactly("Ada Quill");
  }

  @Test
  void refusesATagUnderWhateverNameItComes() {
    Samples.Draft draft = article("https://a.example/1").tags(about("Adele Quill"));
    TagRule not = new TagRule.NotAbout(draft.reading().id(), ADA, false, null);

    assertThat(tags(rules(not, merge(ADELE, ADA)), draft)).isEmpty();
    assertThat(tags(rules(merge(ADELE, ADA), not), draft)).isEmpty();
  }

  @Test
  void givesAHeadingTheNameTheOwnerSays() {
    Hashtag tag = new Hashtag(TagKey.of("Nhs"), "Nhs", "Nhs", TagKind.ORGANISATION, Samples.NOON);
    TagRules rules = rules(new TagRule.Rename(tag.key(), "NHS"));

    assertThat(rules.named(tag).form()).isEqualTo("NHS");
    assertThat(rules.named(tag).name()).isEqualTo("NHS");
    assertThat(tags(rules, article("https://a.example/1").tags(about("Nhs"))))
        .containsExactly("NHS");
  }

  @Test
  void changesNothingWhereNothingWasSaid() {
    Reading read = article("https://a.example/1").tags(about("Harbour Fair")).reading();

    assertThat(rules(merge(ADELE, ADA)).on(read)).isSameAs(read);
    assertThat(TagRules.of(List.of())).isSameAs(TagRules.NONE);
  }

  @Test
  void saysWhereArticlesMayStillStandUntilARuleIsSettled() {
    TagRules open = TagRules.of(List.of(new TagRules.Standing(merge(ADELE, ADA), true, false)));
    TagRules undone = TagRules.of(List.of(new TagRules.Standing(merge(ADELE, ADA), false, false)));

    assertThat(open.leaving(ADA)).isEqualTo(Set.of(ADELE));
    assertThat(open.isSettled()).isFalse();
    assertThat(rules(merge(ADELE, ADA)).leaving(ADA)).isEmpty();
    assertThat(rules(merge(ADELE, ADA)).isSettled()).isTrue();
    assertThat(undone.isSettled()).isFalse();
    assertThat(undone.resolve(ADELE)).isEqualTo(ADELE);
  }

  @Test
  void teachesWhereATagWasRefusedUntilThatIsTakenBack() {
    TagRule.Field sport = new TagRule.Field(Language.ENGLISH, Category.SPORT);
    TagRules rules =
        rules(
            new TagRule.NotAbout(ArticleId.mint("https://a.example/1"), ADA, false, sport),
            new TagRule.NotAbout(ArticleId.mint("https://a.example/2"), ADA, true, sport),
            new TagRule.NotAbout(ArticleId.mint("https://a.example/3"), ADA, false, null));
    Knowledge.Scope refused = new Knowledge.Scope(TagRules.REFUSED, "en");
    Knowledge.Scope names = new Knowledge.Scope("hashtag:names", "en");
    Knowledge known = rules.over((scope, what) -> scope.equals(names) ? 7 : 0);

    assertThat(known.count(refused, TagRules.lesson(ADA, Category.SPORT))).isEqualTo(2);
    assertThat(known.count(refused, TagRules.lesson(ADA, Category.CRIME))).isZero();
    assertThat(known.count(names, "ada")).isEqualTo(7);
    assertThat(rules(merge(ADELE, ADA)).over(Knowledge.NONE)).isSameAs(Knowledge.NONE);
  }

  @Test
  void tellsWhichArticlesHaveYetToLeaveATag() {
    ArticleId other = ArticleId.mint("https://a.example/1");
    ArticleId naming = ArticleId.mint("https://a.example/2");
    ArticleId left = ArticleId.mint("https://a.example/3");
    TagRules rules =
        TagRules.of(
            List.of(
                new TagRules.Standing(merge(ADELE, ADA), true, true),
                new TagRules.Standing(new TagRule.NotAbout(other, ADELE, false, null), true, false),
                new TagRules.Standing(new TagRule.NotAbout(naming, ADA, true, null), true, false),
                new TagRules.Standing(new TagRule.NotAbout(left, ADA, false, null), true, true)));

    assertThat(rules.refusing(ADA, true)).containsExactlyInAnyOrder(other, naming);
    assertThat(rules.refusing(ADA, false)).containsExactly(other);
    assertThat(rules.refusing(SMITH, true)).isEmpty();
  }

  @Test
  void refusesWhatIsNoRule() {
    assertThatThrownBy(() -> merge(ADA, ADA)).hasMessageContaining("one tag already");
    assertThatThrownBy(TagRulesTest::split).hasMessageContaining("needs what tells");
    assertThatThrownBy(() -> new TagRule.Rename(ADA, "…")).hasMessageContaining("no hashtag");
    assertThatThrownBy(() -> new TagRule.Rename(ADA, " ")).hasMessageContaining("characters");
  }

  private static Samples.Draft smith(String body) {
    return article("https://a.example/smith").body(body).tags(about("John Smith"));
  }

  private static TagRule merge(TagKey tag, TagKey into) {
    return new TagRule.Merge(tag, into, into.equals(ADA) ? "Ada Quill" : "John Smith");
  }

  private static TagRule split(String... with) {
    return new TagRule.Split(SMITH, PLAYER, "John Smith Footballer", List.of(with));
  }

  private static TagRules rules(TagRule... rules) {
    return TagRules.of(
        Arrays.stream(rules).map(rule -> new TagRules.Standing(rule, true, true)).toList());
  }

  private static List<String> tags(TagRules rules, Samples.Draft draft) {
    return rules.on(draft.reading()).understanding().tags().stream().map(Tagging::name).toList();
  }
}
