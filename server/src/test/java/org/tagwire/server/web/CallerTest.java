package org.tagwire.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallerTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, '', false, '', true",
    "127.0.0.1, 127.0.0.1, true, '', false",
    "::1, '', false, '', true",
    "10.0.0.9, '', false, '', false",
    "10.0.0.9, 127.0.0.1, true, 10.0.0.9, true",
    "10.0.0.9, '127.0.0.1, 203.0.113.5', true, 10.0.0.9, false",
    "10.0.0.8, 127.0.0.1, true, 10.0.0.9, false"
  })
  void tellsWhetherItIsThisMachineThatAsks(
      String peer, String forwardedFor, boolean traces, String trusted, boolean here) {
    Optional<String> header = Optional.of(forwardedFor).filter(h -> !h.isEmpty());

    Caller caller =
        Caller.of(
            peer,
            header,
            traces,
            Arrays.stream(trusted.split(",")).filter(t -> !t.isBlank()).toList());

    assertThat(caller.isThisMachine()).isEqualTo(here);
  }
}
