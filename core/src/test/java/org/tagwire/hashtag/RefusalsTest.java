package org.tagwire.hashtag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Category;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;
import org.tagwire.model.Tagging;

final class RefusalsTest {
  private static final List<Tagging> TAGS = List.of(about("Apple"), about("Harbour Fair"));

  @Test
  void namesOnlyWhatWasRefusedSeveralTimesInThatField() {
    List<Tagging> weighed = weigh(3, Category.LIFESTYLE);

    assertThat(weighed).extracting(Tagging::name).containsExactly("Harbour Fair", "Apple");
    assertThat(weighed).extracting(Tagging::grade).containsExactly(Grade.ABOUT, Grade.MENTIONS);
    assertThat(weighed.getLast().score()).isEqualTo(0.25);
  }

  @Test
  void leavesOtherFieldsAndSingleSlipsAlone() {
    assertThat(weigh(3, Category.TECHNOLOGY)).isEqualTo(TAGS);
    assertThat(weigh(2, Category.LIFESTYLE)).isEqualTo(TAGS);
  }

  private static List<Tagging> weigh(int refused, Category category) {
    Knowledge.Scope english = new Knowledge.Scope(TagRules.REFUSED, "en");
    String lesson = TagRules.lesson(TagKey.of("Apple"), Category.LIFESTYLE);
    Knowledge knowledge =
        (scope, what) -> scope.equals(english) && what.equals(lesson) ? refused : 0;
    return Refusals.weigh(TAGS, Language.ENGLISH, category, knowledge);
  }
}
