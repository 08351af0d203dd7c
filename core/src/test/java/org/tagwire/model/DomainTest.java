package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainTest {
  @ParameterizedTest
  @CsvSource({
    "Ledger.Example, ledger.example",
    "WWW.ledger.example, ledger.example",
    "www.example, www.example",
  })
  void isSmallAndWithoutWww(String name, String domain) {
    assertThat(new Domain(name).name()).isEqualTo(domain);
    assertThat(Domain.parse(" " + name + " ")).contains(new Domain(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "no domain", "ledger.example/news"})
  void isNoTextWithBlanksOrSlashes(String typed) {
    assertThat(Domain.parse(typed)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Domain(typed));
  }

  /** Whoever has looked at the length of what was typed may make a domain of it. */
  @Test
  void growsWithNoLetter() {
    String typed = "\u0130".repeat(253);
    assertThat(new Domain(typed).name()).hasSize(253);
    assertThat(Domain.parse(typed)).isPresent();
    assertThat(Domain.parse(typed + "a")).isEmpty();
  }
}
