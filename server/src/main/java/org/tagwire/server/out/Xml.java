package org.tagwire.server.out;

/**
 * Writes well-formed XML 1.0, whatever is put in. Not safe for use by many threads.
 *
 * <p>Attributes are given as names and values in turn.
 */
final class Xml {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder out = new StringBuilder(8192);

  Xml() {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  Xml open(String name, String... attributes) {
    start(name, attributes);
    out.append(">\n");
    return this;
  }

  Xml close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  Xml empty(String name, String... attributes) {
    start(name, attributes);
    out.append("/>\n");
    return this;
  }

  Xml text(String name, String text, String... attributes) {
    start(name, attributes);
    out.append('>');
    escape(out, text);
    return close(name);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Returns paragraphs as HTML; what they contain is text. */
  static String paragraphs(Iterable<String> paragraphs) {
    StringBuilder html = new StringBuilder();
    for (String paragraph : paragraphs) {
      html.append("<p>");
      escape(html, paragraph);
      html.append("</p>\n");
    }
    return html.toString();
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(out, attributes[i + 1]);
      out.append('"');
    }
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(isAllowed(c) ? c : REPLACEMENT);
          }
        }
      }
    }
  }

  /** XML 1.0 section 2.2, the production Char, within the basic plane. */
  private static boolean isAllowed(char c) {
    return (c >= ' ' && !Character.isSurrogate(c) && c < '\uFFFE')
        || c == '\n'
        || c == '\t'
        || c == '\r';
  }
}
