package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a>Quay & Sons</a>          | <a>Quay &amp; Sons</a>
          <a>It&rsquo;s&nbsp;on</a>   | <a>It’s\u00A0on</a>
          <a>R&D; &unknown;</a>       | <a>R&amp;D; &amp;unknown;</a>
          <a>&amp;&lt;&#65;&#x42;</a> | <a>&amp;&lt;&#65;&#x42;</a>
          <a>x&#0;&#xD800;&#11;y</a>  | <a>xy</a>
          <a>x&#xFFFF;&#x110000;y</a> | <a>xy</a>
          <a href='?a=1&b=2'/>        | <a href='?a=1&amp;b=2'/>
          <a><!-- & --></a>           | <a></a>
          <a><![CDATA[& &nbsp;]]></a> | <a><![CDATA[& &nbsp;]]></a>
          <a><![CDATA[cut             | <a><![CDATA[cut]]>
          Warning: <a>x</a>           | <a>x</a>
          """)
  void mends(String broken, String mended) {
    assertThat(Mending.mend(broken, new Repairs())).isEqualTo(mended);
  }

  @Test
  void dropsCharactersXmlForbids() {
    assertThat(Mending.mend("<a>x\u0000\u0001\u000B\uFFFEy\uD83D</a>", new Repairs()))
        .isEqualTo("<a>xy\uFFFD</a>");
  }

  @Test
  void writesOutShortLiteralEntitiesOfTheDocument() {
    String text =
        "<!DOCTYPE r [<!ENTITY firm 'Quay > Sons'><!ENTITY deep '&firm;&firm;'>]><r>&firm; &deep;</r>";

    assertThat(Mending.mend(text, new Repairs())).isEqualTo("<r>Quay &gt; Sons &amp;deep;</r>");
  }

  @Test
  void takesOutADoctypeButNotWhatLooksLikeOne() {
    assertThat(
            Doctype.without(
                "<?xml version='1.0'?><!-- <!DOCTYPE x --><!doctype rss [<!-- > -->]><rss/>"))
        .isEqualTo("<?xml version='1.0'?><!-- <!DOCTYPE x --><rss/>");
    assertThat(Doctype.without("<rss><![CDATA[<!DOCTYPE html>]]></rss>"))
        .isEqualTo("<rss><![CDATA[<!DOCTYPE html>]]></rss>");
  }
}
