package org.tagwire.server.out;

/**
 * Writes well-formed XML 1.0, whatever is put in. Not safe for use by many threads.
 *
 * <p>Attributes are given as names and values in turn.
 */
final class Xml {
  private static final char LATIN_CONTROLS = '\u007F';
  private static final char LAST_CONTROL = '\u009F';
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

  /** Copies run by run: most texts need no escape at all. */
  private static void escape(StringBuilder out, String text) {
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        out.append(text, copied, i);
        i += escapeAt(out, text, i) - 1;
        copied = i + 1;
      }
    }
    out.append(text, copied, text.length());
  }

  /** Returns how many UTF-16 units were taken. */
  private static int escapeAt(StringBuilder out, String text, int i) {
    char c = text.charAt(i);
    boolean pair =
        Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    if (pair) {
      out.append(c).append(text.charAt(i + 1));
      return 2;
    }
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.append(isAllowed(c) ? c : REPLACEMENT);
    }
    return 1;
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < LATIN_CONTROLS || c > LAST_CONTROL && c < Character.MIN_SURROGATE)
        && c != '&'
        && c != '<'
        && c != '>'
        && c != '"';
  }

  /**
   * XML 1.0 section 2.2, the production Char, within the basic plane, without the controls that it
   * discourages: they are bytes of another encoding that somebody has misread.
   */
  private static boolean isAllowed(char c) {
    return (c >= ' ' && c < LATIN_CONTROLS)
        || (c > LAST_CONTROL && !Character.isSurrogate(c) && c < '\uFFFE')
        || c == '\n'
        || c == '\t'
        || c == '\r';
  }
}
