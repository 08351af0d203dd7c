package org.tagwire.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Withheld;

final class HiddenNamesTest {
  private static final String OLD = HexFormat.of().formatHex(new byte[16]);
  private static final String NEW = "ff".repeat(16);

  @Test
  void knowsANameUnderEachSecretThereEverWas() {
    Set<String> kept = new Suppressions(new byte[16]).hashesToKeep("Milo Tarn");
    HiddenNames names = HiddenNames.of(new Withheld(List.of(NEW, OLD), kept, Set.of()));
    assertThat(names.contain("MiloTarn")).isTrue();
    assertThat(names.contain("something", "TARN, Milo")).isTrue();
    assertThat(names.contain("Milo Tarns")).isFalse();
    HiddenNames strange = HiddenNames.of(new Withheld(List.of(NEW), kept, Set.of()));
    assertThat(strange.contain("MiloTarn")).isFalse();
  }

  @Test
  void hidesNothingWhereNothingIsHidden() {
    assertThat(HiddenNames.of(Withheld.NONE).contain("Milo Tarn")).isFalse();
  }
}
