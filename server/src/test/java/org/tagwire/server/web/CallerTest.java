package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallerTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, '', '', true",
    "127.0.0.1, 127.0.0.1, '', false",
    "::1, '', '', true",
    "10.0.0.9, '', '', false",
    "10.0.0.9, 127.0.0.1, 10.0.0.9, true",
    "10.0.0.9, '127.0.0.1, 203.0.113.5', 10.0.0.9, false",
    "10.0.0.8, 127.0.0.1, 10.0.0.9, false"
  })
  void tellsWhetherItIsThisMachineThatAsks(
      String peer, String forwardedFor, String trusted, boolean here) {
    assertThat(caller(peer, forwardedFor, trusted).isThisMachine()).isEqualTo(here);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 198.51.100.1, '', 203.0.113.9",
    "203.0.113.9, 198.51.100.1, 10.0.0.0/8, 203.0.113.9",
    "10.0.0.9, 198.51.100.1, 10.0.0.0/8, 198.51.100.1",
    "10.0.0.9, '192.0.2.66, 198.51.100.1', 10.0.0.0/8, 198.51.100.1",
    "10.0.0.9, '192.0.2.66, 198.51.100.1, 10.0.0.7', 10.0.0.0/8, 198.51.100.1",
    "10.0.0.9, '198.51.100.1, 10.0.0.7', 10.0.0.9, 10.0.0.7",
    "10.0.0.9, 198.51.100.1:4711, 10.0.0.9, 198.51.100.1",
    "10.0.0.9, [2001:db8::7]:4711, 10.0.0.9, 2001:db8::7",
    "10.0.0.9, 2001:db8::7, 10.0.0.9, 2001:db8::7",
    "fd00::9, 198.51.100.1, fd00::/8, 198.51.100.1",
    "10.0.0.9, nobody, 10.0.0.9, 10.0.0.9",
    "10.0.0.9, ',', 10.0.0.9, 10.0.0.9"
  })
  void believesOnlyItsOwnProxiesAndOnlyWhatTheySaw(
      String peer, String forwardedFor, String trusted, String address) {
    assertThat(caller(peer, forwardedFor, trusted).address()).isEqualTo(address);
  }

  @Test
  void aNameIsNoProxy() {
    assertThatThrownBy(() -> Proxies.of(List.of("proxy.example")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("proxy.example");
  }

  @Test
  void severalHeadersAreOneList() {
    Proxies proxies = Proxies.of(List.of("10.0.0.0/8"));
    List<String> headers = List.of("192.0.2.66", "198.51.100.1, 10.0.0.7");
    assertThat(Caller.of("10.0.0.9", headers, proxies).address()).isEqualTo("198.51.100.1");
  }

  private static Caller caller(String peer, String forwardedFor, String trusted) {
    List<String> proxies = Arrays.stream(trusted.split(",")).filter(t -> !t.isBlank()).toList();
    return forwardedFor.isEmpty()
        ? new Caller(peer, true)
        : Caller.of(peer, List.of(forwardedFor), Proxies.of(proxies));
  }
}
