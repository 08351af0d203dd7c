package org.tagwire.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.feed.ParseResult.NotAFeed;
import org.tagwire.feed.ParseResult.Parsed;
import org.tagwire.feed.XmlTree.OverLimit;

/**
 * Reads any feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, well-formed or not.
 *
 * <p>Stateless and safe for use by many threads. Cost is linear in the size of the document; a document over the limits is
 * refused with the {@link FeedError} that says which. Nothing outside the document is ever looked at.
 */
public final class FeedParser {
  /** The version of what is read out of a feed; a greater one is worth reading again. */
  public static final int VERSION = 1;

  /** Reads a document as a feed. */
  public ParseResult parse(FeedInput input) {
    if (input.body().length > Limits.BYTES) {
      return new NotAFeed(
          FeedError.TOO_LARGE,
          "the document has " + input.body().length + " bytes, more than the " + Limits.BYTES + " a feed may have");
    }
    Decoder.Decoded decoded = Decoder.decode(input);
    List<String> repairs = new ArrayList<>(decoded.repairs());
    String text = decoded.text();
    char first = firstVisible(text);
    return switch (first) {
      case '\0' -> new NotAFeed(FeedError.EMPTY, "the document is empty");
      case '{', '[' -> JsonFeedMapping.parse(text.strip().replaceFirst("^\uFEFF", ""), input.findBase(), repairs);
      default -> xml(text, input.findBase(), repairs);
    };
  }

  private static ParseResult xml(String text, Optional<String> base, List<String> repairs) {
    if (text.indexOf('<') < 0) {
      return refusal(text);
    }
    try {
      Optional<XmlElement> asItStands = StrictXml.parse(Mending.withoutDoctype(text), base).filter(FeedParser::isFeed);
      Optional<XmlElement> root = asItStands.isPresent() ? asItStands : mended(text, base, repairs);
      return root.isPresent() ? map(root.get(), repairs) : refusal(text);
    } catch (OverLimit e) {
      return new NotAFeed(e.error(), e.what());
    }
  }

  private static Optional<XmlElement> mended(String text, Optional<String> base, List<String> repairs)
      throws OverLimit {
    String mended = Mending.mend(text);
    Optional<XmlElement> root = StrictXml.parse(mended, base).filter(FeedParser::isFeed);
    if (root.isPresent()) {
      repairs.add("entities, stray ampersands or forbidden characters were mended");
      return root;
    }
    repairs.add("the XML is not well-formed; what could be told apart was kept");
    return LenientXml.parse(mended, base).filter(FeedParser::isFeed);
  }

  private static ParseResult map(XmlElement root, List<String> repairs) {
    return new Parsed(isAtom(root) ? AtomMapping.map(root, repairs) : RssMapping.map(root, repairs));
  }

  private static boolean isFeed(XmlElement root) {
    return switch (root.name().toLowerCase(Locale.ROOT)) {
      case "rss", "feed", "entry", "rdf:rdf", "rdf", "channel" -> true;
      default -> false;
    };
  }

  private static boolean isAtom(XmlElement root) {
    return root.name().equalsIgnoreCase("feed") || root.name().equalsIgnoreCase("entry");
  }

  private static ParseResult refusal(String text) {
    String head = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    if (isBinary(head)) {
      return new NotAFeed(FeedError.BINARY, "these bytes are no text; is this the address of a picture or an archive?");
    }
    if (head.indexOf('<') < 0) {
      return new NotAFeed(FeedError.NOT_A_FEED, "there is no markup in this document");
    }
    return head.contains("<html") || head.contains("<!doctype html")
        ? new NotAFeed(FeedError.HTML_PAGE, "this is a web page, not a feed; 'add' finds the feed of a page")
        : new NotAFeed(FeedError.NOT_A_FEED, "this is markup, but neither RSS, RDF nor Atom");
  }

  private static boolean isBinary(String head) {
    long strange = head.chars().filter(c -> c == 0xFFFD || (c < ' ' && c != '\t' && c != '\n' && c != '\r')).count();
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
