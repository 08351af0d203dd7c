package org.tagwire.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Mends the text of a feed before an XML parser sees it: the DOCTYPE is taken out, entities it or HTML defines are written
 * out, bare ampersands escaped, characters XML forbids removed, and junk before the root dropped.
 *
 * <p>Of a DOCTYPE only literal internal entities of at most 200 characters without references are used, at
 * most {@value #MOST_ENTITIES} of them; so nothing can grow and nothing outside is ever asked for. CDATA sections and comments are
 * left as they are.
 */
final class Mending {
  private static final int MOST_ENTITIES = 100;
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+([A-Za-z_][\\w.-]{0,60})\\s+(?:\"([^\"]{0,200})\"|'([^']{0,200})')\\s*>");

  private final Map<String, String> entities = new HashMap<>();
  private final String text;
  private final StringBuilder out;

  private Mending(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 64);
  }

  /** Returns the text from the root's first tag or the XML declaration on, without a DOCTYPE. Cheap when there is none. */
  static String withoutDoctype(String text) {
    int doctype = doctype(text);
    if (doctype < 0) {
      return text;
    }
    int end = doctypeEnd(text, doctype);
    return text.substring(0, doctype) + text.substring(end);
  }

  /** Returns the text mended as far as text can be mended. */
  static String mend(String text) {
    Mending mending = new Mending(text);
    mending.readEntities();
    mending.copy();
    return mending.out.toString();
  }

  /** Drops what stands before the document, which XML parsers do not take. */
  static String withoutJunkBefore(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) {
      start++;
    }
    if (text.startsWith("<", start)) {
      return start == 0 ? text : text.substring(start);
    }
    int markup = text.indexOf('<', start);
    return markup < 0 ? text : text.substring(markup);
  }

  /** Looks for a DOCTYPE where one may stand: before the first element, outside comments and instructions. */
  private static int doctype(String text) {
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
      at = text.indexOf('<', skipTo(text, at, next == '?' ? "?>" : "-->"));
    }
    return -1;
  }

  private static int doctypeEnd(String text, int start) {
    int depth = 0;
    char quote = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == '>' && depth <= 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private void readEntities() {
    int doctype = doctype(text);
    if (doctype < 0) {
      return;
    }
    Matcher matcher = ENTITY.matcher(text.substring(doctype, doctypeEnd(text, doctype)));
    while (matcher.find() && entities.size() < MOST_ENTITIES) {
      String value = Optional.ofNullable(matcher.group(2)).orElse(matcher.group(3));
      if (!value.contains("&") && !value.contains("<")) {
        entities.putIfAbsent(matcher.group(1), value);
      }
    }
  }

  private void copy() {
    String body = withoutJunkBefore(withoutDoctype(text));
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      if (c == '<' && body.startsWith("<![CDATA[", i)) {
        i = copyTo(body, i, "]]>");
      } else if (c == '<' && body.startsWith("<!--", i)) {
        i = skipTo(body, i, "-->");
      } else if (c == '&') {
        i = reference(body, i);
      } else {
        i = copyPlain(body, i);
      }
    }
  }

  /** Copies from {@code from}, which begins nothing, to the next character that may need mending. */
  private int copyPlain(String body, int from) {
    int end = from;
    while (end < body.length() && isPlain(body.charAt(end))) {
      end++;
    }
    out.append(body, from, end);
    if (end > from) {
      return end;
    }
    appendLegal(body.charAt(from), body, from);
    return from + 1;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '<' && c != '&' && c < Character.MIN_SURROGATE;
  }

  private int copyTo(String body, int from, String end) {
    int found = body.indexOf(end, from);
    int to = found < 0 ? body.length() : found + end.length();
    for (int i = from; i < to; i++) {
      appendLegal(body.charAt(i), body, i);
    }
    if (found < 0) {
      out.append(end);
    }
    return to;
  }

  private static int skipTo(String body, int from, String end) {
    int found = body.indexOf(end, from);
    return found < 0 ? body.length() : found + end.length();
  }

  private int reference(String body, int at) {
    int end = at + 1;
    while (end < body.length() && end < at + 40 && isReferencePart(body.charAt(end))) {
      end++;
    }
    String name = body.substring(at + 1, end);
    boolean closed = end < body.length() && body.charAt(end) == ';';
    if (closed && (isPredefined(name) || isCharacter(name))) {
      out.append('&').append(name).append(';');
      return end + 1;
    }
    if (closed && name.startsWith("#")) {
      return end + 1;
    }
    Optional<String> value = closed ? value(name) : Optional.empty();
    value.ifPresentOrElse(v -> XmlElement.escape(v, out), () -> out.append("&amp;"));
    return value.isPresent() ? end + 1 : at + 1;
  }

  private Optional<String> value(String name) {
    if (entities.containsKey(name)) {
      return Optional.of(entities.get(name));
    }
    return Optional.of(Entities.getByName(name)).filter(html -> !html.isEmpty());
  }

  private static boolean isReferencePart(char c) {
    return Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '.' || c == '-';
  }

  private static boolean isPredefined(String name) {
    return List.of("amp", "lt", "gt", "quot", "apos").contains(name);
  }

  /** A numeric reference to a character that XML allows. */
  private static boolean isCharacter(String name) {
    if (!name.startsWith("#") || name.length() < 2 || name.length() > 9) {
      return false;
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return code <= 0x10FFFF && isLegal(code) && !(code >= 0xD800 && code <= 0xDFFF);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void appendLegal(char c, String body, int i) {
    if (Character.isSurrogate(c)) {
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < body.length() && Character.isLowSurrogate(body.charAt(i + 1))
              : i > 0 && Character.isHighSurrogate(body.charAt(i - 1));
      out.append(paired ? c : '\uFFFD');
    } else if (isLegal(c)) {
      out.append(c);
    }
  }

  /** XML 1.0, production 2. */
  private static boolean isLegal(int c) {
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
  }
}
