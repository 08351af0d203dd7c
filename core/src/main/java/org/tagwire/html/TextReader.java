package org.tagwire.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Paragraph.Kind;

/**
 * One pass over HTML that collects its blocks as plain text.
 *
 * <p>Idea: to know the text one needs no tree, only where tags begin and end and which of them
 * break a line. Invariant: the position only moves forward; a search that fails for a name ("is
 * there a closing tag?") is never repeated, so that the whole is linear however hostile the input.
 * Source: WHATWG HTML, 13.2.5 (tokenization).
 */
final class TextReader {
  private static final String CELL = " | ";
  private static final int LONGEST_NAME = 20;
  private static final int MOST_MARKS = 4;

  /** Where marks begin in Unicode. */
  private static final int COMBINING = 0x300;

  private static final int HEBREW = 0x590;

  /** So far the attributes of a tag are searched for a style. */
  private static final int LONGEST_ATTRIBUTES = 500;

  /** A tag longer than this marks nothing. */
  private static final int LONGEST_MARKED = 8_192;

  private static final Pattern HIDDEN =
      Pattern.compile("(?:display\\s{0,9}:\\s{0,9}none|visibility\\s{0,9}:\\s{0,9}hidden)");

  private final String html;
  private final int end;
  private final @Nullable Marker marker;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Set<String> neverClosed = new HashSet<>();
  private int at;
  private int items;
  private int quotes;
  private int rows;
  private int preformatted;
  private int marks;
  private boolean heading;
  private boolean marked;
  private boolean cellPending;

  /**
   * @param marker who keeps the markup; null to read plain text alone
   */
  TextReader(String html, int longest, @Nullable Marker marker) {
    this.html = html;
    this.end = Math.min(html.length(), longest);
    this.marker = marker;
  }

  List<Paragraph> read() {
    while (at < end) {
      char c = html.charAt(at);
      switch (c) {
        case '<' -> markup();
        case '&' -> at = Entities.append(html, at, end, this::append);
        default -> {
          append(c);
          at++;
        }
      }
    }
    flush();
    return paragraphs;
  }

  private void append(int c) {
    if (c == '\n' && !marked && isBlankLine()) {
      flush();
    } else if (c <= ' ' || Character.isSpaceChar(c) || c == 0x85) {
      space(c);
    } else if (!isInvisible(c) && !isPiledUp(c)) {
      if (cellPending) {
        text.append(text.isEmpty() ? "" : CELL);
        cellPending = false;
      }
      text.appendCodePoint(c);
    }
  }

  /** In text without markup an empty line is all that tells paragraphs apart. */
  private boolean isBlankLine() {
    int i = at + 1;
    while (i < end && (html.charAt(i) == ' ' || html.charAt(i) == '\t' || html.charAt(i) == '\r')) {
      i++;
    }
    return i < end && html.charAt(i) == '\n';
  }

  private void space(int c) {
    if (preformatted > 0 && (c == '\n' || c == ' ')) {
      text.append((char) c);
    } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.append(' ');
    }
  }

  /**
   * Soft hyphens, zero-width spaces, byte order marks, control characters, halves of pairs, and the
   * controls that turn the direction of all that follows.
   */
  private boolean isInvisible(int c) {
    return c == 0xAD
        || c == 0x200B
        || c == 0x2060
        || c == 0xFEFF
        || c == 0xFFFD
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x7F && c < 0xA0)
        || ((c == 0x200C || c == 0x200D) && !joins());
  }

  /** Joiners mean something within emoji and in the scripts of Asia, none of which is older. */
  private boolean joins() {
    return !text.isEmpty() && text.charAt(text.length() - 1) >= HEBREW;
  }

  /** No script puts more than so many marks on a letter. */
  private boolean isPiledUp(int c) {
    int type = c < COMBINING ? 0 : Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    marks = mark ? marks + 1 : 0;
    return marks > MOST_MARKS;
  }

  private void markup() {
    char next = at + 1 < end ? html.charAt(at + 1) : ' ';
    if (isLetter(next)) {
      tag(at + 1, false);
    } else if (next == '/' && at + 2 < end && isLetter(html.charAt(at + 2))) {
      tag(at + 2, true);
    } else if (html.startsWith("<!--", at)) {
      at = after("-->", at + 2);
    } else if (html.startsWith("<![CDATA[", at)) {
      at += "<![CDATA[".length();
    } else if (next == '!' || next == '?' || next == '/') {
      at = after(">", at + 2);
    } else {
      append('<');
      at++;
    }
  }

  private int after(String closing, int from) {
    int found = html.indexOf(closing, from);
    return found < 0 ? end : found + closing.length();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void tag(int from, boolean closing) {
    int i = from;
    while (i < end && !isNameEnd(html.charAt(i))) {
      i++;
    }
    String name =
        i - from > LONGEST_NAME ? "unknown" : html.substring(from, i).toLowerCase(Locale.ROOT);
    at = tagEnd(i);
    marked = true;
    boolean slash = at - 2 >= from && html.charAt(at - 2) == '/';
    if (closing) {
      close(name);
      unmark(name);
    } else if (at - i > MOST_MARKS && isHidden(i)) {
      flushIfBlock(name);
      skip(name, false);
    } else {
      open(name, slash, i);
      mark(name, i);
    }
  }

  private void mark(String name, int attributes) {
    Mark.Kind kind = marker == null ? null : Marker.kind(name);
    if (marker != null && kind != null && at - attributes <= LONGEST_MARKED) {
      marker.open(kind, new TagAttributes(html, attributes, at)::value, text.length());
    }
  }

  private void unmark(String name) {
    Mark.Kind kind = marker == null ? null : Marker.kind(name);
    if (marker != null && kind != null) {
      marker.close(kind, text.length());
    }
  }

  /** What readers are not shown is no text. */
  private boolean isHidden(int attributes) {
    int to = Math.min(at, attributes + LONGEST_ATTRIBUTES);
    int style = html.indexOf("style", attributes, to);
    return style >= 0 && HIDDEN.matcher(html).region(style, to).find();
  }

  private static boolean isNameEnd(char c) {
    return c <= ' ' || c == '>' || c == '/';
  }

  /**
   * Finds the end of a tag whose attributes begin at {@code i}; a '>' inside a quoted value is not
   * it.
   */
  private int tagEnd(int i) {
    char quote = 0;
    boolean value = false;
    for (int j = i; j < end; j++) {
      char c = html.charAt(j);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return j + 1;
      } else if (value && (c == '"' || c == '\'')) {
        quote = c;
        value = false;
      } else if (c > ' ') {
        value = c == '=';
      }
    }
    return end;
  }

  private void open(String name, boolean slash, int attributes) {
    switch (name) {
      case "iframe" -> {
        embed(attributes);
        if (!slash) {
          skip(name, true);
        }
      }
      case "script", "style", "textarea", "title", "noscript", "noembed", "noframes", "xmp" ->
          skip(name, !slash);
      case "svg", "math", "object", "video", "audio", "select", "button", "canvas", "template" ->
          skip(name, false);
      case "br" -> lineBreak();
      case "li", "dt", "dd" -> {
        flush();
        items = Math.max(items, 1);
      }
      case "ul", "ol", "dl" -> {
        flush();
        items++;
      }
      case "blockquote" -> {
        flush();
        quotes++;
      }
      case "pre" -> {
        flush();
        preformatted++;
        at += html.startsWith("\n", at) ? 1 : 0; // as WHATWG HTML, 13.2.6.4.7
      }
      case "tr" -> {
        flush();
        rows++;
      }
      case "td", "th" -> cellPending = rows > 0;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        flush();
        heading = true;
      }
      default -> flushIfBlock(name);
    }
  }

  private void embed(int attributes) {
    if (marker != null && at - attributes <= LONGEST_MARKED) {
      TagAttributes tag = new TagAttributes(html, attributes, at);
      Embed.find(tag.value("src"), tag.value("title"))
          .ifPresent(
              link -> {
                flush();
                paragraphs.add(link);
              });
    }
  }

  private void close(String name) {
    switch (name) {
      case "ul", "ol", "dl" -> {
        flush();
        items = Math.max(0, items - 1);
      }
      case "blockquote" -> {
        flush();
        quotes = Math.max(0, quotes - 1);
      }
      case "pre" -> {
        flush();
        preformatted = Math.max(0, preformatted - 1);
      }
      case "tr" -> {
        flush();
        rows = Math.max(0, rows - 1);
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        flush();
        heading = false;
      }
      case "li", "dt", "dd" -> flush();
      default -> flushIfBlock(name);
    }
  }

  private void flushIfBlock(String name) {
    switch (name) {
      case "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "nav",
          "figure",
          "figcaption",
          "hr",
          "address",
          "center",
          "form",
          "fieldset",
          "details",
          "summary",
          "table",
          "tbody",
          "thead",
          "tfoot",
          "caption",
          "body",
          "html",
          "option" -> {
        if (rows == 0) {
          flush();
        } else {
          space(' ');
        }
      }
      default -> {
        // every other element is part of a line
      }
    }
  }

  private void skip(String name, boolean dropRest) {
    if (neverClosed.contains(name)) {
      return;
    }
    for (int i = html.indexOf("</", at); i >= 0 && i < end; i = html.indexOf("</", i + 2)) {
      if (html.regionMatches(true, i + 2, name, 0, name.length())) {
        at = after(">", i);
        return;
      }
    }
    neverClosed.add(name);
    at = dropRest ? end : at;
  }

  private void lineBreak() {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == ' ') {
      text.setLength(last--);
    }
    if (last >= 0 && text.charAt(last) == '\n' && preformatted == 0) {
      flush();
    } else if (last >= 0) {
      text.append('\n');
    }
  }

  private void flush() {
    cellPending = false;
    String block = preformatted > 0 ? text.toString().stripTrailing() : text.toString().strip();
    List<Mark> marks = marker == null ? List.of() : marker.take(text, block).get();
    text.setLength(0);
    if (!block.isBlank()) {
      paragraphs.add(new Paragraph(kind(), block, marks));
      forgetMarks();
    }
  }

  /** Tags that feeds leave open would mark all that follows. */
  private void forgetMarks() {
    if (marker != null) {
      marker.closeAll();
    }
  }

  private Kind kind() {
    if (heading) {
      return Kind.HEADING;
    } else if (preformatted > 0) {
      return Kind.PREFORMATTED;
    } else if (rows > 0) {
      return Kind.TABLE_ROW;
    } else if (items > 0) {
      return Kind.LIST_ITEM;
    }
    return quotes > 0 ? Kind.QUOTE : Kind.TEXT;
  }
}
