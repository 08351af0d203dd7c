package org.tagwire.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Judges written markup by what a second parser makes of it, with a list of its own: nothing but
 * what is on the list may be there.
 */
public final class MarkupOracle {
  private static final Set<String> BLOCKS =
      Set.of("p", "h2", "ul", "li", "blockquote", "pre", "table", "tbody", "tr", "td");

  /** Inline elements, and the attributes each may have. */
  private static final Map<String, Set<String>> INLINE =
      Map.ofEntries(
          Map.entry("a", Set.of("href", "rel", "title")),
          Map.entry("em", Set.of()),
          Map.entry("strong", Set.of()),
          Map.entry("b", Set.of()),
          Map.entry("i", Set.of()),
          Map.entry("code", Set.of()),
          Map.entry("q", Set.of()),
          Map.entry("sub", Set.of()),
          Map.entry("sup", Set.of()),
          Map.entry("mark", Set.of()),
          Map.entry("br", Set.of()),
          Map.entry("abbr", Set.of("title")),
          Map.entry("bdi", Set.of("dir")),
          Map.entry("span", Set.of("lang")));

  private MarkupOracle() {}

  /** Reads HTML as that of a feed and writes it as it is shown. */
  public static String written(String html, String base) {
    return SafeMarkup.of(HtmlText.paragraphs(html, base)).html();
  }

  /** Fails unless all of {@code safe} is on the list and stays within a box that is put around. */
  public static void assertSafe(String safe) {
    Document page = Jsoup.parse("<div>" + safe + "</div><s>end</s>");
    assertThat(page.head().childNodeSize()).as(safe).isZero();
    assertThat(page.body().childrenSize()).as("balanced: " + safe).isEqualTo(2);
    assertThat(page.body().child(1).outerHtml()).as(safe).isEqualTo("<s>end</s>");
    for (Element element : page.body().child(0).select("*")) {
      if (element != page.body().child(0)) {
        assertAllowed(element, safe);
      }
      for (Node node : element.childNodes()) {
        assertThat(node).as(safe).isInstanceOfAny(Element.class, TextNode.class);
      }
    }
    assertThat(safe.chars()).as(safe).noneMatch(c -> (c < ' ' && c != '\n') || c == 0x7F);
  }

  private static void assertAllowed(Element element, String safe) {
    String name = element.normalName();
    assertThat(element.tag().namespace()).isEqualTo(Parser.NamespaceHtml);
    assertThat(BLOCKS.contains(name) || INLINE.containsKey(name))
        .as("%s in %s", name, safe)
        .isTrue();
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      boolean ours = name.equals("p") && key.equals("class");
      boolean block = BLOCKS.contains(name) && key.equals("dir");
      assertThat(ours || block || INLINE.getOrDefault(name, Set.of()).contains(key))
          .as("%s of %s in %s", key, name, safe)
          .isTrue();
    }
    if (name.equals("a")) {
      assertThat(element.attr("href")).as(safe).matches("https?://[!-~]{1,2048}");
      assertThat(element.attr("href").split("[/?#]")[2])
          .as(safe)
          .contains(".")
          .doesNotContain("192.168", "127.0.0.1", "[", "@")
          .doesNotEndWith(".local");
      assertThat(element.attr("rel")).isEqualTo("noopener noreferrer nofollow ugc");
    }
  }
}
