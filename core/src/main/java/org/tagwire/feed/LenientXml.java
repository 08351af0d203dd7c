package org.tagwire.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.tagwire.feed.XmlTree.OverLimit;

/**
 * The forgiving way: jsoup's XML parser, which closes what was left open and takes any text. Anything that is not a
 * feed's root around the feed is passed over.
 */
final class LenientXml {
  private static final List<String> ROOTS = List.of("rss", "feed", "rdf", "rdf:rdf", "channel", "entry");

  private LenientXml() {}

  /** Reads {@code text}; empty when no feed is in it. */
  static Optional<XmlElement> parse(String text, Optional<String> base) throws OverLimit {
    Element document = Parser.xmlParser().setTrackErrors(0).parseInput(text, "");
    Element root = root(document);
    if (root == null) {
      return Optional.empty();
    }
    XmlTree tree = new XmlTree(base);
    walk(root, tree);
    return tree.root();
  }

  private static @org.jspecify.annotations.Nullable Element root(Element document) {
    return document.selectStream("*")
        .filter(e -> isRoot(e.tagName()))
        .findFirst()
        .orElse(null);
  }

  private static boolean isRoot(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    return ROOTS.contains(lower) || lower.endsWith(":feed") || lower.endsWith(":rdf");
  }

  /** Walks without recursion: nothing limits how deep a broken document is nested. */
  private static void walk(Element root, XmlTree tree) throws OverLimit {
    Node node = root;
    while (node != null) {
      boolean opened = open(node, tree);
      if (opened && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      if (opened) {
        tree.end();
      }
      node = next(node, root, tree);
    }
  }

  private static @org.jspecify.annotations.Nullable Node next(Node from, Element root, XmlTree tree) {
    Node node = from;
    while (node != root) {
      Node sibling = node.nextSibling();
      if (sibling != null) {
        return sibling;
      }
      node = node.parent();
      if (node == null) {
        return null;
      }
      tree.end();
    }
    return null;
  }

  private static boolean open(Node node, XmlTree tree) throws OverLimit {
    switch (node) {
      case Element element -> {
        tree.start(element.tagName(), attributes(element));
        return true;
      }
      case CDataNode data -> tree.text(data.getWholeText());
      case TextNode text -> tree.text(text.getWholeText());
      default -> {}
    }
    return false;
  }

  private static List<String> attributes(Element element) {
    List<String> attributes = new ArrayList<>();
    for (Attribute attribute : element.attributes()) {
      if (attributes.size() < 2 * Limits.ATTRIBUTES) {
        attributes.add(attribute.getKey());
        attributes.add(attribute.getValue());
      }
    }
    return attributes;
  }
}
