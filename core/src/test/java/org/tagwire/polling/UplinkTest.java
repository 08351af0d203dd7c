package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tagwire.polling.Uplink.Sign;

class UplinkTest {
  private final Uplink uplink = new Uplink();

  @Test
  void isDownAfterThreeFailuresOfOurOwnAndUpWithTheFirstAnswer() {
    uplink.heard(Sign.OUTAGE, "a", 0);
    uplink.heard(Sign.OUTAGE, "b", 0);
    assertThat(uplink.isDown()).isFalse();
    uplink.heard(Sign.NOTHING, "c", 0);
    uplink.heard(Sign.OUTAGE, "d", 0);
    assertThat(uplink.isDown()).isTrue();
    uplink.heard(Sign.ANSWER, "e", 0);
    assertThat(uplink.isDown()).isFalse();
  }

  @Test
  void isDownWhenManySitesInARowAreSilentButNotWhenOneIs() {
    for (int i = 0; i < 100; i++) {
      uplink.heard(Sign.SILENCE, "same", 0);
    }
    assertThat(uplink.isDown()).isFalse();
    for (int i = 0; i < 20; i++) {
      uplink.heard(Sign.SILENCE, "site " + i, 0);
    }
    assertThat(uplink.isDown()).isTrue();
  }

  @Test
  void isTriedNowAndThenAndKeepsNobodyWaitingForLong() {
    long now = Duration.ofHours(1).toNanos();
    for (int i = 0; i < 3; i++) {
      uplink.heard(Sign.OUTAGE, "a", now);
    }
    assertThat(uplink.isTimeToTry(now)).isFalse();
    long soon = now + Duration.ofSeconds(30).toNanos();
    assertThat(uplink.isTimeToTry(soon)).isTrue();
    uplink.tried(soon);
    assertThat(uplink.isTimeToTry(soon + 1)).isFalse();
    uplink.heard(Sign.SILENCE, "b", soon + 1);
    assertThat(uplink.isTimeToTry(soon + 1)).isTrue();
    assertThat(uplink.isDownForLong(soon)).isFalse();
    assertThat(uplink.isDownForLong(now + Duration.ofMinutes(5).toNanos())).isTrue();
  }
}
