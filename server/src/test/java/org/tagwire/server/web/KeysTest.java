package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String PASSWORD = "nine lives 九";
  private final Keys keys =
      Keys.of(OwnerPassword.of(OwnerPassword.hash(PASSWORD, new SecureRandom()).orElseThrow()));

  @Test
  void allAddressesOfAHouseholdGuessAsOneClient() {
    for (int i = 0; i < 8; i++) {
      assertThat(keys.signIn("no", "2001:db8:0:7::" + i, NOW)).isInstanceOf(Keys.Wrong.class);
    }
    assertThat(keys.signIn(PASSWORD, "2001:db8:0:7::9", NOW)).isInstanceOf(Keys.Later.class);
    assertThat(keys.signIn(PASSWORD, "2001:db8:0:8::1", NOW)).isInstanceOf(Keys.Opened.class);
  }

  @Test
  void whoHasSignedInIsKnownByTheHousehold() {
    assertThat(keys.signIn(PASSWORD, "2001:db8:0:7::1", NOW)).isInstanceOf(Keys.Opened.class);
    for (int i = 0; i < 60; i++) {
      keys.signIn("no", "203.0.113." + i, NOW);
    }
    assertThat(keys.signIn(PASSWORD, "198.51.100.1", NOW)).isInstanceOf(Keys.Later.class);
    assertThat(keys.signIn(PASSWORD, "2001:db8:0:7::2", NOW)).isInstanceOf(Keys.Opened.class);
  }
}
