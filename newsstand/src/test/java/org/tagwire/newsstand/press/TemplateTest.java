package org.tagwire.newsstand.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private final Template template = Template.named("test.txt");

  @Test
  void escapesUnlessToldNotTo() {
    assertThat(template.fill(slots("<b> & \"'")))
        .startsWith("text &lt;b&gt; &amp; &quot;&#39;\nraw <b> & \"'\n");
  }

  @Test
  void repeatsSectionsWithTheirOuterTexts() {
    Slots slots =
        slots("t")
            .list("rows", List.of(Slots.empty().text("row", "1"), Slots.empty().text("row", "2")));
    assertThat(template.fill(slots)).contains("[1 of t][2 of t]");
  }

  @Test
  void leavesEmptySectionsOut() {
    assertThat(template.fill(slots(""))).doesNotContain("shown");
    assertThat(template.fill(slots("t"))).contains("shown t");
  }

  @Test
  void findsMissingTexts() {
    assertThatThrownBy(() -> template.fill(Slots.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("test.txt")
        .hasMessageContaining("text");
  }

  @Test
  void findsMissingTemplates() {
    assertThatThrownBy(() -> Template.named("nowhere.html"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nowhere.html");
  }

  private static Slots slots(String text) {
    return Slots.empty().text("text", text).list("rows", List.of());
  }
}
