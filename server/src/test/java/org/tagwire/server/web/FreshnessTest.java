package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Audience;

class FreshnessTest {
  private static final Instant NOW = Instant.parse("2025-11-22T09:00:20Z");
  private static final Instant UNTIL = Instant.parse("2025-11-22T09:10:00Z");
  private final Freshness freshness = new Freshness("b1", ZoneOffset.UTC);
  private final String stamp = freshness.stamp(7, "p");

  @Test
  void aValidatorHoldsUntilTheNextTimeIsWordedAnew() {
    String held = Freshness.validator(stamp, UNTIL);
    assertThat(Freshness.findUntil(held, stamp, NOW)).contains(UNTIL);
    assertThat(Freshness.findUntil(held, stamp, UNTIL.minusSeconds(1))).contains(UNTIL);
    assertThat(Freshness.findUntil(held, stamp, UNTIL)).isEmpty();
  }

  @Test
  void itIsFoundAmongOthersAndBehindAProxyThatWeakensIt() {
    String held = "\"x\", " + Freshness.validator(stamp, UNTIL) + ", W/\"y\"";
    assertThat(Freshness.findUntil(held, stamp, NOW)).contains(UNTIL);
  }

  @Test
  void otherNewsAnotherBuildOrAnotherReaderEndIt() {
    String held = Freshness.validator(stamp, UNTIL);
    assertThat(Freshness.findUntil(held, freshness.stamp(8, "p"), NOW)).isEmpty();
    assertThat(Freshness.findUntil(held, freshness.stamp(7, "oab12cd"), NOW)).isEmpty();
    assertThat(Freshness.findUntil(held, new Freshness("b2", ZoneOffset.UTC).stamp(7, "p"), NOW))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "W/\"7-b1p~\"", "W/\"7-b1p~99999999999999999999\"", "W/\"7-b1p~1"})
  void nonsenseHoldsNothing(String held) {
    assertThat(Freshness.findUntil(held, stamp, NOW)).isEmpty();
    assertThat(Freshness.findUntil(null, stamp, NOW)).isEmpty();
  }

  @Test
  void whatDoesNotKnowEndsWithTheMinute() {
    assertThat(freshness.until(Optional.empty(), NOW))
        .isEqualTo(Instant.parse("2025-11-22T09:01:00Z"));
  }

  @Test
  void nothingOutlastsTheDayHereOrInGreenwich() {
    Freshness tokyo = new Freshness("b1", ZoneId.of("Asia/Tokyo"));
    assertThat(tokyo.until(Optional.of(Instant.MAX), NOW))
        .isEqualTo(Instant.parse("2025-11-22T15:00:00Z"));
    assertThat(tokyo.until(Optional.of(Instant.MAX), Instant.parse("2025-11-22T16:00:00Z")))
        .isEqualTo(Instant.parse("2025-11-23T00:00:00Z"));
    assertThat(tokyo.until(Optional.of(UNTIL), NOW)).isEqualTo(UNTIL);
  }

  @Test
  void anybodyKeepsAPageToTheEndOfItsTimeAndHalfAMinuteAtMost() {
    assertThat(Freshness.keeping(Audience.PUBLIC, NOW.plusSeconds(12), NOW))
        .isEqualTo("public, max-age=12");
    assertThat(Freshness.keeping(Audience.PUBLIC, UNTIL, NOW)).isEqualTo("public, max-age=30");
    assertThat(Freshness.keeping(Audience.PUBLIC, NOW.minusSeconds(1), NOW))
        .isEqualTo("public, max-age=0");
    assertThat(Freshness.keeping(Audience.OWNER, UNTIL, NOW)).isEqualTo("private, no-cache");
  }
}
