package org.tagwire.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {
  private final Suppressions suppressions = new Suppressions(new byte[32]);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Milo Tarn",
        "milo tarn",
        "MILO TARN",
        "Tarn Milo",
        "#MiloTarn",
        "#milo_tarn",
        "Mílo Tärn",
        "Мilo Tаrn",
        "milotarn",
        "ＭＩＬＯ　Tarn",
        "Mi\u00adlo Tarn",
        "Milo-Tarn"
      })
  void knowsANameInEverySpellingThatLooksTheSame(String spelling) {
    assertThat(suppressions.hashesToKeep("Milo Tarn")).contains(suppressions.hash(spelling));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Milo Tarns", "Milos Tarn", "Milo", "Tarn", "Mila Tarn"})
  void leavesOtherNamesAlone(String other) {
    assertThat(suppressions.hashesToKeep("Milo Tarn")).doesNotContain(suppressions.hash(other));
  }

  @Test
  void tellsNothingWithoutTheSecret() {
    byte[] other = new byte[32];
    other[0] = 1;
    Set<String> kept = suppressions.hashesToKeep("Milo Tarn");

    assertThat(kept).allMatch(hash -> hash.matches("[0-9a-f]{64}")).hasSize(2);
    assertThat(new Suppressions(other).hashesToKeep("Milo Tarn")).doesNotContainAnyElementsOf(kept);
  }

  @Test
  void boundsTheOrdersOfLongNames() {
    assertThat(suppressions.hashesToKeep("a b c d")).hasSize(24);
    assertThat(suppressions.hashesToKeep("a b c d e f g h i j k l")).hasSize(1);
  }

  @Test
  void refusesWhatIsNoNameAndWhatIsNoSecret() {
    assertThatIllegalArgumentException().isThrownBy(() -> suppressions.hashesToKeep(" -_ "));
    assertThatIllegalArgumentException().isThrownBy(() -> new Suppressions(new byte[15]));
  }
}
