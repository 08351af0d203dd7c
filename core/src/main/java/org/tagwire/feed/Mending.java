package org.tagwire.feed;

import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.tagwire.feed.Repair.Kind;

/**
 * Mends the text of a feed before an XML parser sees it: the {@link Doctype} is taken out, entities
 * it or HTML defines are written out, bare ampersands escaped, characters XML forbids removed,
 * CDATA sections and comments that never end are ended, and junk before the root is dropped.
 *
 * <p>CDATA sections are otherwise left as they are. Cost is linear: a search that has failed once
 * is not repeated.
 */
final class Mending {
  /** So far a declaration is looked for where something else stands before it. */
  private static final int JUNK = 8_192;

  private final Doctype doctype;
  private final Repairs repairs;
  private final String body;
  private final StringBuilder out;
  private boolean changed;
  private boolean commentsEnd = true;
  private boolean sectionsEnd = true;

  private Mending(String text, Repairs repairs) {
    this.doctype = Doctype.of(text);
    this.repairs = repairs;
    this.body = withoutJunkBefore(Doctype.without(text), repairs);
    this.out = new StringBuilder(body.length() + body.length() / 3 + 64);
  }

  /** Returns the text mended as far as text can be mended, and notes what was. */
  static String mend(String text, Repairs repairs) {
    Mending mending = new Mending(text, repairs);
    mending.copy();
    if (mending.changed) {
      repairs.add(
          Kind.MARKUP_MENDED, "bare ampersands, entities or forbidden characters were mended");
    }
    return mending.out.toString();
  }

  /** Drops what stands before the document, which XML parsers do not take. */
  private static String withoutJunkBefore(String text, Repairs repairs) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF')) {
      start++;
    }
    int document = Math.max(start, text.indexOf('<', start));
    int declaration = text.indexOf("<?xml ", document);
    if (declaration > document && declaration < JUNK && !isComment(text, document)) {
      document = declaration;
    }
    if (document > 0) {
      repairs.add(Kind.LEADING_JUNK, "something stands before the document");
    }
    return text.substring(document);
  }

  private static boolean isComment(String text, int at) {
    return text.startsWith("<!--", at) || text.startsWith("<?", at);
  }

  private void copy() {
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      if (c == '<' && body.startsWith("<![CDATA[", i)) {
        i = section(i);
      } else if (c == '<' && body.startsWith("<!--", i)) {
        i = comment(i);
      } else if (c == '&') {
        i = reference(i);
      } else {
        i = copyPlain(i);
      }
    }
  }

  /** Comments say nothing; one that never ends is none. */
  private int comment(int from) {
    int end = commentsEnd ? body.indexOf("-->", from) : -1;
    if (end >= 0) {
      return end + "-->".length();
    }
    commentsEnd = false;
    changed = true;
    return from + "<!--".length();
  }

  private int section(int from) {
    int end = sectionsEnd ? body.indexOf("]]>", from) : -1;
    sectionsEnd = end >= 0;
    int to = sectionsEnd ? end + "]]>".length() : endOfElement(from);
    for (int i = from; i < to; i++) {
      appendLegal(body.charAt(i), i);
    }
    if (!sectionsEnd) {
      changed = true;
      out.append("]]>");
    }
    return to;
  }

  /** Where a section never ends, the element it stands in does. */
  private int endOfElement(int section) {
    int open = body.lastIndexOf('<', section - 1);
    boolean alone = open >= 0 && section - open < 80 && body.charAt(section - 1) == '>';
    if (!alone) {
      return body.length();
    }
    int name = open + 1;
    while (name < section && LenientXml.isNamePart(body.charAt(name), name == open + 1)) {
      name++;
    }
    int end = name == open + 1 ? -1 : body.indexOf("</" + body.substring(open + 1, name), section);
    return end < 0 ? body.length() : end;
  }

  /**
   * Copies from {@code from}, which begins nothing, to the next character that may need mending.
   */
  private int copyPlain(int from) {
    int end = from;
    while (end < body.length() && isPlain(body.charAt(end))) {
      end++;
    }
    out.append(body, from, end);
    if (end > from) {
      return end;
    }
    appendLegal(body.charAt(from), from);
    return from + 1;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '<' && c != '&' && c < Character.MIN_SURROGATE;
  }

  private int reference(int at) {
    int end = at + 1;
    while (end < body.length() && end < at + 40 && isReferencePart(body.charAt(end))) {
      end++;
    }
    String name = body.substring(at + 1, end);
    boolean closed = end < body.length() && body.charAt(end) == ';';
    if (closed && (isPredefined(name) || isCharacter(name))) {
      out.append('&').append(name.startsWith("#X") ? name.replace('X', 'x') : name).append(';');
      return end + 1;
    }
    if (closed && name.startsWith("#")) {
      changed = true;
      return end + 1;
    }
    Optional<String> value = closed ? value(name) : Optional.empty();
    if (closed && value.isEmpty() && doctype.refused()) {
      repairs.add(
          Kind.XML_ENTITY,
          "an entity that reaches outside the document or into others was left as it is");
    } else {
      changed = true;
    }
    value.ifPresentOrElse(v -> XmlElement.escape(v, out), () -> out.append("&amp;"));
    return value.isPresent() ? end + 1 : at + 1;
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(doctype.entities().get(name))
        .or(() -> Optional.of(Entities.getByName(name)).filter(html -> !html.isEmpty()));
  }

  private static boolean isReferencePart(char c) {
    return Character.isLetterOrDigit(c) || c == '#' || c == '_' || c == '.' || c == '-';
  }

  private static boolean isPredefined(String name) {
    return switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> true;
      default -> false;
    };
  }

  /** A numeric reference to a character that XML allows. */
  private static boolean isCharacter(String name) {
    if (!name.startsWith("#") || name.length() < 2 || name.length() > 9) {
      return false;
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int code =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return code <= 0x10FFFF && isLegal(code) && !(code >= 0xD800 && code <= 0xDFFF);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void appendLegal(char c, int i) {
    if (Character.isSurrogate(c)) {
      boolean paired =
          Character.isHighSurrogate(c)
              ? i + 1 < body.length() && Character.isLowSurrogate(body.charAt(i + 1))
              : i > 0 && Character.isHighSurrogate(body.charAt(i - 1));
      out.append(paired ? c : '\uFFFD');
      changed = changed || !paired;
    } else if (isLegal(c)) {
      out.append(c);
    } else {
      changed = true;
    }
  }

  /** XML 1.0, production 2. */
  private static boolean isLegal(int c) {
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r';
  }
}
