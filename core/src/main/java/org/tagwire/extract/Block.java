package org.tagwire.extract;

import java.util.List;
import java.util.function.Supplier;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Paragraph.Kind;

/**
 * A run of text on a page that no block-level tag interrupts.
 *
 * @param frame the innermost frame around it
 * @param kind what it is
 * @param words what it says
 * @param shape what its characters tell
 * @param paid whether the publisher marks any of it as paid for
 */
record Block(Frame frame, Kind kind, Words words, Shape shape, boolean paid) {

  /**
   * What a block says.
   *
   * @param text its text, not blank
   * @param marks makes what its markup says of the text
   */
  record Words(String text, Supplier<List<Mark>> marks) {}

  /**
   * Counts over the characters of a block.
   *
   * @param linked characters inside links
   * @param bold characters inside bold or italic text
   * @param weight characters, a character of a script without spaces counting as two and a half
   * @param marks signs that end or divide sentences
   */
  record Shape(int linked, int bold, double weight, int marks) {}

  String text() {
    return words.text;
  }

  /** Returns this block as {@code kind} of an article's text. */
  Paragraph as(Kind kind, boolean marked) {
    return new Paragraph(kind, text(), marked ? words.marks.get() : List.of());
  }

  double linkShare() {
    return (double) shape.linked / text().length();
  }

  boolean isHeading() {
    return kind == Kind.HEADING;
  }

  /**
   * Returns how much this block speaks for the frame around it being an article: 0 for links,
   * labels and headings.
   */
  double mass() {
    boolean sentence = (shape.marks > 0 && shape.weight >= 40) || shape.weight >= 100;
    if (!sentence || isHeading() || linkShare() > 0.5) {
      return 0;
    }
    if (Phrases.isCookieNotice(text()) || Phrases.isContact(text())) {
      return 0;
    }
    return shape.weight * (1 - linkShare()) * (kind == Kind.LIST_ITEM ? 0.6 : 1);
  }
}
