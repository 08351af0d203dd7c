package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.feed.Feeds.channel;
import static org.tagwire.feed.Feeds.feed;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.feed.Repair.Kind;
import org.tagwire.model.FeedItem;

class RepairTest {
  private static final String HEAD = "<rss version='2.0'><channel><title>T</title>";
  private static final String WHOLE =
      "<item><title>One</title><link>https://a.example/1</link><guid>1</guid></item>";
  private static final String TAIL = "</channel></rss>";

  @Test
  void findsNothingToMendInAFeedWithoutFault() {
    assertThat(feed(HEAD + WHOLE + TAIL).repairs()).isEmpty();
    assertThat(feed("<!DOCTYPE rss [<!ENTITY a 'b'>]>" + HEAD + WHOLE + TAIL).repairs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <pubDate>soon</pubDate>    | dates-unread: 1 of 2 dates say nothing that could be read
          <pubDate>2026-02-03</pubDate><link>/2</link> | links-relative: 1 of 2 items have a link without a host
          <link>javascript:x()</link>| links-refused: 1 of 2 items have an address nobody may be sent to
          <guid>1</guid>             | guids-repeated: 1 of 2 items repeat the id of another
          <link>https://a.example/2</link> | guids-missing: 1 of 2 items have no id of their own
          <guid isPermaLink='false'>2</guid> | links-missing: 1 of 2 items have no link
          """)
  void countsTheItemsThatAreNotAsTheyShouldBe(String part, String line) {
    String first = WHOLE.replace("</item>", "<pubDate>Tue, 03 Feb 2026 04:05 GMT</pubDate></item>");

    assertThat(channel(first + "<item><title>Two</title>" + part + "</item>").repairs())
        .contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LEADING_JUNK    | Notice: undefined index<br/>@HEAD@@ITEM@@TAIL@
          TRAILING_JUNK   | @HEAD@@ITEM@@TAIL@<script>x()</script>
          MARKUP_MENDED   | @HEAD@<copyright>Quay & Sons</copyright>@ITEM@@TAIL@
          NOT_WELL_FORMED | @HEAD@<copyright>Quay <b>Sons</copyright>@ITEM@@TAIL@
          TRUNCATED       | @HEAD@@ITEM@</chan
          XML_ENTITY      | <!DOCTYPE r [<!ENTITY x SYSTEM 'file:///x'>]>@HEAD@<copyright>&x;</copyright>@ITEM@@TAIL@
          JSON_MENDED     | {"items": [{"id": "1", "url": "https://a.example/1", "title": "One",}], /* end */}
          TRUNCATED       | {"items": [{"id": "1", "url": "https://a.example/1", "title": "One"}, {"id
          NOT_WELL_FORMED | {"items": [{"id": "1", "url": "https://a.example/1", "title": "One"}, {"id": "2" "x"}
          """)
  void namesWhatWasMended(Kind kind, String document) {
    ParsedFeed feed =
        feed(document.replace("@HEAD@", HEAD).replace("@ITEM@", WHOLE).replace("@TAIL@", TAIL));

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One");
    assertThat(feed.mended()).extracting(Repair::kind).containsExactly(kind);
    assertThat(feed.repairs()).allSatisfy(line -> assertThat(line).startsWith(kind.code() + ": "));
  }

  @Test
  void saysWhichEncodingTheBytesAreIn() {
    String text = HEAD + WHOLE.replace("One", "Новости порта и моря") + TAIL;
    String lie = "<?xml version='1.0' encoding='koi8-r'?>";

    assertThat(feed(lie + text).repairs())
        .containsExactly("encoding-wrong: KOI8-R is declared, but the bytes are UTF-8");
    assertThat(repairs(text, "windows-1251"))
        .containsExactly(
            "encoding-guessed: no encoding is declared and the bytes are not UTF-8: read as windows-1251");
  }

  private static java.util.List<String> repairs(String text, String charset) {
    return ((ParseResult.Parsed) Feeds.parse(text.getBytes(Charset.forName(charset))))
        .feed()
        .repairs();
  }

  @Test
  void keepsTheNewestOfTooManyItems() {
    ParsedFeed oldestFirst = channel(items(0, 2_500, 1));
    ParsedFeed newestFirst = channel(items(2_499, 2_500, -1));

    assertThat(oldestFirst.items()).hasSize(2_000).last().satisfies(i -> isNumber(i, 2_499));
    assertThat(oldestFirst.items()).first().satisfies(i -> isNumber(i, 500));
    assertThat(newestFirst.items()).hasSize(2_000).first().satisfies(i -> isNumber(i, 2_499));
    assertThat(oldestFirst.repairs())
        .containsExactlyElementsOf(newestFirst.repairs())
        .containsExactly("items-over-limit: 500 items are left out: of one document 2000 are read");
  }

  private static void isNumber(FeedItem item, int number) {
    assertThat(item.guid()).isEqualTo(Integer.toString(number));
  }

  private static String items(int first, int count, int step) {
    return IntStream.range(0, count)
        .map(i -> first + step * i)
        .mapToObj(
            i ->
                "<item><guid>"
                    + i
                    + "</guid><link>https://a.example/"
                    + i
                    + "</link><pubDate>"
                    + (1_700_000_000 + i * 60)
                    + "</pubDate></item>")
        .collect(Collectors.joining());
  }

  @Test
  void cutsATextThatIsTooLongToBeOne() {
    String endless = "<description>" + "lorem ipsum ".repeat(200_000) + "</description></item>";
    ParsedFeed feed = feed(HEAD + WHOLE.replace("</item>", endless) + TAIL);

    assertThat(feed.items().getFirst().summary()).hasSizeBetween(1_999_990, Limits.TEXT);
    assertThat(feed.repairs())
        .containsExactly(
            "text-over-limit: a text is cut: of one element 2000000 characters are read");
  }
}
