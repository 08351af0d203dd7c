package org.tagwire.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Paragraph;

class SafeMarkupTest {
  private static final String BASE = "https://gazette.example/news/today";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>harm()</script>fine",
        "<scr<script>ipt>harm()</scr</script>ipt>",
        "<img src=x onerror=harm()>text",
        "<p onclick='harm()' style='background:url(javascript:harm())' class=modal id=app data-do=delete>x</p>",
        "<svg><p><style><g title=\"</style><img src onerror=harm()>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=harm()&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=harm()>\"></noscript>",
        "<template><img src=x onerror=harm()></template><x-card onclick=harm()>text</x-card>",
        "<iframe srcdoc='<script>harm()</script>'></iframe><object data=x></object><embed src=x>",
        "<a href='javascript:harm()'>x</a><a href=' java\nscript:harm()'>y</a><a href='data:text/html,harm'>z</a>",
        "<a href='java&#115;cript:harm()'>x</a><a href='&#x6a;avascript&colon;harm()'>y</a>",
        "<a href='https://a.example/\"onmouseover=harm()' title='\"><script>'>quoted</a>",
        "<abbr title='\"><script>harm()</script>'>A</abbr><span lang='en\" onclick=\"harm()'>b</span>",
        "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example'>x",
        "<form action=https://phish.example><input name=password><button>Log in</button></form>",
        "<!--><img src=x onerror=harm()>--><!--[if IE]><script>harm()</script><![endif]-->",
        "<a href=\"https://a.example/?",
        "<a href='http://192.168.1.1/reboot'>a</a><a href='http://localhost/x'>b</a><a href='//router.local/cgi'>c</a><a href='http://[::1]/'>d</a><a href='http://2130706433/'>e</a>",
        "<table><tr><td colspan='9999999'><a href=https://x.example><b>",
        "</div></div></main><h1>Admin</h1>",
        "\u001b$B<script>1</script>\u001b(B",
        "&lt;script&gt;harm()&lt;/script&gt; &amp;lt;img src=x onerror=harm()&amp;gt;",
        "<b><i>crossed</b> tags</i> <a href='https://a.example/'>one <a href='https://b.example/'>two</a></a>"
      })
  void writesOnlyWhatIsOnTheList(String hostile) {
    String safe = MarkupOracle.written(hostile, BASE);

    MarkupOracle.assertSafe(safe);
    assertThat(MarkupOracle.written(safe, BASE)).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A <em>very</em> <b>big</b> fish | A <em>very</em> <b>big</b> fish",
        "H<sub>2</sub>O &amp; x<sup>2</sup> | H<sub>2</sub>O &amp; x<sup>2</sup>",
        "<q>Yes</q>, <code>a&lt;b</code> | <q>Yes</q>, <code>a&lt;b</code>",
        "<mark>hit</mark> <bdi dir=rtl>x</bdi> | <mark>hit</mark> <bdi dir=\"rtl\">x</bdi>",
        "<abbr title='World Ferry Union'>WFU</abbr> | <abbr title=\"World Ferry Union\">WFU</abbr>",
        "<span lang=fr>mer</span> <span class=x>et</span> | <span lang=\"fr\">mer</span> et",
        "one<br>two | one<br>two",
        "<b> spaced </b>out | <b>spaced</b> out",
        "<b><b>twice</b></b> | <b>twice</b>",
        "<b><i>crossed</b> tags</i> | <b><i>crossed</i></b> tags",
        "<b></b>nothing | nothing",
      })
  void keepsWhatReadersNeed(String html, String line) {
    assertThat(MarkupOracle.written(html, BASE)).isEqualTo("<p dir=\"auto\">" + line + "</p>\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\u0001',
      value = {
        "/tides?a=1&amp;b=2,https://gazette.example/tides?a=1&amp;b=2",
        "//ferry.example/x,https://ferry.example/x",
        "it's.html,https://gazette.example/news/it&#39;s.html",
        "https://ada:secret@bank.example/x,https://bank.example/x",
      })
  void resolvesLinksAndTakesCredentialsOut(String href, String written) {
    assertThat(MarkupOracle.written("<a href=\"" + href + "\">here</a>", BASE))
        .contains("<a href=\"" + written + "\" rel=\"noopener noreferrer nofollow ugc\">here</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:harm()",
        "mailto:ada@gazette.example",
        "#part",
        "",
        "http://router/",
        "http://10.0.0.1/",
        "https://printer.lan/",
        "https://nas.home.arpa/x"
      })
  void leavesTheTextOfALinkThatLeadsNowherePublic(String href) {
    assertThat(MarkupOracle.written("<a href='" + href + "'>here</a>", BASE))
        .isEqualTo("<p dir=\"auto\">here</p>\n");
  }

  @ParameterizedTest
  @CsvSource({
    "https://bank.example.evil.example/, bank.example, bank.example.evil.example",
    "https://xn--pple-43d.example/, our shop, xn--pple-43d.example",
    "https://xn--pple-43d.example/, apple.example, xn--pple-43d.example",
  })
  void saysWhereALinkLeadsThatMayDeceive(String href, String text, String host) {
    assertThat(MarkupOracle.written("<a href='" + href + "'>" + text + "</a>", BASE))
        .contains(" title=\"" + host + "\">" + text + "</a>");
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.bank.example/x, bank.example",
    "https://news.bank.example/, https://bank.example/page",
    "https://bank.example/, our bank",
    "https://xn--mnchen-3ya.example/, münchen.example",
  })
  void saysNothingOfAnHonestLink(String href, String text) {
    assertThat(MarkupOracle.written("<a href='" + href + "'>" + text + "</a>", BASE))
        .doesNotContain("title=");
  }

  @Test
  void writesListsQuotesTablesAndHeadings() {
    String html =
        "<h3>Tides</h3><ul><li>one<li><b>two</b></ul><blockquote><p>Said</p><p>so</p></blockquote>"
            + "<table><tr><th>Port</th><td><a href='/9'>9 m</a></td></tr></table>"
            + "<pre>  a\n  b</pre>";

    assertThat(MarkupOracle.written(html, BASE).replace(" dir=\"auto\"", "").replace("\n", ""))
        .isEqualTo(
            "<h2>Tides</h2><ul><li>one</li><li><b>two</b></li></ul>"
                + "<blockquote><p>Said</p><p>so</p></blockquote>"
                + "<table><tbody><tr><td>Port</td><td><a href=\"https://gazette.example/9\""
                + " rel=\"noopener noreferrer nofollow ugc\">9 m</a></td></tr></tbody></table>"
                + "<pre>  a  b</pre>");
  }

  @Test
  void turnsAPlayerIntoALinkAndDropsOtherFrames() {
    List<Paragraph> read =
        HtmlText.paragraphs(
            "<p>Before</p><iframe src='//www.youtube.com/embed/a-B_9?autoplay=1' title='The launch'>"
                + "</iframe><iframe src='https://ads.example/x'></iframe><p>After</p>",
            BASE);

    assertThat(read)
        .extracting(Paragraph::kind, Paragraph::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Paragraph.Kind.TEXT, "Before"),
            org.assertj.core.groups.Tuple.tuple(Paragraph.Kind.LINK, "YouTube: The launch"),
            org.assertj.core.groups.Tuple.tuple(Paragraph.Kind.TEXT, "After"));
    assertThat(SafeMarkup.of(read).html())
        .contains("<a href=\"https://www.youtube.com/watch?v=a-B_9\"");
  }

  @Test
  void readsTheSameTextWithAndWithoutMarks() {
    String html =
        "<p>A <a href='/x'>link</a>,&nbsp;<b>bold\u00ad</b></p><p><i>one<br><br>two</i></p><div><em>x";

    assertThat(HtmlText.paragraphs(html, BASE))
        .extracting(Paragraph::text)
        .isEqualTo(HtmlText.paragraphs(html).stream().map(Paragraph::text).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>x</b>",
        "<div><b><font>",
        "<p a=1 b=2",
        "&",
        "<",
        "<a href=",
        "<a href='",
        "<i><b></i>",
        "</sub>",
        "<sup>",
        "<a href=https://a.example/>x"
      })
  void staysWithinItsBoundsOnEndlessInput(String unit) {
    String endless = unit.repeat(1_000_000 / unit.length());

    String safe =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> MarkupOracle.written(endless, BASE));

    assertThat(safe.length()).isLessThan(8 * 1_000_000);
  }

  @Test
  void isSafeAndStableOnWhateverPiecesAreThrownTogether() {
    List<String> pieces =
        List.of(
            ("<svg> <math> <style> </style> <p title=\" \" ' > <!-- --> <table> <td> <tr> <select>"
                    + " </select> <noscript> </noscript> <template> </template> <script> </script>"
                    + " <xmp> </xmp> &lt; <title> </title> <form> text <b> </b> <i> </i> <q> <sup>"
                    + " </sup> <li> <ul> </ul> <pre> </pre> <blockquote> <h2> <br> <a </a> | \n"
                    + " <abbr <span <bdi> </bdi> title=\"x\" lang=en \n\n &amp; \u202e \ud83d"
                    + " <a~href='javascript:1'> <a~href='/x'> <a~href=\"https://a.example/?b='\">"
                    + " <img~src=x~onerror=harm()> <iframe~src=https://vimeo.com/1>")
                .split(" "));
    long seed = 20_260_301;
    Random random = new Random(seed);
    for (int round = 0; round < 5000; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(16); i >= 0; i--) {
        html.append(pieces.get(random.nextInt(pieces.size())).replace('~', ' '));
      }
      String safe = MarkupOracle.written(html.toString(), BASE);
      MarkupOracle.assertSafe(safe);
      String again = MarkupOracle.written(safe, BASE);
      MarkupOracle.assertSafe(again);
      assertThat(MarkupOracle.written(again, BASE))
          .as("round %d: %s", round, html)
          .isEqualTo(again);
    }
  }
}
