package org.tagwire.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Paragraph.Kind;

/** Writes the text of a paragraph, or a part of it, with its marks as HTML. */
final class LineWriter {
  private final Paragraph paragraph;
  private final StringBuilder out;
  private final Deque<Mark> open = new ArrayDeque<>();
  private int at;

  LineWriter(Paragraph paragraph, StringBuilder out) {
    this.paragraph = paragraph;
    this.out = out;
  }

  /** Writes the characters from {@code from} to {@code to}; marks are cut at its ends. */
  void write(int from, int to) {
    at = from;
    for (Mark mark : paragraph.marks()) {
      int begin = Math.max(from, mark.from());
      if (begin < Math.min(to, mark.to())) {
        advance(begin, to);
        begin(mark);
        open.push(mark);
      }
    }
    advance(to, to);
    while (!open.isEmpty()) {
      out.append("</").append(element(open.pop().kind())).append('>');
    }
  }

  /** Writes up to {@code next} and closes what ends there or before. */
  private void advance(int next, int limit) {
    while (!open.isEmpty() && Math.min(limit, open.peek().to()) <= next) {
      Mark mark = open.pop();
      text(Math.min(limit, mark.to()));
      out.append("</").append(element(mark.kind())).append('>');
    }
    text(next);
  }

  private void text(int to) {
    boolean lines = paragraph.kind() != Kind.PREFORMATTED;
    for (; at < to; at++) {
      char c = paragraph.text().charAt(at);
      if (c == '\n' && lines) {
        out.append("<br>");
      } else {
        escape(c);
      }
    }
  }

  private void begin(Mark mark) {
    out.append('<').append(element(mark.kind()));
    switch (mark.kind()) {
      case LINK -> link(mark);
      case ABBREVIATION -> attribute("title", mark.value());
      case LANGUAGE -> attribute("lang", mark.value());
      case ISOLATE -> attribute("dir", mark.value().isEmpty() ? "auto" : mark.value());
      default -> {
        // nothing more to say
      }
    }
    out.append('>');
  }

  private void link(Mark mark) {
    attribute("href", mark.value());
    attribute("rel", "noopener noreferrer nofollow ugc");
    String shown = paragraph.text().substring(mark.from(), mark.to());
    Destination.findDoubt(mark.value(), shown).ifPresent(host -> attribute("title", host));
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    value.chars().forEach(c -> escape((char) c));
    out.append('"');
  }

  private static String element(Mark.Kind kind) {
    return switch (kind) {
      case LINK -> "a";
      case EMPHASIS -> "em";
      case STRONG -> "strong";
      case BOLD -> "b";
      case ITALIC -> "i";
      case CODE -> "code";
      case QUOTATION -> "q";
      case SUBSCRIPT -> "sub";
      case SUPERSCRIPT -> "sup";
      case HIGHLIGHT -> "mark";
      case ABBREVIATION -> "abbr";
      case ISOLATE -> "bdi";
      case LANGUAGE -> "span";
    };
  }

  /**
   * Writes a character so that it is text in any place of HTML; control characters, escapes of old
   * encodings among them, and those that turn the direction of all that follows vanish.
   */
  private void escape(char c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '`' -> out.append("&#96;");
      default -> {
        boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
        boolean turning = c >= '\u202a' && c <= '\u202e';
        if (!control && !turning) {
          out.append(c);
        }
      }
    }
  }
}
