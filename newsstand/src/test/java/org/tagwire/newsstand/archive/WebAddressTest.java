package org.tagwire.newsstand.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://A.example/x?y=1#z, a.example, /x?y=1",
    "http://a.example, a.example, /",
    "http://a.example?p=3, a.example, /?p=3",
    "http://user:word@a.example:8080/x, a.example, /x",
    "'https://a.example/a b ', a.example, /a%20b",
    "https://bücher.example/ü|%C3%BC, xn--bcher-kva.example, /%C3%BC%7C%C3%BC",
  })
  void makesAddressesFitForARequest(String address, String host, String target) {
    assertThat(WebAddress.parse(address)).contains(new WebAddress(host, target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hard::a.example-x.html", "xhttps://a.example/", "ftp://a.example/", ""})
  void knowsOnlyTheWeb(String address) {
    assertThat(WebAddress.parse(address)).isEmpty();
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertThat(WebAddress.parse("http://" + "ü".repeat(80) + ".example/")).isEmpty();
  }
}
