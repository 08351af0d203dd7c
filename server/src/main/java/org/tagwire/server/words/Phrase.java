package org.tagwire.server.words;

/**
 * A message with one gap, {@code {0}}, so that what fills it can be set apart in HTML.
 *
 * @param before what stands before the gap
 * @param after what stands after it; the whole of a message without a gap stands before
 */
public record Phrase(String before, String after) {
  private static final String GAP = "{0}";

  static Phrase parse(String message) {
    int gap = message.indexOf(GAP);
    return gap < 0
        ? new Phrase(message, "")
        : new Phrase(message.substring(0, gap), message.substring(gap + GAP.length()));
  }

  /** Returns the message with its gap filled. */
  public String with(String filling) {
    return before + filling + after;
  }
}
