package org.tagwire.html;

import java.util.List;
import org.tagwire.model.Paragraph;

/**
 * Plain text out of HTML as feeds carry it.
 *
 * <p>Stateless and safe for use by many threads. One pass over the characters without a tree: tags
 * are read as the HTML standard's tokenizer reads them, blocks become paragraphs, scripts, styles
 * and controls vanish, entities become characters. Text without any markup passes through with its
 * white space put in order. Cost is linear, and the input is read up to {@value #LONGEST}
 * characters.
 */
public final class HtmlText {
  /** What is read of one text; no article is longer. */
  public static final int LONGEST = 2_000_000;

  private HtmlText() {}

  /**
   * Returns the blocks of {@code html} in order: paragraphs, headings, list items, quotes, table
   * rows; none if it says nothing. Their markup is gone.
   */
  public static List<Paragraph> paragraphs(String html) {
    return new TextReader(html, LONGEST, null).read();
  }

  /**
   * Returns the same blocks with what their markup says of them, and the links that stand for
   * embedded players and posts.
   *
   * @param base the address that links are relative to; empty if there is none
   */
  public static List<Paragraph> paragraphs(String html, String base) {
    return new TextReader(html, LONGEST, new Marker(base)).read();
  }

  /**
   * Returns all of {@code html} as one line of plain text, for titles and summaries; empty if it
   * says nothing.
   */
  public static String line(String html) {
    if (isPlain(html)) {
      return html;
    }
    StringBuilder line = new StringBuilder(Math.min(html.length(), 1000));
    for (Paragraph paragraph : paragraphs(html)) {
      line.append(line.isEmpty() ? "" : " ").append(paragraph.text().replace('\n', ' '));
    }
    return line.toString();
  }

  /**
   * Says whether there is nothing to do: no markup, no entity, no white space but single spaces
   * between words.
   */
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c > ' ' && c != '<' && c != '&' && c < '\u007f') || (c == ' ' && before != ' ');
      if (!plain) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }
}
