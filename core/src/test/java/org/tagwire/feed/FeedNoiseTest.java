package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a feed on their way, there is an answer. */
class FeedNoiseTest {
  private static final String[] WORDS = {
    "<", ">", "</", "/>", "<item>", "</item>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml", "?>", "&", "&amp;", "&#", ";", "\"", "'", "=",
    "<!DOCTYPE", "[", "]", "xml:base='", "xmlns='", "{", "}", ",", "\u0000", "\uFFFE", "<feed>", "<rss>", "<channel>", "type='xhtml'", "<div>"
  };

  @ParameterizedTest
  @ValueSource(strings = {"rss20.xml", "rss091.xml", "rdf10.xml", "atom10.xml", "atom03.xml", "podcast.xml", "feed11.json"})
  void survivesTruncationAtEveryPlace(String name) {
    byte[] whole = Feeds.bytes(name);
    int most = 0;
    for (int length = 0; length <= whole.length; length++) {
      ParseResult result = Feeds.parse(Arrays.copyOf(whole, length));
      int items = result instanceof ParseResult.Parsed parsed ? parsed.feed().items().size() : 0;
      assertThat(items).as("%s cut at %s", name, length).isGreaterThanOrEqualTo(most);
      most = Math.max(most, items);
    }
    assertThat(most).isEqualTo(Feeds.resource(name).items().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rss20.xml", "atom10.xml", "feed11.json"})
  void survivesNoise(String name) {
    long seed = 4711;
    Random random = new Random(seed);
    byte[] whole = Feeds.bytes(name);
    for (int round = 0; round < 500; round++) {
      byte[] noisy = whole.clone();
      for (int n = random.nextInt(20); n >= 0; n--) {
        noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
      }
      assertThat(Feeds.parse(noisy)).as("seed %s, round %s, %s", seed, round, name).isNotNull();
    }
  }

  @Test
  void survivesMarkupAtRandom() {
    long seed = 815;
    Random random = new Random(seed);
    String whole = new String(Feeds.bytes("atom10.xml"), java.nio.charset.StandardCharsets.UTF_8);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? whole : "<rss><channel>");
      for (int n = random.nextInt(30); n >= 0; n--) {
        text.insert(random.nextInt(text.length() + 1), WORDS[random.nextInt(WORDS.length)]);
      }
      assertThat(Feeds.parse(text.toString())).as("seed %s, round %s: %s", seed, round, text).isNotNull();
    }
  }
}
