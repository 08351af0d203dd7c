package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.feed.Feeds.feed;
import static org.tagwire.feed.Feeds.item;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.FeedItem;

class BrokenFeedTest {
  private static final String HEAD =
      "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title>";
  private static final String TWO =
      "<item><title>One</title></item><item><title>Two</title></item>";
  private static final String TAIL = "</channel></rss>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quay & Sons               | Quay & Sons
          Quay &amp; Sons           | Quay & Sons
          It&rsquo;s                | It’s
          3 < 5 & 7 > 6             | 3 < 5 & 7 > 6
          a <3 b                    | a <3 b
          Rock <and roll</title><b> | Rock <and roll
          a <b>bold</b> word        | a <b>bold</b> word
          line<br>break             | line<br/>break
          it&#146;s                 | it’s
          &#226;&#128;&#166;        | …
          <![CDATA[a]]]]><![CDATA[>b]]> | a]]>b
          <![CDATA[Q & A]]>         | Q & A
          """)
  void readsTitlesAsTheyWereMeant(String written, String title) {
    assertThat(item("<title>" + written + "</title><guid>g</guid>").title()).isEqualTo(title);
  }

  @Test
  void keepsWhatCameBeforeTheEndOfATruncatedFeed() {
    ParsedFeed feed = feed(HEAD + TWO + "<item><title>Thr");

    assertThat(titles(feed)).containsExactly("One", "Two");
    assertThat(feed.isTruncated()).isTrue();
    assertThat(feed.repairs())
        .contains("truncated: the document ends in the middle; what stands before was kept");
  }

  @Test
  void passesOverJunkBeforeAndAfterTheFeed() {
    String junk = "\n\n<br />\n<b>Warning</b>: feof() in <b>/x.php</b> on line <b>3</b><br />\n";

    assertThat(titles(feed(junk + HEAD + TWO + TAIL))).containsExactly("One", "Two");
    assertThat(titles(feed(HEAD + TWO + TAIL + "<!-- cached --><script>x()</script></html> 0")))
        .containsExactly("One", "Two");
    assertThat(titles(feed("\uFEFF \n" + HEAD + TWO + TAIL))).containsExactly("One", "Two");
  }

  @Test
  void closesAnItemWhenTheNextOneBegins() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      items.append("<item><title>t").append(i).append("</title><description>a<p>b<p>c");
    }
    assertThat(feed(HEAD + items).items())
        .hasSize(600)
        .last()
        .extracting(FeedItem::title)
        .isEqualTo("t599");
  }

  @Test
  void closesATitleWhenTheNextPartBegins() {
    FeedItem item =
        feed(HEAD + "<item><title>One<link>https://a.example/1<guid>1</item>" + TAIL)
            .items()
            .getFirst();

    assertThat(item.title()).isEqualTo("One");
    assertThat(item.link()).isEqualTo("https://a.example/1");
    assertThat(item.guid()).isEqualTo("1");
  }

  @Test
  void survivesClosingTagsNobodyOpenedAndTagsCrossed() {
    FeedItem item =
        item(
            "<title>One</title></p></title><description>a<b>c<i>d</b>e</i></description><guid>g</guid>");

    assertThat(item.title()).isEqualTo("One");
    assertThat(item.summary()).isEqualTo("a<b>c<i>d</i></b>e");
    assertThat(item.guid()).isEqualTo("g");
  }

  @Test
  void readsAttributesHoweverTheyAreWritten() {
    FeedItem item =
        item(
            "<title>One</title><enclosure url=https://a.example/1.mp3?x=1&y=2 type='audio/mpeg'length=\"3\" checked><guid isPermaLink=false>g</guid>");

    assertThat(item.media().enclosures())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.url()).isEqualTo("https://a.example/1.mp3?x=1&y=2");
              assertThat(e.length()).isEqualTo(3);
            });
    assertThat(item.guid()).isEqualTo("g");
  }

  @Test
  void readsPrefixesNobodyBound() {
    FeedItem item =
        item(
            "<title>One</title><dc:creator>Ada Quill</dc:creator><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>");

    assertThat(item.authors())
        .singleElement()
        .satisfies(a -> assertThat(a.name()).isEqualTo("Ada Quill"));
    assertThat(item.content()).isEqualTo("<p>x</p>");
  }

  @Test
  void readsNamesInCapitals() {
    ParsedFeed feed =
        feed(
            "<RSS><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>One</TITLE><LINK>https://a.example/1</LINK></ITEM></CHANNEL></RSS>");

    assertThat(feed.head().title()).isEqualTo("T");
    assertThat(feed.items())
        .singleElement()
        .satisfies(i -> assertThat(i.link()).isEqualTo("https://a.example/1"));
  }

  @Test
  void dropsControlCharactersAndKeepsTheItem() {
    assertThat(item("<title>A\u0000\u0001B&#0;&#x1;&#11;C</title>").title()).isEqualTo("ABC");
  }

  @Test
  void takesADoctypeWithinATextForText() {
    assertThat(item("<description><![CDATA[ <!DOCTYPE ]]></description>").summary())
        .isEqualTo("<!DOCTYPE");
    assertThat(item("<description>a <!DOCTYPE html> b & c</description>").summary())
        .contains("a")
        .contains("b");
  }

  @Test
  void keepsTheItemWhoseDateIsNonsense() {
    FeedItem item = item("<title>One</title><pubDate>the other day</pubDate>");

    assertThat(item.published()).isNull();
    assertThat(item.title()).isEqualTo("One");
  }

  @Test
  void knowsNoLinkWhereNoneIsWritten() {
    assertThat(item("<title>One</title><link></link>").link()).isNull();
    assertThat(
            feed("<feed><entry><title>One</title><link href=''/></entry></feed>")
                .items()
                .getFirst()
                .link())
        .isNull();
  }

  @Test
  void keepsTheItemsOfJsonThatEndsInTheMiddle() {
    ParsedFeed feed =
        feed("{\"items\": [{\"id\": \"1\", \"title\": \"One\"}, {\"id\": \"2\", \"ti");

    assertThat(titles(feed)).containsExactly("One");
    assertThat(feed.repairs()).isNotEmpty();
  }

  @Test
  void readsJsonWithRubbishInAndAfterIt() {
    ParsedFeed feed =
        feed(
            "\uFEFF{\"title\": {}, \"x\": NaN, \"items\": [{\"id\": [1], \"title\": \"One\", \"tags\": {\"a\": 1}}]} <!-- served -->");

    assertThat(feed.head().title()).isNull();
    assertThat(titles(feed)).containsExactly("One");
  }

  private static List<String> titles(ParsedFeed feed) {
    return feed.items().stream().map(FeedItem::title).toList();
  }
}
