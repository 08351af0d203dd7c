package org.tagwire.html;

/**
 * The attributes of one tag in a text that is read without a tree, as the HTML standard's tokenizer
 * reads them (WHATWG HTML, 13.2.5.32 and following).
 */
final class TagAttributes {
  private final String html;
  private final int from;
  private final int to;

  /**
   * @param from behind the tag's name
   * @param to behind its last character
   */
  TagAttributes(String html, int from, int to) {
    this.html = html;
    this.from = from;
    this.to = to;
  }

  /** Returns the value of the first attribute of this name, its references read; empty if none. */
  String value(String name) {
    int at = from;
    while (at < to) {
      while (at < to && (isSpace(at) || html.charAt(at) == '/')) {
        at++;
      }
      int nameFrom = at;
      while (at < to && !isSpace(at) && "=/>".indexOf(html.charAt(at)) < 0) {
        at++;
      }
      boolean wanted =
          at - nameFrom == name.length()
              && html.regionMatches(true, nameFrom, name, 0, name.length());
      int equals = afterSpace(at);
      if (equals < to && html.charAt(equals) == '=') {
        int begin = afterSpace(equals + 1);
        at = valueEnd(begin);
        if (wanted) {
          return decoded(begin, at);
        }
      } else if (wanted) {
        return "";
      }
      at = Math.max(at, nameFrom + 1);
    }
    return "";
  }

  private boolean isSpace(int at) {
    return html.charAt(at) <= ' ';
  }

  private int afterSpace(int at) {
    int i = at;
    while (i < to && isSpace(i)) {
      i++;
    }
    return i;
  }

  /** Returns the position behind a value, its quotes included. */
  private int valueEnd(int begin) {
    if (begin >= to) {
      return to;
    }
    char quote = html.charAt(begin);
    if (quote == '"' || quote == '\'') {
      int end = begin + 1 < to ? html.indexOf(quote, begin + 1, to) : -1;
      return end < 0 ? to : end + 1;
    }
    int i = begin;
    while (i < to && !isSpace(i) && html.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  private String decoded(int begin, int end) {
    boolean quoted = end - begin >= 2 && (html.charAt(begin) == '"' || html.charAt(begin) == '\'');
    int last = quoted ? end - 1 : end;
    StringBuilder value = new StringBuilder(last - begin);
    for (int i = quoted ? begin + 1 : begin; i < last; ) {
      if (html.charAt(i) == '&') {
        i = Entities.append(html, i, last, value::appendCodePoint);
      } else {
        value.append(html.charAt(i++));
      }
    }
    return value.toString();
  }
}
