package org.tagwire.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.XmlElement.Base;
import org.tagwire.url.WebAddress;

/**
 * Grows a tree of elements from the events of whatever parser, within the limits. One document
 * each.
 */
final class XmlTree {
  private final Names names = new Names();
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final Base documentBase;
  private @Nullable XmlElement root;
  private final int passed;
  private int items;
  private int parts;
  private boolean keeping = true;
  private boolean textCut;

  /**
   * @param passed how many items are read past before the first one is kept
   */
  XmlTree(Optional<String> documentBase, int passed) {
    this.documentBase = new Base(documentBase.orElse(null), false);
    this.passed = passed;
  }

  /** An element begins, with its name as written and its attributes' names and values in turn. */
  void start(String written, List<String> attributes) throws OverLimit {
    check(written, attributes);
    names.open(attributes);
    if (root == null && (local(written).equals("feed") || local(written).equals("entry"))) {
      names.atomRoot();
    }
    List<String> canonical = canonical(attributes);
    XmlElement element = new XmlElement(names.element(written), canonical, base(canonical));
    if (open.isEmpty()) {
      root = root == null ? element : root;
    } else {
      attach(element);
    }
    open.push(element);
  }

  /** Items beyond the limit are read past without being kept. */
  private void attach(XmlElement element) throws OverLimit {
    boolean item = isItem(element);
    items += item ? 1 : 0;
    keeping = item ? items > passed && items <= passed + Limits.ITEMS : keeping;
    if (keeping) {
      count(1 + element.attributes());
      open.element().add(element);
    }
  }

  private static boolean isItem(XmlElement element) {
    return element.name().equals("item") || element.name().equals("entry");
  }

  private void count(int more) throws OverLimit {
    parts += more;
    if (parts > Limits.PARTS) {
      throw new OverLimit(
          FeedError.TOO_LARGE,
          "the document has more than " + Limits.PARTS + " elements, attributes and texts");
    }
  }

  private void check(String written, List<String> attributes) throws OverLimit {
    if (open.size() >= Limits.DEPTH) {
      throw new OverLimit(FeedError.XML_DEPTH, "elements are nested deeper than " + Limits.DEPTH);
    }
    if (written.length() > Limits.NAME) {
      throw OverLimit.name();
    }
    if (attributes.size() > 2 * Limits.ATTRIBUTES) {
      throw OverLimit.attributes();
    }
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).length() > Limits.NAME) {
        throw OverLimit.name();
      }
    }
  }

  private List<String> canonical(List<String> attributes) {
    if (attributes.isEmpty()) {
      return List.of();
    }
    List<String> canonical = new ArrayList<>(attributes.size());
    for (int i = 0; i < attributes.size(); i += 2) {
      String name = attributes.get(i);
      canonical.add(
          name.indexOf(':') < 0 || name.startsWith("xmlns") ? name : names.canonical(name));
      canonical.add(Misreadings.withoutControls(attributes.get(i + 1)));
    }
    return canonical;
  }

  /** Text within an element, whole or a piece of it; what is too long to be one is cut. */
  void text(String text) throws OverLimit {
    if (open.isEmpty() || text.isEmpty() || !keeping) {
      return;
    }
    count(1);
    int room = open.element().room();
    if (text.length() > room) {
      textCut = true;
    }
    if (room > 0) {
      String kept = text.length() > room ? text.substring(0, room) : text;
      open.element().add(Misreadings.withoutControls(kept));
    }
  }

  void end() {
    open.pop();
    names.close();
  }

  Optional<XmlElement> root() {
    return Optional.ofNullable(root);
  }

  /** Returns the root of a feed; empty when it is something else. */
  Optional<XmlElement> feed() {
    return root()
        .filter(
            element ->
                switch (element.name()) {
                  case "rss", "feed", "entry", "rdf:rdf", "rdf", "channel" -> true;
                  default -> false;
                });
  }

  /** Returns how many items were read past. */
  int itemsBeyond() {
    return Math.max(0, items - Limits.ITEMS);
  }

  /** Returns whether a text was cut. */
  boolean isTextCut() {
    return textCut;
  }

  /**
   * Says that the document ends here, in the middle: of an item that had begun, the part cut in two
   * is dropped where half of it would be wrong, and the item too if nothing is left that tells
   * which one it is.
   */
  void cutOff() {
    List<XmlElement> path = new ArrayList<>(open.reversed());
    for (int i = 1; i < path.size(); i++) {
      if (isItem(path.get(i))) {
        XmlElement item = path.get(i);
        if (i + 1 < path.size() && !isText(path.get(i + 1))) {
          item.remove(path.get(i + 1));
        }
        if (item.children().stream().noneMatch(XmlTree::isIdentity)) {
          path.get(i - 1).remove(item);
        }
        return;
      }
    }
  }

  private static boolean isText(XmlElement element) {
    return switch (element.name()) {
      case "title", "description", "summary", "content", "content:encoded" -> true;
      default -> false;
    };
  }

  private static boolean isIdentity(XmlElement element) {
    return switch (element.name()) {
      case "link", "guid", "id", "atom:id", "atom:link" -> true;
      default -> false;
    };
  }

  private Base base(List<String> attributes) {
    Base outer = open.isEmpty() ? documentBase : open.element().baseInForce();
    int at = attributes.indexOf("xml:base");
    if (at < 0 || at % 2 != 0) {
      return outer;
    }
    return Addresses.resolve(attributes.get(at + 1), Optional.ofNullable(outer.address()))
        .flatMap(WebAddress::parse)
        .map(address -> new Base(address.href(), true))
        .orElse(outer);
  }

  private static String local(String written) {
    return written.substring(written.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** A document that costs more than a feed may. */
  static final class OverLimit extends Exception {
    private static final long serialVersionUID = 1L;

    private final FeedError error;
    private final String what;

    OverLimit(FeedError error, String message) {
      super(message, null, false, false);
      this.error = error;
      this.what = message;
    }

    static OverLimit name() {
      return new OverLimit(
          FeedError.XML_NAME_LENGTH, "a name is longer than " + Limits.NAME + " characters");
    }

    static OverLimit attributes() {
      return new OverLimit(
          FeedError.XML_ATTRIBUTES,
          "an element has more than " + Limits.ATTRIBUTES + " attributes");
    }

    String what() {
      return what;
    }

    FeedError error() {
      return error;
    }
  }
}
