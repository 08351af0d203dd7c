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
    assertThat(take("192.0.2.1", 1_000)).isEqualTo(Seats.PER_ADDRESS).isGreaterThanOrEqualTo(200);
    assertThat(take("192.0.2.2", 1)).isEqualTo(1);
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
    take("192.0.2.1", Seats.PER_ADDRESS);
    seats.leave("192.0.2.1");
    assertThat(take("192.0.2.1", 2)).isEqualTo(1);
  }
}
