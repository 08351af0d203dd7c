package org.tagwire.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LinkedDataTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "</SCRIPT ><img src=x onerror=alert(1)>",
        "<!--<script>",
        "]]>&lt;/script&gt;",
        "a \"quoted\" \\ headline",
        "line\u2028and\u2029paragraph",
      })
  void noTextEndsItsElement(String headline) {
    String json = LinkedData.of(Map.of("headline", headline)).json();
    assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(new JsonMapper().readTree(json).get("headline").asString()).isEqualTo(headline);
    var page = Jsoup.parse("<script type=\"application/ld+json\">" + json + "</script><p>after");
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("img")).isEmpty();
    assertThat(page.select("p").text()).isEqualTo("after");
  }
}
