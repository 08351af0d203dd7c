package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeatsTest {
  private final Seats seats = new Seats();

  private int take(String address, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += seats.take(address) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void oneAddressHasRoomForANewsroomAndNoMore() {
    assertThat(take("192.0.2.1", 1_000)).isEqualTo(Seats.PER_HOUSEHOLD).isGreaterThanOrEqualTo(200);
    assertThat(take("192.0.2.2", 1)).isEqualTo(1);
  }

  @Test
  void allAddressesOfAHouseholdHaveItsSeatsAndNoMore() {
    int taken = 0;
    for (int i = 0; i < 1_000; i++) {
      taken += take("2001:db8:0:7::" + Integer.toHexString(i), 1);
    }
    assertThat(taken).isEqualTo(Seats.PER_HOUSEHOLD);
    seats.leave("2001:db8:0:7:1::9");
    assertThat(take("2001:db8:0:7:2::9", 2)).isEqualTo(1);
    assertThat(take("2001:db8:0:8::1", 1)).isEqualTo(1);
  }

  @Test
  void allTogetherHaveAnEnd() {
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      taken += take("192.0.2." + i, 100);
    }
    assertThat(taken).isEqualTo(Seats.ALL);
  }

  @Test
  void whoLeavesMakesRoom() {
    take("192.0.2.1", Seats.PER_HOUSEHOLD);
    seats.leave("192.0.2.1");
    assertThat(take("192.0.2.1", 2)).isEqualTo(1);
  }
}
