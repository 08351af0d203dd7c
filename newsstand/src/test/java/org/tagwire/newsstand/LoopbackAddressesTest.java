package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 127.64.0.1",
    "253, 127.64.0.254",
    "254, 127.64.1.1",
    "65023, 127.64.255.254",
    "65024, 127.65.0.1",
    "4161535, 127.127.255.254"
  })
  void numbersAddresses(int index, String address) {
    assertThat(LoopbackAddresses.nth(index).getHostAddress()).isEqualTo(address);
  }

  @Test
  void endsWhereTheRangeEnds() {
    assertThatThrownBy(() -> LoopbackAddresses.nth(LoopbackAddresses.MOST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4161536");
  }
}
