package org.tagwire.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {
  private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

  private static boolean signs(String header) {
    return Signature.parse(header).filter(s -> s.signs(BODY, "Jefe")).isPresent();
  }

  /** Test case 2 of RFC 4231. */
  @Test
  void isTheOneOfTheStandard() {
    String hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assertThat(signs("sha256=" + hex)).isTrue();
    assertThat(signs(" SHA256=" + hex.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(signs("sha256=" + hex.replace('5', '6'))).isFalse();
    assertThat(signs("sha256=" + hex.substring(2))).isFalse();
    assertThat(signs("sha256=" + hex + "00")).isFalse();
    assertThat(signs("sha512=" + hex)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sha384", "sha512"})
  void isTakenFromStrongMethods(String method) {
    assertThat(signs(LoopbackHub.signature(method, "Jefe", BODY))).isTrue();
    assertThat(signs(LoopbackHub.signature(method, "jefe", BODY))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "sha256", "sha256=", "sha1", "md5=00", "sha256=é", "none="})
  void isNotTakenWhereItIsNone(String header) {
    assertThat(signs(header)).isFalse();
    assertThat(Signature.parse(null)).isEmpty();
    assertThat(Signature.parse("sha256=" + "0".repeat(10_000))).isEmpty();
  }

  @Test
  void isNotTakenFromAMethodThatIsBroken() {
    assertThat(Signature.parse(LoopbackHub.signature("sha1", "Jefe", BODY))).isEmpty();
  }
}
