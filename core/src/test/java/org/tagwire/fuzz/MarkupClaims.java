package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tagwire.html.HtmlText;
import org.tagwire.html.Sanitiser;
import org.tagwire.model.Paragraph;

/** What must hold of markup. */
final class MarkupClaims {
  private static final String BASE = "https://gazette.example/news/today";

  private static final Set<String> ELEMENTS =
      Set.of(
          ("p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite pre code kbd samp var b"
                  + " strong i em u s del ins mark small sub sup abbr time a figure figcaption"
                  + " table caption thead tbody tfoot tr th td ruby rt rp bdi div span section"
                  + " article img")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("href rel src alt width height loading referrerpolicy dir lang colspan rowspan start"
                  + " datetime title")
              .split(" "));

  private MarkupClaims() {}

  /** What is handed on is on the list, and cleaning it again changes nothing that matters. */
  static void sanitises(byte[] input) {
    String safe = Sanitiser.sanitise(new String(input, StandardCharsets.UTF_8), BASE);
    assertSafe(safe);
    String again = Sanitiser.sanitise(safe, BASE);
    assertSafe(again);
    assertThat(Sanitiser.sanitise(again, BASE)).as(safe).isEqualTo(again);
  }

  /** A second parse finds nothing but what is allowed. */
  private static void assertSafe(String safe) {
    for (Element element : Jsoup.parse(safe).getAllElements()) {
      String name = element.normalName();
      boolean around = List.of("#root", "html", "head", "body").contains(name);
      assertThat(around || ELEMENTS.contains(name)).as("%s in %s", name, safe).isTrue();
      for (Attribute attribute : element.attributes()) {
        assertAllowed(attribute, safe);
      }
      for (Node node : element.childNodes()) {
        assertThat(node).as(safe).isInstanceOfAny(Element.class, TextNode.class);
      }
    }
  }

  private static void assertAllowed(Attribute attribute, String safe) {
    assertThat(ATTRIBUTES).as(safe).contains(attribute.getKey());
    if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
      assertThat(attribute.getValue()).as(safe).matches("(https?://|mailto:)[!-~]*");
    }
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
