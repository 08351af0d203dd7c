package org.tagwire.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.rights.Modes.Access;
import org.tagwire.rights.Modes.Listening;
import org.tagwire.rights.Modes.Mode;
import org.tagwire.rights.Modes.Visitor;

class ModesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "PRIVATE, true,  -,            localhost:8080,   OWNER",
        "PRIVATE, true,  -,            LOCALHOST,        OWNER",
        "PRIVATE, true,  -,            127.0.0.1:8080,   OWNER",
        "PRIVATE, true,  -,            [::1]:8080,       OWNER",
        "PRIVATE, true,  -,            [::1],            OWNER",
        "PRIVATE, true,  -,            evil.example,     MISDIRECTED",
        "PRIVATE, true,  -,            127.0.0.1.evil.example, MISDIRECTED",
        "PRIVATE, true,  -,            192.0.2.7:8080,   MISDIRECTED",
        "PRIVATE, true,  -,            '',               MISDIRECTED",
        "PRIVATE, true,  news.example, localhost:8080,   PASSWORD",
        "PRIVATE, true,  news.example, news.example,     PASSWORD",
        "PRIVATE, false, -,            localhost:8080,   PASSWORD",
        "PRIVATE, false, -,            192.0.2.7:8080,   PASSWORD",
        "PRIVATE, false, -,            '[2001:db8::7]',  PASSWORD",
        "PRIVATE, false, -,            evil.example,     MISDIRECTED",
        "PUBLIC,  false, news.example, news.example,     ANONYMOUS",
        "PUBLIC,  false, news.example, NEWS.example,     ANONYMOUS",
        "PUBLIC,  false, news.example, localhost:8080,   ANONYMOUS",
        "PUBLIC,  false, news.example, other.example,    MISDIRECTED",
        "PUBLIC,  false, news.example, 192.0.2.7,        MISDIRECTED",
      })
  void opensOnlyToWhomItMay(
      Mode mode, boolean loopback, String baseUrlHost, String host, Access access) {
    assertThat(
            Modes.access(
                new Listening(mode, loopback, baseUrlHost), new Visitor(host, Set.of("Accept"))))
        .isEqualTo(access);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "x-forwarded-for", "X-Forwarded-Host", "VIA", "X-Real-IP"})
  void asksForThePasswordWhenAProxyStandsBetween(String header) {
    Listening atHome = new Listening(Mode.PRIVATE, true, null);

    assertThat(Modes.access(atHome, new Visitor("localhost", Set.of(header))))
        .isEqualTo(Access.PASSWORD);
  }

  @Test
  void namesWhatIsMissingToGoPublic() {
    assertThat(
            Modes.missingForPublic(Optional.empty(), Optional.of(" "), Optional.of("a@b.example")))
        .containsExactly("base-url", "site-name");
    assertThat(Modes.missingForPublic(Optional.of("x"), Optional.of("y"), Optional.of("z")))
        .isEmpty();
  }
}
