package org.tagwire.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TightStyleTest {
  @Test
  void commentsAndIdleSpaceGo() {
    assertThat(TightStyle.of("/* a */\n:root {\n  --a: 1px;\n  color: red;\n}\n\n.b > .c , i { x: y }"))
        .isEqualTo(":root{--a:1px;color:red}.b>.c ,i{x:y}");
  }

  @Test
  void spaceThatMeansSomethingStays() {
    assertThat(TightStyle.of(".a :is(b, c)   .d { font: 700 1rem/1.5 var(--x), serif; }"))
        .isEqualTo(".a :is(b,c) .d{font:700 1rem/1.5 var(--x),serif}");
    assertThat(TightStyle.of("@media (min-width: 4rem) and (x) { a { w: calc(1px + 2 * 3px); } }"))
        .isEqualTo("@media (min-width:4rem) and (x){a{w:calc(1px + 2 * 3px)}}");
  }

  @Test
  void stringsStayAsTheyAre() {
    assertThat(TightStyle.of("a::after { content: \" ( /* ; } \" attr(href) ; }"))
        .isEqualTo("a::after{content:\" ( /* ; } \" attr(href)}");
  }
}
