package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String ADDRESS = "https://quay.example/ship.jpg";

  private final Seal seal = Seal.of(Seal.newKey(new SecureRandom()));
  private final String signature = seal.sign(ADDRESS, NOON);

  @Test
  void holdsOnItsDayAndTheNext() {
    assertThat(signature).matches("[A-Za-z0-9_-]{22}");
    assertThat(seal.findEnd(signature, ADDRESS, NOON))
        .contains(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(end(NOON.plus(Duration.ofHours(35)))).isTrue();
    assertThat(end(NOON.plus(Duration.ofHours(36)))).as("two days later").isFalse();
    assertThat(end(NOON.minus(Duration.ofDays(1)))).as("before it was made").isFalse();
  }

  private boolean end(Instant now) {
    return seal.findEnd(signature, ADDRESS, now).isPresent();
  }

  @Test
  void holdsForNothingElse() {
    assertThat(seal.findEnd(signature, ADDRESS + "?", NOON)).isEmpty();
    Seal other = Seal.of(Seal.newKey(new SecureRandom()));
    assertThat(other.findEnd(signature, ADDRESS, NOON)).as("another instance's key").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "%", "AAAAAAAAAAAAAAAAAAAAAA", "../../etc/passwd"})
  void isNotGuessed(String guess) {
    assertThat(seal.findEnd(guess, ADDRESS, NOON)).isEmpty();
  }

  @Test
  void hasAKeyOf256Bits() {
    assertThat(Seal.newKey(new SecureRandom())).matches("[0-9a-f]{64}");
    assertThatThrownBy(() -> Seal.of("00".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("248");
  }
}
