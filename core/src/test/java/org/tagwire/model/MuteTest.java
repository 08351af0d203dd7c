package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MuteTest {
  @ParameterizedTest
  @CsvSource({
    "WORD, ' transfer window ', transfer window",
    "TAG, #HarbourFerry, harbourferry",
    "TAG, Harbour Ferry, harbourferry",
    "PUBLISHER, WWW.Ledger.example, ledger.example",
  })
  void readsWhatTheOwnerTyped(Mute.Kind kind, String typed, String value) {
    assertThat(Mute.parse(kind, typed)).contains(new Mute(kind, value));
  }

  @ParameterizedTest
  @CsvSource({"WORD, ' '", "WORD, …", "TAG, ###", "PUBLISHER, no domain"})
  void refusesWhatMutesNothing(Mute.Kind kind, String typed) {
    assertThat(Mute.parse(kind, typed)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(Mute.parse(Mute.Kind.WORD, "x".repeat(Mute.MAX_LENGTH + 1))).isEmpty();
  }

  @Test
  void refusesWhatBecomesTooLongWhenItIsRead() {
    assertThat(Mute.parse(Mute.Kind.TAG, "\uFAD0".repeat(Mute.MAX_LENGTH))).isEmpty();
  }
}
