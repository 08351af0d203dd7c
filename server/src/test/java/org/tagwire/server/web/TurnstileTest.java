package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final Instant NOW = Instant.parse("2025-11-22T09:00:00Z");

  @Test
  void letsThirtySecondsWorthInAtOnceAndThenOneByOne() {
    Turnstile turnstile = Turnstile.perSecond(10);
    assertThat(passed(turnstile, "192.0.2.1", 1_000, NOW)).isEqualTo(300);
    assertThat(turnstile.pass("192.0.2.1", NOW)).isEqualTo(Duration.ofMillis(100));
    assertThat(passed(turnstile, "192.0.2.1", 50, NOW.plusMillis(500))).isEqualTo(5);
    assertThat(passed(turnstile, "192.0.2.1", 1_000, NOW.plusSeconds(3_600))).isEqualTo(300);
  }

  @Test
  void anotherReaderHasABucketOfTheirOwn() {
    Turnstile turnstile = Turnstile.perSecond(1);
    assertThat(passed(turnstile, "192.0.2.1", 100, NOW)).isEqualTo(30);
    assertThat(passed(turnstile, "192.0.2.2", 100, NOW)).isEqualTo(30);
    assertThat(passed(turnstile, "2001:db8:0:1::1", 100, NOW)).isEqualTo(30);
  }

  @Test
  void allOfAHouseholdIsOneReader() {
    Turnstile turnstile = Turnstile.perSecond(1);
    int let = 0;
    for (int i = 0; i < 200; i++) {
      let += passed(turnstile, "2001:db8:0:7::" + Integer.toHexString(i), 1, NOW);
    }
    assertThat(let).isEqualTo(30);
    assertThat(passed(turnstile, "2001:db8:0:8::1", 1, NOW)).isEqualTo(1);
  }

  @Test
  void aMappedAddressIsTheAddress() {
    Turnstile turnstile = Turnstile.perSecond(1);
    assertThat(passed(turnstile, "192.0.2.1", 30, NOW)).isEqualTo(30);
    assertThat(passed(turnstile, "::ffff:192.0.2.1", 1, NOW)).isZero();
  }

  @Test
  void remembersNoMoreThanAHundredThousandAndThoseWhoAskedLast() {
    Turnstile turnstile = Turnstile.perSecond(1);
    passed(turnstile, "10.0.0.1", 30, NOW);
    for (int i = 0; i < 2 * Turnstile.MOST; i++) {
      String household =
          "2001:db8:"
              + Integer.toHexString(i >> 16)
              + ':'
              + Integer.toHexString(i & 0xffff)
              + "::1";
      turnstile.pass(household, NOW);
      if (i % 1_000 == 0) {
        assertThat(turnstile.pass("10.0.0.1", NOW)).isPositive();
      }
    }
    assertThat(turnstile.known()).isEqualTo(Turnstile.MOST);
  }

  @Test
  void whoIsForgivenMayComeAsOftenAsAtFirst() {
    Turnstile turnstile = new Turnstile(3, Duration.ofSeconds(15));
    assertThat(passed(turnstile, "2001:db8:0:7::1", 10, NOW)).isEqualTo(3);
    assertThat(turnstile.pass("2001:db8:0:7::2", NOW)).isEqualTo(Duration.ofSeconds(15));
    turnstile.forgive("2001:db8:0:7::3");
    assertThat(passed(turnstile, "2001:db8:0:7::4", 10, NOW)).isEqualTo(3);
  }

  @Test
  void whatIsNoAddressIsMeasuredToo() {
    Turnstile turnstile = Turnstile.perSecond(1);
    assertThat(passed(turnstile, "fe80::1%eth0", 40, NOW)).isEqualTo(30);
  }

  @Test
  void zeroLimitsNobody() {
    assertThat(passed(Turnstile.perSecond(0), "192.0.2.1", 10_000, NOW)).isEqualTo(10_000);
  }

  private static int passed(Turnstile turnstile, String reader, int times, Instant now) {
    int passed = 0;
    for (int i = 0; i < times; i++) {
      passed += turnstile.pass(reader, now).isZero() ? 1 : 0;
    }
    return passed;
  }
}
