package org.tagwire.model;

/**
 * What a publisher's markup says about a run of characters within a paragraph: that it is a link,
 * stressed, a quote.
 *
 * <p>Marks are kept beside the text instead of HTML, so that text and markup cannot disagree and no
 * stored value can carry a script: a mark knows one of few kinds and, with some, one checked value.
 * Immutable.
 *
 * @param kind what it says
 * @param from where it begins in the paragraph's text
 * @param to where it ends, exclusive
 * @param value the address of a link, the direction of isolated text, the language, or what an
 *     abbreviation stands for; empty with all other kinds
 */
public record Mark(Kind kind, int from, int to, String value) {
  /** No address, and so no value, is longer. */
  public static final int LONGEST_ADDRESS = 2_048;

  private static final int LONGEST_LANGUAGE = 20;
  private static final int LONGEST_EXPANSION = 200;

  /** What a mark says. Stored by ordinal: constants may only be appended. */
  public enum Kind {
    LINK,
    EMPHASIS,
    STRONG,
    BOLD,
    ITALIC,
    CODE,
    QUOTATION,
    SUBSCRIPT,
    SUPERSCRIPT,
    HIGHLIGHT,
    ABBREVIATION,
    ISOLATE,
    LANGUAGE
  }

  public Mark {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("a mark from " + from + " to " + to + " marks nothing");
    }
    if (!isAllowed(kind, value)) {
      throw new IllegalArgumentException("'" + value + "' is not the value of a " + kind);
    }
  }

  /** Says whether a mark of {@code kind} may have {@code value}. */
  public static boolean isAllowed(Kind kind, String value) {
    return switch (kind) {
      case LINK -> isAddress(value);
      case ISOLATE ->
          switch (value) {
            case "", "ltr", "rtl", "auto" -> true;
            default -> false;
          };
      case LANGUAGE ->
          !value.isEmpty()
              && value.length() <= LONGEST_LANGUAGE
              && value.chars().allMatch(c -> c == '-' || isPlainLetterOrDigit(c));
      case ABBREVIATION -> !value.isBlank() && value.length() <= LONGEST_EXPANSION;
      default -> value.isEmpty();
    };
  }

  private static boolean isAddress(String value) {
    boolean web = value.startsWith("https://") || value.startsWith("http://");
    return web
        && value.length() <= LONGEST_ADDRESS
        && value.chars().allMatch(c -> c > ' ' && c < 0x7F && "\"<>".indexOf(c) < 0);
  }

  private static boolean isPlainLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
