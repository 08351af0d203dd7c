package org.tagwire.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed, with its namespace already turned into the prefix everybody knows ({@code
 * dc:creator}, {@code media:content}); elements of the feed's own vocabulary have none. Built by
 * one parser, then only read.
 */
final class XmlElement {
  private final String name;
  private final Base base;
  private final List<String> attributes;
  private final List<Object> content = new ArrayList<>(2);
  private int length;

  /**
   * @param name the canonical name
   * @param attributes names and values in turn
   * @param base the base address in force here
   */
  XmlElement(String name, List<String> attributes, Base base) {
    this.name = name;
    this.attributes = attributes;
    this.base = base;
  }

  /**
   * What relative addresses are relative to.
   *
   * @param address the base address, if known
   * @param stated whether the document says so itself by xml:base
   */
  record Base(@Nullable String address, boolean stated) {}

  void add(XmlElement child) {
    content.add(child);
  }

  void add(String text) {
    content.add(text);
    length += text.length();
  }

  /** Returns how many characters more its text may have. */
  int room() {
    return Math.max(0, Limits.TEXT - length);
  }

  /** Takes back a child that turned out to be cut in the middle. */
  void remove(XmlElement child) {
    content.remove(child);
  }

  String name() {
    return name;
  }

  Base baseInForce() {
    return base;
  }

  Optional<String> base() {
    return Optional.ofNullable(base.address());
  }

  /** Returns the base address that the document itself states by xml:base here or further out. */
  Optional<String> statedBase() {
    return base.stated() ? base() : Optional.empty();
  }

  /** Returns how many attributes it has. */
  int attributes() {
    return attributes.size() / 2;
  }

  /** Returns an attribute, whatever the case of its name. */
  Optional<String> attribute(String wanted) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equalsIgnoreCase(wanted)) {
        return Optional.of(attributes.get(i + 1));
      }
    }
    return Optional.empty();
  }

  List<XmlElement> children() {
    List<XmlElement> children = new ArrayList<>(content.size());
    for (Object part : content) {
      if (part instanceof XmlElement child) {
        children.add(child);
      }
    }
    return children;
  }

  /** Returns the first child of that name. */
  Optional<XmlElement> child(String wanted) {
    for (Object part : content) {
      if (part instanceof XmlElement child && child.name.equals(wanted)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** Returns the text within, tags left out, without white space at its ends. */
  String text() {
    if (content.size() == 1 && content.getFirst() instanceof String only) {
      String text = only.strip();
      // So that a long document is not held twice, in here and by who asks.
      content.set(0, text);
      return text;
    }
    StringBuilder text = new StringBuilder();
    collect(text);
    return text.toString().strip();
  }

  private void collect(StringBuilder text) {
    for (Object part : content) {
      if (text.length() > Limits.TEXT) {
        return;
      }
      if (part instanceof XmlElement child) {
        child.collect(text);
      } else {
        text.append(part);
      }
    }
  }

  boolean hasElements() {
    return content.stream().anyMatch(XmlElement.class::isInstance);
  }

  /** Returns what is within as markup: text escaped, tags written out. */
  String inner() {
    StringBuilder markup = new StringBuilder();
    content.forEach(part -> write(part, markup));
    return markup.toString().strip();
  }

  /** Returns the element itself as markup. */
  String outer() {
    StringBuilder markup = new StringBuilder();
    writeTo(markup);
    return markup.toString();
  }

  private static void write(Object part, StringBuilder markup) {
    if (part instanceof XmlElement child) {
      child.writeTo(markup);
    } else {
      escape((String) part, markup);
    }
  }

  private void writeTo(StringBuilder markup) {
    String tag = name.substring(name.indexOf(':') + 1);
    markup.append('<').append(tag);
    for (int i = 0; i < attributes.size(); i += 2) {
      if (!attributes.get(i).startsWith("xmlns")) {
        markup.append(' ').append(attributes.get(i)).append("=\"");
        escape(attributes.get(i + 1), markup);
        markup.append('"');
      }
    }
    if (content.isEmpty() && isVoid(tag)) {
      markup.append("/>");
      return;
    }
    markup.append('>');
    content.forEach(part -> write(part, markup));
    markup.append("</").append(tag).append('>');
  }

  /** HTML knows few elements that end in their first tag; an empty one of others must be closed. */
  private static boolean isVoid(String tag) {
    return switch (tag) {
      case "area",
          "base",
          "br",
          "col",
          "embed",
          "hr",
          "img",
          "input",
          "link",
          "meta",
          "param",
          "source",
          "track",
          "wbr" ->
          true;
      default -> false;
    };
  }

  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
