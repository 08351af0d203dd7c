package org.tagwire.feed;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.tagwire.feed.XmlTree.OverLimit;

/**
 * What stands in a tag after its name, read with every forgiveness: attributes without quotes,
 * without values, without space between.
 *
 * @param attributes names and values in turn
 * @param empty whether it ends in a slash
 * @param complete whether it ends at all before the next tag
 * @param end where reading goes on
 */
record LenientTag(List<String> attributes, boolean empty, boolean complete, int end) {
  /** Reads from {@code from}, just after the name. */
  static LenientTag read(String text, int from) throws OverLimit {
    return new Reading(text, from).read();
  }

  private static final class Reading {
    private final String text;
    private final List<String> attributes = new ArrayList<>(0);
    private int at;

    Reading(String text, int from) {
      this.text = text;
      this.at = from;
    }

    LenientTag read() throws OverLimit {
      boolean slash = false;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '>') {
          return new LenientTag(attributes, slash, true, at + 1);
        }
        if (c == '<') {
          return new LenientTag(attributes, slash, false, at);
        }
        slash = c == '/';
        if (LenientXml.isNamePart(c, true)) {
          attribute();
        } else {
          at++;
        }
      }
      return new LenientTag(attributes, slash, false, at);
    }

    private void attribute() throws OverLimit {
      int start = at;
      while (at < text.length() && LenientXml.isNamePart(text.charAt(at), false)) {
        at++;
      }
      if (at - start > Limits.NAME) {
        throw OverLimit.name();
      }
      String name = text.substring(start, at);
      skipBlanks();
      String value = "";
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skipBlanks();
        value = value();
      }
      if (attributes.size() >= 2 * Limits.ATTRIBUTES) {
        throw OverLimit.attributes();
      }
      attributes.add(name);
      attributes.add(value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true));
    }

    private String value() {
      char quote = at < text.length() ? text.charAt(at) : ' ';
      boolean quoted = quote == '"' || quote == '\'';
      int start = quoted ? at + 1 : at;
      int end = start;
      while (end < text.length() && !endsValue(text.charAt(end), quoted, quote)) {
        end++;
      }
      at = quoted && end < text.length() && text.charAt(end) == quote ? end + 1 : end;
      return quoted ? withoutNextName(text.substring(start, end)) : text.substring(start, end);
    }

    /**
     * Where the closing quote is missing, the value has run on to the next one, which opens another
     * attribute.
     */
    private static String withoutNextName(String value) {
      int blank = value.endsWith("=") ? value.lastIndexOf(' ') : -1;
      return blank > 0 ? value.substring(0, blank).strip() : value;
    }

    private static boolean endsValue(char c, boolean quoted, char quote) {
      return quoted ? c == quote || c == '<' : c == '>' || c == '<' || Character.isWhitespace(c);
    }

    private void skipBlanks() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
