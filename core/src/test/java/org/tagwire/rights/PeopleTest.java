package org.tagwire.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Category;
import org.tagwire.model.Grade;
import org.tagwire.model.Mention;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;

class PeopleTest {

  @Test
  void showsAPersonToStrangersOnlyWhenThreeOriginsSpeakAndOneIsAboutThem() {
    assertThat(People.hasPublicPage(TagKind.PERSON, 3, 1)).isTrue();
    assertThat(People.hasPublicPage(TagKind.PERSON, 2, 5)).isFalse();
    assertThat(People.hasPublicPage(TagKind.PERSON, 9, 0)).isFalse();
    assertThat(People.hasPublicPage(TagKind.PLACE, 1, 0)).isTrue();
  }

  @Test
  void namesNobodyInCrimeFromFewerThanThreeOriginsAndLetsNobodyTrendThere() {
    assertThat(People.mayCarry(Category.CRIME, TagKind.PERSON, 2)).isFalse();
    assertThat(People.mayCarry(Category.CRIME, TagKind.PERSON, 3)).isTrue();
    assertThat(People.mayCarry(Category.CRIME, TagKind.PLACE, 1)).isTrue();
    assertThat(People.mayCarry(Category.SPORT, TagKind.PERSON, 1)).isTrue();
    assertThat(People.mayTrend(Category.CRIME, TagKind.PERSON)).isFalse();
    assertThat(People.mayTrend(Category.POLITICS, TagKind.PERSON)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Quill, 15, was seen at the harbour.", "Ada Quill (9) came second.",
            "The 17-year-old Ada Quill swam.",
        "Ada Quill, aged 12, swam.", "Little Ada Quill is a 4 month old.",
            "The boy, Ada Quill, ran.",
        "Police named the victim as Ada Quill.", "Die 16-jährige Ada Quill schwamm.",
            "Ada Quill ist 15 Jahre alt.",
        "Ada Quill, âgée de 14 ans, nage.", "Ada Quill, de 13 años, nada.",
            "Ada Quill, 13 anni, nuota.",
        "アダさん(15歳)が優勝した。", "وقال إن الضحية هي آدا", "La víctima es Ada Quill."
      })
  void protectsMinorsAndVictims(String sentence) {
    assertThat(People.isProtected(tagging(TagKind.PERSON, sentence))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Quill, 51, was seen at the harbour.",
        "Ada Quill, the 18-year-old swimmer, won.",
        "Ada Quill served 15 years as mayor.",
        "It was a kind of triumph for Ada Quill.",
        "Ada Quill scored 12, 15 and 17 points.",
        "Ada Quill suffered minor injuries.",
        "Ada Quill met the victims' families.",
        "Die junge Ada Quill, 30, schwamm.",
        "In 10 days Ada Quill returns."
      })
  void leavesEverybodyElseAlone(String sentence) {
    assertThat(People.isProtected(tagging(TagKind.PERSON, sentence))).isFalse();
  }

  @Test
  void protectsNoPlaces() {
    assertThat(People.isProtected(tagging(TagKind.PLACE, "The victim came from Port Selwyn.")))
        .isFalse();
  }

  private static Tagging tagging(TagKind kind, String sentence) {
    return new Tagging(
        TagKey.parse("AdaQuill").orElseThrow(),
        "Ada Quill",
        kind,
        Grade.ABOUT,
        1,
        List.of(new Mention(sentence, "Ada Quill", 1)));
  }
}
