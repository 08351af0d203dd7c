package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.tagwire.model.FeedItem;

/** Documents for the tests of this package, and short ways to read them. */
final class Feeds {
  static final String BASE = "https://base.example/dir/feed.xml";
  private static final FeedParser PARSER = new FeedParser();

  private Feeds() {}

  static byte[] bytes(String resource) {
    try (InputStream in = Feeds.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ParseResult parse(byte[] body) {
    return PARSER.parse(new FeedInput(body, null, BASE));
  }

  static ParseResult parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  static ParsedFeed resource(String name) {
    return parsed(parse(bytes(name)));
  }

  static ParsedFeed feed(String text) {
    return parsed(parse(text));
  }

  /** Reads what stands within an RSS channel. */
  static ParsedFeed channel(String inner) {
    return feed("<rss version='2.0'><channel><title>T</title>" + inner + "</channel></rss>");
  }

  static FeedItem item(String inner) {
    return channel("<item>" + inner + "</item>").items().getFirst();
  }

  static FeedError refusal(String text) {
    assertThat(parse(text)).isInstanceOf(ParseResult.NotAFeed.class);
    return ((ParseResult.NotAFeed) parse(text)).error();
  }

  private static ParsedFeed parsed(ParseResult result) {
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return ((ParseResult.Parsed) result).feed();
  }
}
