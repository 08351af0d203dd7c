package org.tagwire.server.page;

/**
 * A style sheet without what only its authors need: comments, and space that separates nothing.
 * Strings stay as they are. A space before a colon stays too: in a selector it means a descendant.
 */
final class TightStyle {
  private static final String AROUND = "{};>";
  private static final String BEFORE_SPACE = AROUND + ":,";

  private final String css;
  private final StringBuilder tight;

  private TightStyle(String css) {
    this.css = css;
    this.tight = new StringBuilder(css.length());
  }

  static String of(String css) {
    return new TightStyle(css).written();
  }

  private String written() {
    int at = 0;
    while (at < css.length()) {
      char c = css.charAt(at);
      if (css.startsWith("/*", at)) {
        at = css.indexOf("*/", at + 2) + 2;
      } else if (c == '"') {
        int end = css.indexOf('"', at + 1) + 1;
        tight.append(css, at, end);
        at = end;
      } else {
        append(c);
        at++;
      }
    }
    return tight.toString();
  }

  private void append(char c) {
    char last = tight.isEmpty() ? ';' : tight.charAt(tight.length() - 1);
    if (Character.isWhitespace(c)) {
      if (last != ' ' && BEFORE_SPACE.indexOf(last) < 0) {
        tight.append(' ');
      }
      return;
    }
    if (AROUND.indexOf(c) >= 0 && last == ' ') {
      tight.setLength(tight.length() - 1);
    }
    if (c == '}' && tight.charAt(tight.length() - 1) == ';') {
      tight.setLength(tight.length() - 1);
    }
    tight.append(c);
  }
}
