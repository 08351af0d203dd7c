package org.tagwire.feed;

import java.io.Reader;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.feed.ParseResult.NotAFeed;
import org.tagwire.feed.ParseResult.Parsed;
import org.tagwire.feed.Repair.Kind;
import org.tagwire.feed.XmlTree.OverLimit;
import org.tagwire.html.Marker;
import org.tagwire.model.Moment;

/**
 * Reads any feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, well-formed or not.
 *
 * <p>Stateless and safe for use by many threads. Cost is linear in the size of the document; a
 * document over the limits is refused with the {@link FeedError} that says which. Nothing outside
 * the document is ever looked at.
 */
public final class FeedParser {
  /** The version of what is read out of a feed; a greater one is worth reading again. */
  public static final int VERSION = 2 + Marker.VERSION;

  /** Reads a document as a feed. */
  public ParseResult parse(FeedInput input) {
    if (input.body().length > Limits.BYTES) {
      return new NotAFeed(
          FeedError.TOO_LARGE,
          "the document has "
              + input.body().length
              + " bytes, more than the "
              + Limits.BYTES
              + " a feed may have");
    }
    try {
      Optional<ParsedFeed> inOrder = inOrder(input);
      return inOrder.isPresent() ? new Parsed(inOrder.get()) : decoded(input);
    } catch (OverLimit e) {
      return new NotAFeed(e.error(), e.what());
    }
  }

  /** A long feed in order is read from its bytes; empty where it is short, or not in order. */
  private static Optional<ParsedFeed> inOrder(FeedInput input) throws OverLimit {
    Optional<XmlTree> tree = inOrder(input, 0);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    ParsedFeed feed = map(tree.get(), new Repairs());
    int beyond = tree.get().itemsBeyond();
    return beyond > 0 && isOlderFirst(feed)
        ? Optional.of(map(inOrder(input, beyond).orElseThrow(), new Repairs()))
        : Optional.of(feed);
  }

  private static Optional<XmlTree> inOrder(FeedInput input, int passed) throws OverLimit {
    Optional<Reader> reader = LongDocument.open(input);
    return reader.isPresent()
        ? StrictXml.parse(reader.get(), input.findBase(), passed)
        : Optional.empty();
  }

  private static ParseResult decoded(FeedInput input) throws OverLimit {
    Repairs repairs = new Repairs();
    String text = Decoder.decode(input, repairs);
    return switch (firstVisible(text)) {
      case '\0' -> new NotAFeed(FeedError.EMPTY_BODY, "the document is empty");
      case '{', '[' -> JsonFeedMapping.parse(text, input.findBase(), repairs);
      default -> xml(text, input.findBase(), repairs);
    };
  }

  private static ParseResult xml(String text, Optional<String> base, Repairs repairs)
      throws OverLimit {
    if (text.indexOf('<') < 0) {
      return refusal(text);
    }
    Optional<XmlTree> tree = tree(text, base, 0, repairs);
    if (tree.isEmpty()) {
      return refusal(text);
    }
    ParsedFeed feed = map(tree.get(), repairs.copy());
    int beyond = tree.get().itemsBeyond();
    if (beyond > 0 && isOlderFirst(feed)) {
      feed = map(tree(text, base, beyond, repairs).orElseThrow(), repairs);
    }
    return new Parsed(feed);
  }

  /** Reads the document, past the first {@code passed} items. */
  private static Optional<XmlTree> tree(
      String text, Optional<String> base, int passed, Repairs repairs) throws OverLimit {
    Optional<XmlTree> asItStands =
        StrictXml.parse(new StringReader(Doctype.without(text)), base, passed);
    return asItStands.isPresent() ? asItStands : mended(text, base, passed, repairs);
  }

  private static Optional<XmlTree> mended(
      String text, Optional<String> base, int passed, Repairs repairs) throws OverLimit {
    String mended = Mending.mend(text, repairs);
    Optional<XmlTree> tree = StrictXml.parse(new StringReader(mended), base, passed);
    return tree.isPresent() ? tree : LenientXml.parse(mended, base, passed, repairs);
  }

  private static ParsedFeed map(XmlTree tree, Repairs repairs) {
    if (tree.isTextCut()) {
      repairs.add(
          Kind.TEXT_OVER_LIMIT,
          "a text is cut: of one element " + Limits.TEXT + " characters are read");
    }
    XmlElement root = tree.feed().orElseThrow();
    boolean atom = root.name().equals("feed") || root.name().equals("entry");
    return atom
        ? AtomMapping.map(root, tree.itemsBeyond(), repairs)
        : RssMapping.map(root, tree.itemsBeyond(), repairs);
  }

  /**
   * Says whether the items stand in the order of time, so that of too many the newest are the last.
   */
  private static boolean isOlderFirst(ParsedFeed feed) {
    if (feed.items().isEmpty()) {
      return false;
    }
    Moment first = feed.items().getFirst().published();
    Moment last = feed.items().getLast().published();
    return first != null && last != null && first.compareTo(last) < 0;
  }

  private static ParseResult refusal(String text) {
    String head = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    if (isBinary(head)) {
      return new NotAFeed(
          FeedError.BINARY,
          "these bytes are no text; is this the address of a picture or an archive?");
    }
    if (head.indexOf('<') < 0) {
      return new NotAFeed(FeedError.NOT_A_FEED, "there is no markup in this document");
    }
    return head.contains("<html") || head.contains("<!doctype html")
        ? new NotAFeed(
            FeedError.HTML_PAGE, "this is a web page, not a feed; 'add' finds the feed of a page")
        : new NotAFeed(FeedError.NOT_A_FEED, "this is markup, but neither RSS, RDF nor Atom");
  }

  private static boolean isBinary(String head) {
    long strange =
        head.chars()
            .filter(c -> c == 0xFFFD || (c < ' ' && c != '\t' && c != '\n' && c != '\r'))
            .count();
    return strange * 10 > head.length();
  }

  private static char firstVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\uFEFF') {
        return c;
      }
    }
    return '\0';
  }
}
