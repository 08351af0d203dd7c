package org.tagwire.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Paragraph.Kind;

class HtmlTextTest {
  @Test
  void tellsBlocksApartByKind() {
    String html =
        "<h2>The tide</h2><p>It rose at <b>noon</b>.</p><blockquote><p>We saw it.</p></blockquote><ul><li>One</li><li>Two</ul>"
            + "<table><tr><th>Hour</th><th>Metres</th></tr><tr><td>12</td><td>4.1</td></tr></table><pre>a\n  b</pre>";

    assertThat(HtmlText.paragraphs(html))
        .containsExactly(
            new Paragraph(Kind.HEADING, "The tide"),
            new Paragraph(Kind.TEXT, "It rose at noon."),
            new Paragraph(Kind.QUOTE, "We saw it."),
            new Paragraph(Kind.LIST_ITEM, "One"),
            new Paragraph(Kind.LIST_ITEM, "Two"),
            new Paragraph(Kind.TABLE_ROW, "Hour | Metres"),
            new Paragraph(Kind.TABLE_ROW, "12 | 4.1"),
            new Paragraph(Kind.PREFORMATTED, "a\n  b"));
  }

  @Test
  void leavesOutWhatIsNoText() {
    assertThat(
            HtmlText.paragraphs(
                "<style>p{}</style>Before<script>if (a < b) { '</p>' }</script><!-- > --><svg><text>no</text></svg> after<iframe>x</iframe>"))
        .containsExactly(Paragraph.of("Before after"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Before<iframe src='x'/> after|Before after",
        "Before<script src='x'/> after|Before after",
        "Before<object data='x'><p>no</p></object> after|Before after",
        "Before<span style='color:red; display: none'>spam</span> after|Before after",
        "<p style='visibility:hidden'>spam</p><p style='color:red'>real</p>|real",
        "gnp.\u202eexe \u202dabc\u202c|gnp.exe abc",
        "a\u0301\u0316\u0321\u0301\u0316\u0321\u200dB|a\u0301\u0316\u0321\u0301B",
        "👩\u200d🌾 می\u200cخواهم|👩\u200d🌾 می\u200cخواهم"
      })
  void leavesOutWhatNoReaderIsMeantToSee(String html, String line) {
    assertThat(HtmlText.line(html)).isEqualTo(line);
  }

  @Test
  void breaksLinesAndParagraphsAtBreaks() {
    assertThat(HtmlText.paragraphs("first<br>second<br/><br />third"))
        .containsExactly(Paragraph.of("first\nsecond"), Paragraph.of("third"));
  }

  @Test
  void takesTextWithoutMarkupByItsEmptyLines() {
    assertThat(HtmlText.paragraphs("One line\nand its end.\n\n  Another."))
        .containsExactly(Paragraph.of("One line and its end."), Paragraph.of("Another."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fish &amp; chips|Fish & chips",
        "5 < 6 and a<b>c</b>|5 < 6 and ac",
        "AT&T, R&D|AT&T, R&D",
        "&#8217;&#x2019;&#146;|’’’",
        "caf&eacute; &hellip; &unknown;|café … &unknown;",
        "so\u00adft\u200b&shy; hyphens|soft hyphens",
        "a&nbsp;&nbsp; b|a b",
        "<p>One</p><p>Two</p>|One Two",
        "العربية <b>نص</b>|العربية نص",
        "&#128240; news &#xD800;|📰 news",
        "<a title='1 > 0' href=x>link</a>|link"
      })
  void makesOneLine(String html, String line) {
    assertThat(HtmlText.line(html)).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "<p></p>", "<!--", "<", "&", "<p", "</", "<script>", "<![CDATA["})
  void readsEvenThatWhichSaysLittle(String html) {
    assertThat(HtmlText.line(html).length()).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<svg>",
        "<a ",
        "&",
        "</",
        "<!--",
        "<p>",
        "((((",
        "a.",
        " ",
        "<script>",
        "&#",
        "<td>"
      })
  void isLinearHoweverHostile(String unit) {
    String endless = unit.repeat(2_000_000 / unit.length());

    List<Paragraph> read =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> HtmlText.paragraphs(endless));

    assertThat(read.size()).isLessThan(endless.length());
  }
}
