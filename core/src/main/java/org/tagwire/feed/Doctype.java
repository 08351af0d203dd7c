package org.tagwire.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * The DOCTYPE of a document, which no parser ever sees. Of it only literal internal entities of at
 * most 200 characters are used, at most {@value #MOST_ENTITIES} of them, and only such as refer to
 * characters by number, never to other entities; so nothing can grow and nothing outside is ever
 * asked for.
 *
 * @param entities what may be written out, by name
 * @param refused whether there are others: external ones, parameters, or some within others
 */
record Doctype(Map<String, String> entities, boolean refused) {
  private static final Doctype NONE = new Doctype(Map.of(), false);
  private static final int MOST_ENTITIES = 100;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<!ENTITY\\s{1,20}(%\\s{1,20})?([\\p{L}_][\\w.-]{0,60})\\s{1,20}(?:\"([^\"]{0,200})\"|'([^']{0,200})'|)");
  private static final Pattern NUMBERED = Pattern.compile("&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});");

  Doctype {
    entities = Map.copyOf(entities);
  }

  /** Returns the document without its DOCTYPE. Cheap when there is none. */
  static String without(String text) {
    int start = find(text);
    return start < 0 ? text : text.substring(0, start) + text.substring(end(text, start));
  }

  /** Reads the DOCTYPE of a document. */
  static Doctype of(String text) {
    int start = find(text);
    if (start < 0) {
      return NONE;
    }
    Map<String, String> entities = new HashMap<>();
    boolean refused = false;
    Matcher matcher = DECLARATION.matcher(text).region(start, end(text, start));
    while (entities.size() < MOST_ENTITIES && matcher.find()) {
      Optional<String> value =
          Optional.ofNullable(matcher.group(3))
              .or(() -> Optional.ofNullable(matcher.group(4)))
              .filter(v -> matcher.group(1) == null && isLiteral(v));
      value.ifPresent(v -> entities.putIfAbsent(matcher.group(2), characters(v)));
      refused = refused || value.isEmpty();
    }
    return new Doctype(entities, refused);
  }

  private static boolean isLiteral(String value) {
    String rest = NUMBERED.matcher(value).replaceAll("");
    return rest.indexOf('&') < 0 && rest.indexOf('%') < 0 && rest.indexOf('<') < 0;
  }

  private static String characters(String value) {
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  /**
   * Looks for a DOCTYPE where one may stand: before the first element, outside comments and
   * instructions.
   */
  private static int find(String text) {
    int at = text.indexOf('<');
    while (at >= 0 && at + 1 < text.length()) {
      char next = text.charAt(at + 1);
      if (next == '!' && text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
        return at;
      }
      boolean passedOver = next == '?' || text.startsWith("<!--", at);
      if (!passedOver) {
        return -1;
      }
      int end = text.indexOf(next == '?' ? "?>" : "-->", at);
      at = end < 0 ? -1 : text.indexOf('<', end);
    }
    return -1;
  }

  /** Quotes and brackets within comments mean nothing. */
  private static int end(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      int skipped = i;
      if (c == '"' || c == '\'') {
        skipped = text.indexOf(c, i + 1);
      } else if (c == '<' && text.startsWith("<!--", i)) {
        skipped = text.indexOf("-->", i);
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '>' && depth <= 0) {
        return i + 1;
      }
      if (skipped < 0) {
        break;
      }
      i = skipped;
    }
    return unended(text, start);
  }

  /** A declaration that never ends is taken to end at the first sign of it. */
  private static int unended(String text, int start) {
    int subset = text.indexOf("]>", start);
    int end = subset < 0 ? text.indexOf('>', start) : subset + 1;
    return end < 0 ? text.length() : end + 1;
  }
}
