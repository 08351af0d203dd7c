package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.feed.Feeds.feed;
import static org.tagwire.feed.Feeds.item;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Person;

/** Feeds as careless programs write them: every item that can be kept is. */
class CarelessFeedTest {
  private static final String HEAD = "<rss version='2.0'><channel><title>T</title>";
  private static final String TWO = "<item><title>Two</title><guid>2</guid></item></channel></rss>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item><title>One</title><guid>1</guid><description><![CDATA[never ends</description></item>",
        "<item><title>One</title><guid>1</guid><!-- never ends <description>x</description></item>",
        "<item><title>One</title><guid>1</guid><description>a <b>b<p>c<pubDate>2026-02-03</pubDate></item>",
        "<item><title>One</title><guid>1</guid><description>a<category>b</category></item>",
        "<item><title>One</title><guid>1</guid><enclosure url=\"http://a.example/1 length=\"1\"/></item>",
        "<item><title>One</title><guid>1</guid></itme>",
        "<Item><Title>One</Title><GUID>1</GUID><PubDate>2026-02-03</PubDate></Item>",
        "<item><title>One</title><guid>1</guid><description>a & b < c <3 &undefined;</description></item>",
        "<item><title>One</title><guid>1</guid><a:b c:d='e'/><x:y>z</x:y></item>",
        "<item>\u0000<title>One\u0001</title>&#0;<guid>1</guid>&#xFFFF;</item>",
        "<item><title>One</title><guid>1</guid></p></b></item></item>",
        "<item title='x' title='y'><title>One</title><guid>1</guid></item>",
        "<item><title>One</title><guid>1</guid><description><?php echo 1 ?></description></item>",
      })
  void keepsBothItemsWhateverIsWrongWithTheFirst(String one) {
    ParsedFeed feed = feed(HEAD + one + TWO);

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("One", "Two");
    assertThat(feed.items()).extracting(FeedItem::guid).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!-- it's a quote -->]>",
        "<!DOCTYPE rss [<!ENTITY % p 'x'> %p; <!ENTITY q 'y'>]>",
        "<!DOCTYPE rss PUBLIC '-//X//Y' 'http://x.example/y.dtd'>",
        "<!DOCTYPE rss [<!ENTITY never \"ends>",
        "<!doctype rss>",
        "<?xml version='1.1'?>",
        "<?xml version='1.0' encoding='utf-8' standalone='no' ?>\n\n",
        "\uFEFF\uFEFF",
        "<!-- made by hand -->\n<?xml version='1.0'?>",
        "<br/>\n<b>Warning</b>: x in <b>/y.php</b><br/>\n<?xml version='1.0'?>",
        "HTTP/1.1 200 OK\nContent-Type: text/xml\n\n",
      })
  void readsPastWhateverStandsBefore(String prolog) {
    assertThat(feed(prolog + HEAD + TWO).items())
        .extracting(FeedItem::title)
        .containsExactly("Two");
  }

  @Test
  void resolvesNumberedCharactersInEntitiesOfItsOwn() {
    String text = "<!DOCTYPE rss [<!ENTITY hafen 'H&#228;fen'>]>" + HEAD;

    assertThat(feed(text + "<item><title>&hafen; &lt;b&gt;</title></item></channel></rss>").items())
        .extracting(FeedItem::title)
        .containsExactly("Häfen <b>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1251 | Новости порта: паром снова ходит по расписанию
          koi8-r       | Новости порта: паром снова ходит по расписанию
          shift_jis    | 港のニュース：フェリーは再び時刻表どおりに運航しています
          euc-jp       | 港のニュース：フェリーは再び時刻表どおりに運航しています
          gb18030      | 港口新闻：渡轮再次按照时刻表运行，居民们非常高兴
          euc-kr       | 항구 소식: 여객선이 다시 시간표대로 운항하고 있습니다
          windows-1253 | Νέα του λιμανιού: το πλοίο εκτελεί ξανά δρομολόγια
          windows-1252 | Nouvelles du port : la traversée était retardée à Noël
          """)
  void guessesAnEncodingNobodyDeclared(String charset, String title) {
    String text = HEAD + "<item><title>" + title + "</title></item></channel></rss>";

    assertThat(parsed(text.getBytes(Charset.forName(charset))).items())
        .extracting(FeedItem::title)
        .containsExactly(title);
  }

  @Test
  void readsUtf8WithPiecesOfWindows1252AndWithCharactersCutInTwo() {
    byte[] body =
        (HEAD
                + "<item><title>Příliš žluťoučký kůň úpěl ďábelské ódy: @t@ a ~ konec</title></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == '@' ? (byte) 0xE9 : body[i] == '~' ? (byte) 0x92 : body[i];
    }
    assertThat(parsed(body).items())
        .extracting(FeedItem::title)
        .containsExactly("Příliš žluťoučký kůň úpěl ďábelské ódy: été a ’ konec");
    byte[] cut =
        (HEAD + "<item><title>a – b Žluťoučký kůň</title></item></channel></rss>")
            .getBytes(StandardCharsets.UTF_8);
    int dash = new String(cut, StandardCharsets.ISO_8859_1).indexOf("\u00e2\u0080\u0093");
    cut[dash + 2] = ' ';
    assertThat(parsed(cut).items().getFirst().title()).isEqualTo("a \uFFFD  b Žluťoučký kůň");
  }

  @Test
  void believesADeclaredEncodingInWhichSomeBytesAreBroken() {
    String text = "<?xml version='1.0' encoding='gb2312'?>" + HEAD;
    byte[] body =
        (text + "<item><title>港口新闻渡轮运行@ 好</title></item></channel></rss>")
            .getBytes(Charset.forName("GB18030"));
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == '@' ? (byte) 0xFF : body[i];
    }
    assertThat(parsed(body).items().getFirst().title()).startsWith("港口新闻渡轮运行").endsWith("好");
  }

  @Test
  void readsTheChannelsOf1997() {
    ParsedFeed feed =
        feed(
            "<CHANNEL HREF='http://quay.example/' ><TITLE>Quay</TITLE><ABSTRACT>Old news</ABSTRACT>"
                + "<ITEM HREF='http://quay.example/1' LASTMOD='1997-09-10T12:00'><TITLE>One</TITLE>"
                + "<ABSTRACT>First</ABSTRACT></ITEM></CHANNEL>");

    assertThat(feed.head().link()).isEqualTo("http://quay.example/");
    assertThat(feed.head().description()).isEqualTo("Old news");
    assertThat(feed.items())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.link()).isEqualTo("http://quay.example/1");
              assertThat(i.summary()).isEqualTo("First");
              assertThat(i.updated().iso()).startsWith("1997-09-10T12:00");
            });
  }

  @Test
  void choosesTheWidestPictureAndCountsAFileOnce() {
    FeedItem item =
        item(
            "<title>One</title><media:thumbnail url='https://a.example/s.jpg'/>"
                + "<enclosure url='https://a.example/1.mp3' type='audio/mpeg'/>"
                + "<media:group><media:content url='https://a.example/m.jpg' medium='image' width='320'/>"
                + "<media:content url='https://a.example/l.jpg' medium='image' width='1280'/>"
                + "<media:content url='https://a.example/1.mp3' fileSize='77'/></media:group>");

    assertThat(item.media().image()).isEqualTo("https://a.example/l.jpg");
    assertThat(item.media().enclosures())
        .contains(new Enclosure("https://a.example/1.mp3", "audio/mpeg", 77L))
        .extracting(Enclosure::url)
        .doesNotHaveDuplicates();
  }

  @Test
  void looksBehindTheCountersOfFeedBurner() {
    FeedItem item =
        item(
            "<link>https://counter.example/1</link>"
                + "<feedburner:origLink>https://a.example/1</feedburner:origLink>"
                + "<enclosure url='https://counter.example/1.mp3' length='5'/>"
                + "<feedburner:origEnclosureLink>https://a.example/1.mp3</feedburner:origEnclosureLink>");

    assertThat(item.link()).isEqualTo("https://a.example/1");
    assertThat(item.media().enclosures())
        .containsExactly(new Enclosure("https://a.example/1.mp3", null, 5L));
  }

  @Test
  void takesForTheLinkWhatElseSaysIt() {
    assertThat(item("<guid>https://a.example/1</guid>").link()).isEqualTo("https://a.example/1");
    assertThat(item("<guid isPermaLink=' FALSE '>https://a.example/1</guid>").link()).isNull();
    assertThat(item("<link>\n https://a.example/\n1 </link>").link())
        .isEqualTo("https://a.example/1");
    assertThat(
            feed("<rdf:RDF><item rdf:about='https://a.example/1'><title>x</title></item></rdf:RDF>")
                .items()
                .getFirst()
                .link())
        .isEqualTo("https://a.example/1");
  }

  @Test
  void namesTheAuthorBeforeTheContributorAndTheSourceBeforeTheFeed() {
    String feed = "<feed><author><name>Desk</name></author><entry><id>1</id>";
    String helper = "<contributor><name>Bo Stern</name></contributor>";
    String author = "<author><name>Ada Quill</name></author>";

    assertThat(authors(feed + helper + author)).containsExactly("Ada Quill");
    assertThat(authors(feed + helper)).containsExactly("Bo Stern");
    assertThat(authors(feed + "<source><title>Wire</title>" + author + "</source>"))
        .containsExactly("Ada Quill");
    assertThat(authors(feed)).containsExactly("Desk");
  }

  private static List<String> authors(String entry) {
    return feed(entry + "</entry></feed>").items().getFirst().authors().stream()
        .map(Person::name)
        .toList();
  }

  @Test
  void closesElementsThatHtmlWouldLeaveOpen() {
    FeedItem item =
        feed("<feed><entry><id>1</id><content type='xhtml'><div><p>a</p><iframe src='x'/><script src='y'/><br/>b</div></content></entry></feed>")
            .items()
            .getFirst();

    assertThat(item.content())
        .isEqualTo("<p>a</p><iframe src=\"x\"></iframe><script src=\"y\"></script><br/>b");
  }

  @Test
  void readsJsonThatIsNotQuite() {
    ParsedFeed feed =
        feed(
            """
            {title: 'Kite', "items": [
              {"id": 01, "title": "One\tand only", "author": "Lo Vind <lo@kite.example>", "tags": "wind",
               "date_published": 1770091506, "attachments": {"url": "/1.mp3", "size_in_bytes": "12"},},
            ]}
            """);

    assertThat(feed.head().title()).isEqualTo("Kite");
    assertThat(feed.items())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.title()).isEqualTo("One\tand only");
              assertThat(i.authors()).extracting(Person::email).containsExactly("lo@kite.example");
              assertThat(i.categories()).containsExactly("wind");
              assertThat(i.published().iso()).isEqualTo("2026-02-03T04:05:06Z");
              assertThat(i.media().enclosures())
                  .containsExactly(new Enclosure("https://base.example/1.mp3", null, 12L));
            });
  }

  private static ParsedFeed parsed(byte[] body) {
    return ((ParseResult.Parsed) Feeds.parse(body)).feed();
  }
}
