package org.tagwire.server.out;

/**
 * Writes a list as lines a person, {@code less} and {@code awk} can read: the heading, then for
 * each article a line each of carrier, time, category, origin, title, its paragraphs, and an empty
 * line.
 */
final class PlainText {
  private PlainText() {}

  static String write(Bulletin bulletin) {
    StringBuilder out = new StringBuilder(4096);
    line(out, bulletin.title());
    for (Bulletin.Entry entry : bulletin.entries()) {
      String origin = entry.origin();
      line(out, entry.carrier());
      line(out, entry.age());
      line(out, "- " + entry.category());
      line(out, "- " + (origin == null ? entry.carrier() : origin));
      line(out, entry.title());
      entry.text().forEach(paragraph -> line(out, paragraph));
      out.append('\n');
    }
    return out.toString();
  }

  /** What a publisher writes must not look like two lines, nor drive a terminal. */
  private static void line(StringBuilder out, String text) {
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        gap = true;
      } else {
        if (gap) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      }
    }
    out.append('\n');
  }
}
