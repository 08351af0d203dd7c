package org.tagwire.server.live;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.ArticleId;

/**
 * Which articles a page shows, in 24 bits each, so that they fit into an address. That one of
 * thirty takes a new article for its own happens once in half a million articles. Immutable.
 */
public final class Glimpse {
  /** Of more than so many articles on a page the first are enough. */
  static final int MOST = 64;

  private static final int BYTES = 3;
  private static final char WHOLE = 'a';
  private static final char PART = 'b';

  private final int[] marks;
  private final boolean whole;

  private Glimpse(int[] marks, boolean whole) {
    this.marks = marks;
    this.whole = whole;
  }

  /**
   * Returns the glimpse of a page.
   *
   * @param shown its articles, as they stand on it
   * @param whole whether there are no more in the list
   */
  public static Glimpse of(List<ArticleId> shown, boolean whole) {
    int[] marks = shown.stream().limit(MOST).mapToInt(Glimpse::mark).toArray();
    return new Glimpse(marks, whole && shown.size() <= MOST);
  }

  /** Reads a {@link #token}; empty when it is none. */
  public static Optional<Glimpse> parse(String token) {
    if (token.isEmpty()
        || token.length() > 1 + MOST * BYTES * 4 / 3
        || (token.charAt(0) != WHOLE && token.charAt(0) != PART)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token.substring(1));
      return bytes.length % BYTES == 0
          ? Optional.of(new Glimpse(marks(bytes), token.charAt(0) == WHOLE))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Writes the glimpse for an address. */
  public String token() {
    byte[] bytes = new byte[marks.length * BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (marks[i / BYTES] >> Byte.SIZE * (BYTES - 1 - i % BYTES));
    }
    return (whole ? WHOLE : PART) + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Counts the articles that are new on the page. What stands behind all that is known is new only
   * where the page showed the whole list; elsewhere it has moved up because something was taken
   * away.
   */
  int countNew(List<ArticleId> now) {
    int end = whole || marks.length == 0 ? now.size() : lastKnown(now);
    int count = 0;
    for (ArticleId id : now.subList(0, end)) {
      count += isKnown(id) ? 0 : 1;
    }
    return count;
  }

  private int lastKnown(List<ArticleId> now) {
    for (int i = now.size() - 1; i >= 0; i--) {
      if (isKnown(now.get(i))) {
        return i;
      }
    }
    return now.size();
  }

  private boolean isKnown(ArticleId id) {
    int wanted = mark(id);
    for (int mark : marks) {
      if (mark == wanted) {
        return true;
      }
    }
    return false;
  }

  private static int mark(ArticleId id) {
    return HexFormat.fromHexDigits(id.hex(), 0, 2 * BYTES);
  }

  private static int[] marks(byte[] bytes) {
    int[] marks = new int[bytes.length / BYTES];
    for (int i = 0; i < bytes.length; i++) {
      marks[i / BYTES] = marks[i / BYTES] << Byte.SIZE | bytes[i] & 0xff;
    }
    return marks;
  }
}
