package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  @ParameterizedTest
  @CsvSource({
    "windows-1252, windows-1252, “Straße” – café",
    "iso-8859-1, windows-1252, “Straße” – café",
    "latin1, windows-1252, café",
    "us-ascii, windows-1252, café",
    "ISO-8859-2, ISO-8859-2, Źródło wody",
    "koi8-r, KOI8-R, Новости порта",
    "windows-1251, windows-1251, Новини порту",
    "iso-8859-9, windows-1254, Şehir ığdır",
    "shift_jis, windows-31j, 港の新聞①",
    "euc-jp, EUC-JP, 港の新聞",
    "gb2312, GB18030, 港口新闻鎔",
    "big5, Big5, 港口新聞",
    "euc-kr, x-windows-949, 항구 신문 똠",
  })
  void readsALabelAsTheWebDoes(String label, String charset, String title) {
    byte[] body = feed(label, title).getBytes(Charset.forName(charset));

    assertThat(text(body, null)).contains(title);
    assertThat(
            text(
                feed("", title).getBytes(Charset.forName(charset)),
                "text/xml; charset=\"" + label + "\""))
        .contains(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void believesTheByteOrderMarkBeforeEverythingElse(String charset) {
    byte[] body = ("\uFEFF" + feed("koi8-r", "Zażółć")).getBytes(Charset.forName(charset));

    assertThat(text(body, "text/xml; charset=iso-8859-1")).startsWith("<?xml").contains("Zażółć");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void seesWideCharactersWithoutAMark(String charset) {
    assertThat(text(feed("utf-16", "Ωmega").getBytes(Charset.forName(charset)), null))
        .contains("Ωmega");
  }

  @Test
  void readsEbcdic() {
    assertThat(text(feed("IBM1047", "Harbour [7]").getBytes(Charset.forName("IBM1047")), null))
        .contains("Harbour [7]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iso-8859-1",
        "windows-1252",
        "us-ascii",
        "koi8-r",
        "x-klingon-9",
        "utf-16",
        "",
        "???",
        "shift_jis"
      })
  void takesValidUtf8ForWhatItIsWhateverIsDeclared(String lie) {
    byte[] body = feed(lie, "Žluťoučký kůň “7”").getBytes(StandardCharsets.UTF_8);

    assertThat(text(body, "text/xml; charset=" + lie)).contains("Žluťoučký kůň “7”");
  }

  @Test
  void saysThatADeclarationDidNotFit() {
    assertThat(repairs(feed("x-klingon-9", "A").getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "encoding-unknown: the declared encoding 'x-klingon-9' does not name one of the web");
  }

  @Test
  void neverDecodesUtf7() {
    byte[] body = feed("UTF-7", "+ADw-script+AD4-").getBytes(StandardCharsets.US_ASCII);

    assertThat(text(body, "text/xml; charset=utf-7"))
        .contains("+ADw-script+AD4-")
        .doesNotContain("<script");
  }

  @Test
  void keepsTheOtherCharactersWhenSomeBytesAreBroken() {
    byte[] body = feed("utf-8", "Žluťoučký kůň @ stáj").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == '@' ? (byte) 0xFF : body[i];
    }
    assertThat(text(body, null)).contains("Žluťoučký kůň").contains("stáj");
  }

  @Test
  void undoesASecondEncoding() {
    byte[] once = feed("utf-8", "Café “Möwe”").getBytes(StandardCharsets.UTF_8);
    byte[] twice = new String(once, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);

    assertThat(text(twice, null)).contains("Café “Möwe”");
    assertThat(repairs(twice)).containsExactly("encoded-twice: the text had been encoded twice");
  }

  @Test
  void leavesPortugueseCapitalsAlone() {
    assertThat(text(feed("utf-8", "NÃO É FICÇÃO").getBytes(StandardCharsets.UTF_8), null))
        .contains("NÃO É FICÇÃO");
  }

  private static String feed(String label, String title) {
    String encoding = label.isEmpty() ? "" : " encoding='" + label + "'";
    return "<?xml version='1.0'"
        + encoding
        + "?><rss><channel><title>"
        + title
        + "</title></channel></rss>";
  }

  private static String text(byte[] body, String contentType) {
    return Decoder.decode(new FeedInput(body, contentType, null), new Repairs());
  }

  private static List<String> repairs(byte[] body) {
    Repairs repairs = new Repairs();
    Decoder.decode(new FeedInput(body, null, null), repairs);
    return repairs.list().stream().map(Repair::toString).toList();
  }
}
