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

/** Grows a tree of elements from the events of whatever parser, within the limits. One document each. */
final class XmlTree {
  private final Names names = new Names();
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final Base documentBase;
  private @Nullable XmlElement root;
  private int items;
  private int parts;

  XmlTree(Optional<String> documentBase) {
    this.documentBase = new Base(documentBase.orElse(null), false);
  }

  /** An element begins, with its name as written and its attributes' names and values in turn. */
  void start(String written, List<String> attributes) throws OverLimit {
    check(written, attributes);
    names.open(attributes);
    if (root == null && (local(written).equals("feed") || local(written).equals("entry"))) {
      names.atomRoot();
    }
    List<String> canonical = canonical(attributes);
    XmlElement element = new XmlElement(name(written), canonical, base(canonical));
    if (open.isEmpty()) {
      root = root == null ? element : root;
    } else {
      attach(element);
    }
    open.push(element);
  }

  /** Items beyond the limit are read past without being kept. */
  private void attach(XmlElement element) throws OverLimit {
    boolean item = element.name().equals("item") || element.name().equals("entry");
    items += item ? 1 : 0;
    if (item && items > Limits.ITEMS) {
      return;
    }
    count();
    open.element().add(element);
  }

  private void count() throws OverLimit {
    if (items <= Limits.ITEMS && ++parts > Limits.PARTS) {
      throw new OverLimit(FeedError.TOO_LARGE, "the document has more than " + Limits.PARTS + " elements and texts");
    }
  }

  private void check(String written, List<String> attributes) throws OverLimit {
    if (open.size() >= Limits.DEPTH) {
      throw new OverLimit(FeedError.TOO_DEEP, "elements are nested deeper than " + Limits.DEPTH);
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
      canonical.add(name.indexOf(':') < 0 || name.startsWith("xmlns") ? name : names.canonical(name));
      canonical.add(attributes.get(i + 1));
    }
    return canonical;
  }

  /** No vocabulary has names all in capitals; who writes them so means the same elements. */
  private String name(String written) {
    boolean shouted = Character.isUpperCase(written.charAt(written.length() - 1)) && isUpperCase(written);
    return names.canonical(shouted ? written.toLowerCase(Locale.ROOT) : written);
  }

  private static boolean isUpperCase(String written) {
    return written.chars().noneMatch(Character::isLowerCase);
  }

  void text(String text) throws OverLimit {
    if (!open.isEmpty() && !text.isEmpty()) {
      count();
      open.element().add(Misreadings.withoutControls(text));
    }
  }

  void end() {
    open.pop();
    names.close();
  }

  Optional<XmlElement> root() {
    return Optional.ofNullable(root);
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
      return new OverLimit(FeedError.NAME_TOO_LONG, "a name is longer than " + Limits.NAME + " characters");
    }

    static OverLimit attributes() {
      return new OverLimit(
          FeedError.TOO_MANY_ATTRIBUTES, "an element has more than " + Limits.ATTRIBUTES + " attributes");
    }

    String what() {
      return what;
    }

    FeedError error() {
      return error;
    }
  }
}
