package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.tagwire.html.HtmlText;
import org.tagwire.html.MarkupOracle;
import org.tagwire.model.Paragraph;

/** What must hold of markup. */
final class MarkupClaims {
  private static final String BASE = "https://gazette.example/news/today";

  private MarkupClaims() {}

  /** What is handed on is on the list, and reading it again gives the same. */
  static void sanitises(byte[] input) {
    String safe = MarkupOracle.written(new String(input, StandardCharsets.UTF_8), BASE);
    MarkupOracle.assertSafe(safe);
    String again = MarkupOracle.written(safe, BASE);
    MarkupOracle.assertSafe(again);
    assertThat(MarkupOracle.written(again, BASE)).as(safe).isEqualTo(again);
  }

  /** Plain text has no control characters and no empty paragraphs. */
  static void readsText(byte[] input) {
    String html = new String(input, StandardCharsets.UTF_8);
    HtmlText.line(html);
    for (Paragraph paragraph : HtmlText.paragraphs(html)) {
      assertThat(paragraph.text()).isNotBlank();
      assertThat(paragraph.text().chars())
          .as(paragraph.text())
          .noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0));
    }
  }
}
