package org.tagwire.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.sets.HostileCase;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP://Site.Example/                | http://site.example/",
        "http://site.example                 | http://site.example/",
        "https://site.example:443/a          | https://site.example/a",
        "http://site.example:443/a           | http://site.example:443/a",
        "http:site.example/a                 | http://site.example/a",
        "http:/\\site.example\\a\\b          | http://site.example/a/b",
        "http:////site.example//a//b         | http://site.example//a//b",
        "http://site.example/a/./b/../c      | http://site.example/a/c",
        "http://site.example/a/%2e%2E/b      | http://site.example/b",
        "http://site.example/../../b         | http://site.example/b",
        "http://site.example/a/..            | http://site.example/",
        "http://site.example/a b?c d'        | http://site.example/a%20b?c%20d%27",
        "http://site.example/é?ü             | http://site.example/%C3%A9?%C3%BC",
        "http://site.example/a#b?c           | http://site.example/a",
        "http://site.example?q               | http://site.example/?q",
        "http://user:pw@site.example/        | http://user:pw@site.example/",
        "http://a@b@site.example/            | http://a%40b@site.example/",
        "http://bücher.example/              | http://xn--bcher-kva.example/",
        "http://site.example:/a              | http://site.example/a",
        "http://[::FFFF:1.2.3.4]:8080/a      | http://[::ffff:102:304]:8080/a",
        "http://①②③.⓪.⓪.①/               | http://123.0.0.1/",
        "http://127%2E0%2E0%2E1/             | http://127.0.0.1/",
        "http://127.0.0.1\\@site.example/    | http://127.0.0.1/@site.example/",
        "http://site.example#@127.0.0.1/     | http://site.example/",
      })
  void parsesAsBrowsersDo(String written, String href) {
    assertThat(WebAddress.parse(written)).map(WebAddress::href).contains(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "site.example",
        "//site.example/",
        "/a",
        "ftp://site.example/",
        "javascript:1",
        "file:///etc/hostname",
        "data:text/xml,<rss/>",
        "http://",
        "https:///",
        "http://[::1",
        "http://[::1%25eth0]/",
        "http://[1.2.3.4]/",
        "http://a b/",
        "http://site..example/",
        "http://.example/",
        "http://site.example:80:80/",
        "http://site.example:0/",
        "http://site.example:65536/",
        "http://site.example:99999999999/",
        "http://a:b/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0x0.0x0.0x1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://1.2.3.09/",
        "http://xn--a-ecp.example/",
        "http://a%00b/",
        "http://127.0.0.1%2f@site.example:80:1/",
        "http://%ff%fe/",
        "http://a<b/"
      })
  void refusesWhatIsNoAddressOrAnAmbiguousOne(String written) {
    assertThat(WebAddress.parse(written)).isEmpty();
  }

  @Test
  void dropsTabsAndLineBreaksSoThatNoneReachesARequest() {
    WebAddress address = WebAddress.of(" \u0001http://si\tte.example/\r\nX-Evil: 1\n");

    assertThat(address.href()).isEqualTo("http://site.example/X-Evil:%201");
  }

  @Test
  void refusesLabelsNamesAndAddressesBeyondTheirLimits() {
    assertThat(WebAddress.parse("http://" + "a".repeat(63) + ".example/")).isPresent();
    assertThat(WebAddress.parse("http://" + "a".repeat(64) + ".example/")).isEmpty();
    assertThat(WebAddress.parse("http://" + "a.".repeat(124) + "test/")).isPresent();
    assertThat(WebAddress.parse("http://" + "a.".repeat(125) + "test/")).isEmpty();
    assertThat(WebAddress.parse("http://site.example/" + "a".repeat(2000))).isPresent();
    assertThat(WebAddress.parse("http://site.example/" + "a".repeat(2048))).isEmpty();
    assertThat(WebAddress.parse("http://site.example/" + "ü".repeat(300))).isPresent();
    assertThat(WebAddress.parse("http://site.example/" + "ü".repeat(400))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c                      | http://site.example/a/c",
        "/c                     | http://site.example/c",
        "../c                   | http://site.example/c",
        "?x                     | http://site.example/a/b?x",
        "#x                     | http://site.example/a/b?q",
        "''                     | http://site.example/a/b?q",
        "//other.example/c      | http://other.example/c",
        "\\\\other.example\\c   | http://other.example/c",
        "https:c                | https://c/",
        "http:c                 | http://site.example/a/c",
        "https://other.example  | https://other.example/",
      })
  void resolvesAReferenceAsAPageMeansIt(String reference, String href) {
    WebAddress base = WebAddress.of("http://site.example/a/b?q");

    assertThat(base.resolve(reference)).map(WebAddress::href).contains(href);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@b.example", "javascript:alert(1)", "http://[", "//", "tel:1"})
  void resolvesNothingThatLeavesTheWeb(String reference) {
    assertThat(WebAddress.of("http://site.example/").resolve(reference)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://site.example/a?utm_source=x&id=1&fbclid=y | https://site.example/a?id=1",
        "https://site.example/a?at_medium=RSS&at_campaign=KARANGA | https://site.example/a",
        "https://site.example/a?ito=native_share           | https://site.example/a",
        "https://site.example/a?                           | https://site.example/a",
        "https://site.example/a?&&b=2&                     | https://site.example/a?b=2",
        "https://site.example/a/                           | https://site.example/a/",
        "https://site.example./a                           | https://site.example/a",
        "https://site.example/%7ea%c3%a9%2f                | https://site.example/~a%C3%A9%2F",
        "https://site.example/a%252eb                      | https://site.example/a%252eb",
        "https://site.example/a?ref=home&cid=1             | https://site.example/a?ref=home&cid=1",
        "https://site.example/a?b=%zz                      | https://site.example/a?b=%zz",
        "https://site.example/a;jsessionid=0A1B?id=1       | https://site.example/a?id=1",
        "https://site.example/a;v=1/b;JSESSIONID=x/c       | https://site.example/a;v=1/b/c",
        "https://site.example/a?PHPSESSID=x&id=1           | https://site.example/a?id=1",
        "https://site.example/a?gad_source=1&_gl=x&p=2     | https://site.example/a?p=2",
        "https://site.example/?p=12                        | https://site.example/?p=12",
        "https://BÜCHER.example/a                          | https://xn--bcher-kva.example/a",
      })
  void knowsAnArticleByItsCanonicalForm(String written, String canonical) {
    assertThat(WebAddress.of(written).canonical().href()).isEqualTo(canonical);
  }

  @Test
  void givesHttpAndHttpsOneKeyAndOtherPortsAnother() {
    String key = WebAddress.of("https://site.example/a?gclid=1").key();

    assertThat(key).isEqualTo("site.example/a");
    assertThat(WebAddress.of("http://SITE.example:80/a").key()).isEqualTo(key);
    assertThat(WebAddress.of("http://site.example:8080/a").key()).isNotEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.thesun.co.uk/x, thesun.co.uk",
    "https://news.bbc.co.uk/x, bbc.co.uk",
    "https://feeds.bbci.co.uk/x, bbci.co.uk",
    "https://uk.news.yahoo.com/x, yahoo.com",
    "https://ada.github.io/x, ada.github.io",
    "https://ada.substack.com/feed, ada.substack.com",
    "https://www.substack.com/feed, substack.com",
    "https://www.abc.net.au/x, abc.net.au",
    "https://feeds.northquay-herald.example/x, northquay-herald.example",
    "http://localhost/x, localhost",
    "http://127.0.0.1:8080/x, 127.0.0.1",
    "https://co.uk/, co.uk",
    "https://www.xn--bcher-kva.de/, xn--bcher-kva.de",
  })
  void addressesAPublisherByTheRegisteredDomain(String address, String domain) {
    assertThat(WebAddress.of(address).domain().name()).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ada:pw@site.example/feed",
        "https://site.example/feed?token=abc",
        "https://site.example/feed?rss_token=abc",
        "https://site.example/feed?key=abc",
        "https://site.example/feed?auth=abc",
        "https://site.example/feed?x%5Fkey=abc",
        "https://site.example/feed?accessToken=1",
        "https://site.example/feed?x=9fQ2xT7bLw4KpZ0sVn8R3mYd",
        "https://site.example/private/9fQ2xT7bLw4KpZ0sVn8R3mYd.rss",
        "https://site.example/u/0123456789abcdef0123456789abcdef/feed.xml",
        "https://site.example/feed?9fQ2xT7bLw4KpZ0sVn8R3mYd",
      })
  void tellsAddressesThatGiveAccess(String address) {
    assertThat(WebAddress.of(address).carriesSecret()).isTrue();
    assertThat(WebAddress.of(address).toString())
        .contains(address.contains("@") ? "site.example" : "***")
        .doesNotContain("9fQ2", "abc", "pw", "abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://site.example/2026/11/22/mayor-opens-the-new-harbour-tunnel-after-19-years/",
        "https://www.youtube.example/feeds/videos.xml?channel_id=UCx7Qw9ZbT3kLmP0sVn8R3mY",
        "https://site.example/d/playlist/0b3cf1e2-9a7d-4d55-8f0e-6a1c2b3d4e5f/podcast.rss",
        "https://site.example/feed?format=xml&keyword=harbour&section=news",
        "https://site.example/rss/NewsFromTheWholeRegionAndBeyond.xml",
        "https://site.example/feed?token=",
      })
  void leavesOrdinaryFeedsPublic(String address) {
    assertThat(WebAddress.of(address).carriesSecret()).isFalse();
  }

  @Test
  void knowsTheHabitsByWhichAPageHasSeveralAddresses() {
    assertThat(WebAddress.of("https://www.paper.example/a").twinKeys())
        .startsWith("paper.example/a", "paper.example/a/")
        .contains("m.paper.example/a", "www.paper.example/a/amp/")
        .doesNotContain("www.paper.example/a");
    for (String twin :
        new String[] {
          "http://m.paper.example/a/",
          "https://amp.paper.example/a",
          "https://www.paper.example/amp/a",
          "https://paper.example/a?outputType=amp",
          "https://paper.example/a/amp"
        }) {
      assertThat(WebAddress.of(twin).twinKeys()).as(twin).contains("paper.example/a");
    }
    assertThat(WebAddress.of("https://m.example/a").twinKeys())
        .allMatch(k -> k.contains("m.example"));
    assertThat(WebAddress.of("https://paper.example/?p=1").twinKeys())
        .contains("www.paper.example/?p=1")
        .noneMatch(key -> key.endsWith("/"));
    assertThat(WebAddress.of("https://blog.paper.example/a").twinKeys())
        .allMatch(key -> key.startsWith("blog.paper.example/"));
  }

  @Test
  void normalisesOrRefusesTheCornerCasesOfTheHostileSet() {
    for (HostileCase hostile : HostileCase.listArea("http")) {
      if (hostile.id().equals("N054")) {
        assertThat(hostile.texts())
            .filteredOn(text -> WebAddress.parse(text).isEmpty())
            .as("refused")
            .hasSize(9);
        hostile.texts().stream()
            .flatMap(text -> WebAddress.parse(text).stream())
            .forEach(WebAddressTest::isSettled);
      }
    }
    for (String odd :
        new String[] {
          "http://site.example:80:80/",
          "http://xn--a-ecp.example/",
          "http://site..example/",
          "http://[1::2::3]/",
          "http://1.2.3.4.5/",
          "http://256.256.256.256/"
        }) {
      assertThat(WebAddress.parse(odd)).as(odd).isEmpty();
    }
  }

  private static void isSettled(WebAddress address) {
    assertThat(address.href()).matches("[!-~]{1,2048}");
    assertThat(WebAddress.parse(address.href())).contains(address);
    WebAddress canonical = address.canonical();
    assertThat(canonical.canonical()).isEqualTo(canonical);
    assertThat(WebAddress.parse(canonical.href())).contains(canonical);
    assertThat(address.twinKeys()).doesNotContain(address.key());
  }

  @Test
  void settlesWhateverItIsBuiltOf() {
    long seed = Long.getLong("tagwire.seed", new Random().nextLong());
    Random random = new Random(seed);
    String[] hosts = {
      "a.example",
      "WWW.a.example",
      "m.a.example",
      "a.example.",
      "bücher.example",
      "1.2.3.4",
      "[::1]",
      "a.example:80",
      "u:p@a.example:8080"
    };
    String[] parts = {
      "/",
      "/a",
      "/..",
      "/%2e%2E",
      "/;jsessionid=1",
      "/..;sid=2",
      "/a;sid=3",
      "/amp",
      "/%7e",
      "/%c3%A9",
      "/é",
      "/%zz",
      "/index.amp.html",
      "//"
    };
    String[] query = {
      "?", "&", "utm_source=x", "amp=1", "=", "id=%7e", "&&", "PHPSESSID=1", "q='x'", "fbclid"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://" : "https://");
      text.append(hosts[random.nextInt(hosts.length)]);
      for (int i = random.nextInt(5); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      text.append(random.nextBoolean() ? "?" : "");
      for (int i = random.nextInt(5); i > 0; i--) {
        text.append(query[random.nextInt(query.length)]).append(random.nextBoolean() ? "&" : "");
      }
      try {
        WebAddress.parse(text.toString()).ifPresent(WebAddressTest::isSettled);
      } catch (AssertionError unsettled) {
        throw new AssertionError("seed " + seed + ", " + text, unsettled);
      }
    }
  }

  @Test
  void parsesItsOwnOutputToTheSameAddressWhateverItWasGiven() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String alphabet = "ab.:/?#@[]%2eE&=\\ \tü①é_-~'\"<>0xF\ud800";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text =
          new StringBuilder(random.nextBoolean() ? "http://" : "https://a.example/");
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      WebAddress.parse(text.toString())
          .ifPresent(
              address -> {
                assertThat(WebAddress.parse(address.href()))
                    .as("seed %d, %s", seed, text)
                    .contains(address);
                WebAddress canonical = address.canonical();
                assertThat(canonical.canonical())
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(canonical);
                assertThat(address.href()).as("seed %d", seed).matches("[!-~]+");
              });
    }
  }
}
