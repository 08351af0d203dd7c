package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions.Mode;

/** What may be a password, and what opens beside it (hostile case U037). */
class PasswordEdgeTest {
  @TempDir private Path directory;

  private LocalOffice office() {
    return new LocalOffice(
        directory, LocalOffice.options(Mode.PRIVATE, "http://localhost"), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "a, false",
    "1234567, false",
    "12345678, true",
    "パスワード😀w, true",
    "'  spaces  ', true",
    "'        ', true"
  })
  void hasEightTo1024Characters(String password, boolean fit) {
    assertThat(OwnerPassword.isFit(password)).isEqualTo(fit);
    assertThat(OwnerPassword.isFit("p".repeat(1_024))).isTrue();
    assertThat(OwnerPassword.isFit("p".repeat(1_025))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // set, given, right
    "'  spaces  ', '  spaces  ', true",
    "'  spaces  ', spaces, false",
    "'  spaces  ', '  spaces ', false",
    "パスワード😀w, パスワード😀w, true",
    "パスワード😀w, パスワード😃w, false",
    "caf\u00e9 noir, cafe\u0301 noir, true",
    "caf\u00e9 noir, cafe noir, false",
    "Password1, password1, false"
  })
  void everyCharacterCountsAndAccentsHoweverTheyAreComposed(
      String set, String given, boolean right) {
    try (LocalOffice office = office()) {
      office.setPassword(set);
      Keys.Entry entry = office.keys().signIn(given, "192.0.2.9", office.now());
      assertThat(entry instanceof Keys.Opened).isEqualTo(right);
    }
  }

  @Test
  void isNotCutAnywhere() {
    String long72 = "a".repeat(72);
    try (LocalOffice office = office()) {
      office.setPassword(long72 + "x");
      assertThat(office.keys().signIn(long72 + "y", "192.0.2.9", office.now()))
          .isInstanceOf(Keys.Wrong.class);
      assertThat(office.keys().signIn(long72, "192.0.2.9", office.now()))
          .isInstanceOf(Keys.Wrong.class);
      assertThat(office.keys().signIn(long72 + "x", "192.0.2.9", office.now()))
          .isInstanceOf(Keys.Opened.class);
    }
  }

  @Test
  void millionsOfCharactersAreRefusedBeforeTheyAreLookedAt() {
    try (LocalOffice office = office()) {
      office.setPassword("correct horse battery");
      LocalOffice.Browser browser = office.browser();
      String token = browser.token("/en/sign-in");
      for (int length : List.of(100_000, 1_000_000, 10_000_000)) {
        String huge = "token=" + token + "&password=" + "p".repeat(length);
        assertThat(browser.post("/en/sign-in", huge).statusCode()).as("%d", length).isEqualTo(413);
      }
      assertThat(
              browser.post("/en/sign-in", "token=" + token + "&password=pass%00word").statusCode())
          .isEqualTo(400);
    }
  }
}
