package org.tagwire.html;

import java.util.List;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Paragraph.Kind;

/**
 * HTML that may be shown as it is, because every character of it was written here.
 *
 * <p>Made from paragraphs and their marks and from nothing else: there is no way to turn a text
 * into this type without its being escaped. Text is escaped everywhere, every element is closed,
 * there are no styles, ids, scripts, frames or pictures, and every link leads to an http or https
 * address and says {@code noopener noreferrer nofollow ugc}. A change of what is written here shows
 * at once, also with articles kept for long. Immutable.
 */
public final class SafeMarkup {
  private static final String CELL = " | ";

  private final String html;

  private SafeMarkup(String html) {
    this.html = html;
  }

  /**
   * Writes paragraphs: items that follow each other become one list, rows one table, quotes one
   * quote.
   */
  public static SafeMarkup of(List<Paragraph> paragraphs) {
    StringBuilder out = new StringBuilder();
    Kind before = Kind.TEXT;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.kind() != before) {
        out.append(end(before)).append(begin(paragraph.kind()));
      }
      before = paragraph.kind();
      block(paragraph, out);
    }
    return new SafeMarkup(out.append(end(before)).toString());
  }

  private static String begin(Kind kind) {
    return switch (kind) {
      case LIST_ITEM -> "<ul dir=\"auto\">\n";
      case QUOTE -> "<blockquote dir=\"auto\">\n";
      case TABLE_ROW -> "<table dir=\"auto\"><tbody>\n";
      default -> "";
    };
  }

  private static String end(Kind kind) {
    return switch (kind) {
      case LIST_ITEM -> "</ul>\n";
      case QUOTE -> "</blockquote>\n";
      case TABLE_ROW -> "</tbody></table>\n";
      default -> "";
    };
  }

  private static void block(Paragraph paragraph, StringBuilder out) {
    switch (paragraph.kind()) {
      case TEXT, QUOTE -> line("<p dir=\"auto\">", paragraph, "</p>\n", out);
      case HEADING -> line("<h2 dir=\"auto\">", paragraph, "</h2>\n", out);
      case LIST_ITEM -> line("<li dir=\"auto\">", paragraph, "</li>\n", out);
      case LINK -> line("<p class=\"away\" dir=\"auto\">", paragraph, "</p>\n", out);
      // The first line break within preformatted text is not read (WHATWG HTML, 13.2.6.4.7).
      case PREFORMATTED -> line("<pre dir=\"auto\">\n", paragraph, "</pre>\n", out);
      case TABLE_ROW -> row(paragraph, out);
    }
  }

  private static void line(String begin, Paragraph paragraph, String end, StringBuilder out) {
    out.append(begin);
    new LineWriter(paragraph, out).write(0, paragraph.text().length());
    out.append(end);
  }

  private static void row(Paragraph paragraph, StringBuilder out) {
    String text = paragraph.text();
    LineWriter cells = new LineWriter(paragraph, out);
    out.append("<tr>");
    int from = 0;
    for (int at = text.indexOf(CELL); at >= 0; at = text.indexOf(CELL, from)) {
      cell(cells, from, at, out);
      from = at + CELL.length();
    }
    cell(cells, from, text.length(), out);
    out.append("</tr>\n");
  }

  private static void cell(LineWriter cells, int from, int to, StringBuilder out) {
    out.append("<td dir=\"auto\">");
    cells.write(from, to);
    out.append("</td>");
  }

  /** Returns the markup, to be put between any two blocks of a page. */
  public String html() {
    return html;
  }

  @Override
  public String toString() {
    return html;
  }
}
