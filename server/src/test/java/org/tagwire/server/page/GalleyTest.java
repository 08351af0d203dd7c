package org.tagwire.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "news",
        "Zürich",
        "ü",
        "نص عربي",
        "a\uD83D\uDCF0b",
        "日本語 and English",
        "\u0000\u007f\u0080"
      })
  void whatIsWrittenStandsThereAsUtf8(String text) {
    Galley galley = new Galley();
    galley.writeContent("<p>");
    galley.writeContent(text);
    galley.writeContent("__" + text + "__", 2, 2 + text.length());
    galley.writeBinaryContent("</p>".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(galley.toByteArray(), StandardCharsets.UTF_8))
        .isEqualTo("<p>" + text + text + "</p>");
  }

  @Test
  void aLongPageFits() {
    Galley galley = new Galley();
    for (int i = 0; i < 30_000; i++) {
      galley.writeContent("line é " + i + "\n");
    }
    String page = new String(galley.toByteArray(), StandardCharsets.UTF_8);
    assertThat(page.lines()).hasSize(30_000).last().isEqualTo("line é 29999");
  }
}
