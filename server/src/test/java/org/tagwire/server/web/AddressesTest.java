package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.server.words.Edition;

class AddressesTest {
  @Test
  void everyPathBeginsWithThePrefix() {
    Addresses addresses = new Addresses("/wire", Map.of());
    assertThat(addresses.hashtag(Edition.ARABIC, "جائزة_نوبل"))
        .isEqualTo("/wire/ar/hashtag/%D8%AC%D8%A7%D8%A6%D8%B2%D8%A9_%D9%86%D9%88%D8%A8%D9%84");
    assertThat(addresses.folder(Edition.ENGLISH, "Culture/Film & TV"))
        .isEqualTo("/wire/en/folder/Culture/Film%20%26%20TV");
    assertThat(addresses.asset("a.css")).isEqualTo("/wire/assets/a.css");
    assertThat(addresses.search(Edition.ENGLISH, "a&b=c#d"))
        .isEqualTo("/wire/en/search?q=a%26b%3Dc%23d");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test/?a=1&b=2, http://a.test/?a=1&b=2",
    "HTTPS://a.test/ü, HTTPS://a.test/%C3%BC",
    "'https://a.test/\"><script>', https://a.test/%22%3E%3Cscript%3E",
    "https://a.test/%41, https://a.test/%41",
  })
  void publishersAddressesAreMadeFitToBeWritten(String url, String expected) {
    assertThat(new Addresses("", Map.of()).outward(url)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " https://a.test",
        "data:text/html,x",
        "//a.test",
        "",
        "ftp://a.test"
      })
  void whatIsNotOfTheWebIsNoLink(String url) {
    assertThat(new Addresses("", Map.of()).outward(url)).isEmpty();
  }

  @Test
  void leadsBrowsersToTheAddressOfANameThatOnlyThisProcessKnows() {
    Addresses addresses = new Addresses("", Map.of("herald.example", "127.64.0.2"));

    assertThat(addresses.outward("http://herald.example:8001/a?b=c"))
        .contains("http://127.64.0.2:8001/a?b=c");
    assertThat(addresses.outward("http://other.example/a")).contains("http://other.example/a");
  }
}
