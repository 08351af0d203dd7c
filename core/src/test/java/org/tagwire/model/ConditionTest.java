package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Condition.All;
import org.tagwire.model.Condition.Any;
import org.tagwire.model.Condition.Not;
import org.tagwire.model.Condition.Tagged;
import org.tagwire.model.Condition.Word;

class ConditionTest {
  private static final Condition WORD = new Word("fog", false);
  private static final Condition TAG = new Tagged(TagKey.of("Fog"), false);

  @Test
  void countsItsLevelsLeavesAndWords() {
    Condition tree = new All(List.of(WORD, new Not(new Any(List.of(TAG, WORD)))));
    assertThat(tree.depth()).isEqualTo(4);
    assertThat(tree.leaves()).isEqualTo(3);
    assertThat(tree.words()).isEqualTo(2);
    assertThat(Condition.ANYTHING.leaves()).isZero();
  }

  @Test
  void addsNothingToNothing() {
    assertThat(Condition.ANYTHING.and(TAG)).isEqualTo(TAG);
    assertThat(TAG.and(Condition.ANYTHING)).isEqualTo(TAG);
    assertThat(TAG.and(WORD)).isEqualTo(new All(List.of(TAG, WORD)));
  }

  @Test
  void refusesWhatIsTooDeep() {
    Condition deep = WORD;
    while (deep.depth() < Condition.MAX_DEPTH) {
      deep = new Not(deep);
    }
    Condition deepest = deep;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Not(deepest))
        .withMessageContaining("at most 8 levels");
  }

  @Test
  void refusesTooManyLeavesAndTooManyWords() {
    new Any(Collections.nCopies(Condition.MAX_LEAVES, TAG));
    new Any(Collections.nCopies(Condition.MAX_WORDS, WORD));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Any(Collections.nCopies(Condition.MAX_LEAVES + 1, TAG)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Any(Collections.nCopies(Condition.MAX_WORDS + 1, WORD)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Word("x".repeat(Condition.MAX_TEXT + 1), false));
  }

  @Test
  void putsOtherTagsInTheSamePlaces() {
    Condition tree = new All(List.of(WORD, new Not(new Any(List.of(TAG)))));
    Tagged other = new Tagged(TagKey.of("Mist"), true);
    assertThat(tree.mapTags(tagged -> other))
        .isEqualTo(new All(List.of(WORD, new Not(new Any(List.of(other))))));
  }
}
