package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.html.HtmlDecoder;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Person;

/** What must hold of feeds, whatever is in them. */
final class FeedClaims {
  /** What is declared, and what the web means by it where Java means something else. */
  private static final Map<String, String> WEB =
      Map.of("shift_jis", "windows-31j", "euc-kr", "x-windows-949", "big5", "Big5-HKSCS");

  private static final List<String> LABELS =
      List.of(
          "utf-8",
          "windows-1252",
          "gb18030",
          "shift_jis",
          "euc-kr",
          "big5",
          "koi8-r",
          "iso-8859-2",
          "utf-7",
          "utf-16",
          "no-such-thing",
          "");

  private static final int MOST_ITEMS = 2_000;
  private static final FeedParser PARSER = new FeedParser();

  private FeedClaims() {}

  /** Reads as a feed, and says the same a second time. */
  static void reads(byte[] input) {
    ParseResult result = parse(input, "application/xml");
    assertThat(parse(input, "application/xml")).isEqualTo(result);
    if (result instanceof ParseResult.Parsed parsed) {
      assertThat(parsed.feed().items()).hasSizeLessThanOrEqualTo(MOST_ITEMS);
      texts(parsed.feed()).forEach(FeedClaims::assertReadable);
    }
  }

  /** The first byte chooses what is declared; the rest is a title in whatever encoding. */
  static void decodes(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String label = LABELS.get((input[0] & 0xFF) % LABELS.size());
    byte[] title = Arrays.copyOfRange(input, 1, input.length);
    String type = "text/xml; charset=" + label;
    HtmlDecoder.decode(title, type);
    if (parse(feed(title), type) instanceof ParseResult.Parsed parsed) {
      texts(parsed.feed()).forEach(FeedClaims::assertReadable);
    }
    letters(title).ifPresent(letters -> assertKept(letters, label, type));
  }

  /** Letters that were encoded as declared are read as they were meant. */
  private static void assertKept(String letters, String label, String type) {
    if (LABELS.indexOf(label) > LABELS.indexOf("iso-8859-2")) {
      return;
    }
    Charset charset = Charset.forName(WEB.getOrDefault(label, label));
    boolean fits = charset.newEncoder().canEncode(letters);
    if (!fits || !decode(letters.getBytes(charset), charset).equals(Optional.of(letters))) {
      return;
    }
    byte[] encoded = letters.getBytes(charset);
    boolean ambiguous =
        !charset.equals(StandardCharsets.UTF_8)
            && decode(encoded, StandardCharsets.UTF_8).isPresent();
    if (!ambiguous) {
      ParseResult result = parse(feed(encoded), type);
      assertThat(result).as("'%s' in %s", letters, label).isInstanceOf(ParseResult.Parsed.class);
      assertThat(((ParseResult.Parsed) result).feed().head().title())
          .as("in %s", label)
          .isEqualTo(letters);
    }
  }

  /** Returns the letters in it, unless they look as if they had been encoded twice. */
  private static Optional<String> letters(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder letters = new StringBuilder("a");
    text.codePoints()
        .filter(c -> Character.isLetter(c) && c != 0xC3 && c != 0xC2 && c != 0xE2)
        .forEach(letters::appendCodePoint);
    return letters.length() > 8 ? Optional.of(letters.toString()) : Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    try {
      CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] feed(byte[] title) {
    ByteArrayOutputStream feed = new ByteArrayOutputStream();
    feed.writeBytes("<rss><channel><title>".getBytes(StandardCharsets.US_ASCII));
    feed.writeBytes(title);
    feed.writeBytes("</title></channel></rss>".getBytes(StandardCharsets.US_ASCII));
    return feed.toByteArray();
  }

  private static ParseResult parse(byte[] feed, String type) {
    return PARSER.parse(new FeedInput(feed, type, "https://gazette.example/feed"));
  }

  private static Stream<String> texts(ParsedFeed feed) {
    ParsedFeed.Head head = feed.head();
    Stream<String> of =
        Stream.of(
                Optional.ofNullable(head.title()),
                Optional.ofNullable(head.link()),
                Optional.ofNullable(head.description()))
            .flatMap(Optional::stream);
    return Stream.concat(
        Stream.concat(of, head.categories().stream()),
        feed.items().stream().flatMap(FeedClaims::texts));
  }

  private static Stream<String> texts(FeedItem item) {
    Stream<String> said =
        Stream.of(
                Optional.ofNullable(item.guid()),
                Optional.ofNullable(item.link()),
                Optional.ofNullable(item.title()),
                Optional.ofNullable(item.summary()),
                Optional.ofNullable(item.content()))
            .flatMap(Optional::stream);
    Stream<String> listed =
        Stream.concat(item.authors().stream().map(Person::raw), item.categories().stream());
    return Stream.concat(said, listed);
  }

  /** No control characters: they have no use in text, and terminals and logs obey them. */
  private static void assertReadable(String text) {
    text.chars()
        .filter(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0))
        .findFirst()
        .ifPresent(
            c -> {
              throw new AssertionError(String.format(Locale.ROOT, "U+%04X in '%s'", c, text));
            });
  }
}
