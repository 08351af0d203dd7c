package org.tagwire.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4, 1.2.3.4",
    "0:0:0:0:0:0:0:1, ::1",
    "::, ::",
    "2001:DB8::1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::ffff:1.2.3.4, ::ffff:102:304",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "fe80::, fe80::",
  })
  void writesEveryLiteralInOneSpelling(String literal, String canonical) {
    assertThat(IpAddress.parse(literal)).map(IpAddress::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.",
        "01.2.3.4",
        "1.2.3.256",
        "0x1.2.3.4",
        "1::2::3",
        ":::",
        ":1",
        "1:",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "12345::",
        "::g",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "fe80::1%eth0",
        "a.b.c.d"
      })
  void readsNothingElse(String literal) {
    assertThat(IpAddress.parse(literal)).isEmpty();
  }

  @Test
  void readsBackWhatItWrote() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0);
      }
      IpAddress address = IpAddress.of(bytes);
      assertThat(IpAddress.parse(address.toString())).as("seed %d", seed).contains(address);
    }
  }

  @Test
  void hasFourOrSixteenBytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpAddress.of(new byte[5]))
        .withMessageContaining("5");
  }
}
