package org.tagwire.watch;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text folded and cut into words, with what stands before each. Used by one thread.
 *
 * <p>The letters of all words stand in one row, so that a name written with a hyphen and without
 * one are the same letters. A run of a script that writes no spaces is one word, in which a name
 * may stand anywhere.
 */
final class Scan {
  /** What stands between two words: something no name goes on over. */
  static final int APART = 0;

  /** White space, behind an abbreviation's full stop too. */
  static final int SPACE = 1;

  /** A hyphen, an apostrophe and the like, or nothing at all. */
  static final int TIGHT = 2;

  private static final String JOINING =
      "'-._&/\u2019\u2018\u02BC\u2010\u2011\u2013\u00B7\u30FB\u200C\u05BE\uFF0D\uFF65";
  private static final int LONGEST_GAP = 4;

  /** Behind these, and behind an initial, a full stop ends no sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "st", "mt", "ft", "dr", "mr", "mrs", "ms", "jr", "sr", "gen", "prof", "inc", "co", "ltd");

  private final String text;
  private char[] letters;
  private int[] origins;
  private int[] owners;
  private int size;
  private int[] begins = new int[64];
  private byte[] gaps = new byte[64];
  private boolean[] tagged = new boolean[64];
  private boolean[] unspaced = new boolean[64];
  private int words;

  private Scan(String text) {
    this.text = Letters.composed(text);
    int room = this.text.length() + 16;
    letters = new char[room];
    origins = new int[room];
    owners = new int[room];
    run();
  }

  static Scan of(String text) {
    return new Scan(text);
  }

  private void run() {
    int end = -1;
    int i = 0;
    while (i < text.length()) {
      int next = i + (Character.isHighSurrogate(text.charAt(i)) ? width(i) : 1);
      char one = Letters.letter(text.charAt(i));
      String several = one == 0 ? Letters.letters(text, i) : "";
      boolean unseen = one == 0 && several != null && several.isEmpty();
      boolean part = !unseen && (several != null || isTail(i, end));
      if (part) {
        boolean free = Letters.isUnspaced(text.codePointAt(i));
        if (end != i || free != unspaced[words - 1]) {
          open(i, end, free);
        }
        add(one == 0 && several == null ? text.charAt(i) : one, several, i);
      }
      end = part || (unseen && end == i) ? next : end;
      i = next;
    }
  }

  private int width(int i) {
    return Character.charCount(text.codePointAt(i));
  }

  /** The signs of C++, C# and Canal+ are letters where they end a word. */
  private boolean isTail(int i, int end) {
    char c = text.charAt(i);
    if (end != i || (c != '+' && c != '#')) {
      return false;
    }
    int next = i + 1;
    while (next < text.length() && (text.charAt(next) == '+' || text.charAt(next) == '#')) {
      next++;
    }
    return next == text.length() || !Character.isLetterOrDigit(text.charAt(next));
  }

  private void open(int at, int end, boolean free) {
    if (words == begins.length) {
      begins = Arrays.copyOf(begins, 2 * words);
      gaps = Arrays.copyOf(gaps, 2 * words);
      tagged = Arrays.copyOf(tagged, 2 * words);
      unspaced = Arrays.copyOf(unspaced, 2 * words);
    }
    begins[words] = size;
    gaps[words] = (byte) (end < 0 ? APART : gap(end, at));
    boolean sharp = at > 0 && (text.charAt(at - 1) == '#' || text.charAt(at - 1) == '\uFF03');
    tagged[words] = sharp || (gaps[words] == TIGHT && words > 0 && tagged[words - 1]);
    unspaced[words] = free;
    words++;
  }

  private void add(char one, @Nullable String several, int at) {
    if (one != 0 || several == null) {
      put(one, at);
    } else {
      several.chars().forEach(c -> put((char) c, at));
    }
  }

  private void put(char letter, int origin) {
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, 2 * size);
      origins = Arrays.copyOf(origins, 2 * size);
      owners = Arrays.copyOf(owners, 2 * size);
    }
    letters[size] = letter;
    origins[size] = origin;
    owners[size] = words - 1;
    size++;
  }

  private int gap(int from, int to) {
    if (to - from > LONGEST_GAP) {
      return APART;
    }
    boolean space = false;
    boolean stop = false;
    boolean dash = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("".equals(Letters.letters(text, i))) {
        continue;
      }
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (JOINING.indexOf(c) < 0) {
        return APART;
      } else {
        stop |= c == '.';
        dash |= c == '-' || c == '\u2013' || c == '/';
      }
    }
    boolean ends = space && (dash || (stop && !isShort()));
    return ends ? APART : space ? SPACE : TIGHT;
  }

  private boolean isShort() {
    String last = letters(begins[words - 1], size);
    return last.length() == 1 || ABBREVIATIONS.contains(last);
  }

  int words() {
    return words;
  }

  int begin(int word) {
    return begins[word];
  }

  int end(int word) {
    return word + 1 < words ? begins[word + 1] : size;
  }

  /** Returns what stands before a word; of initials, whose stops and spaces vary, nothing does. */
  int gap(int word) {
    boolean initials =
        gaps[word] == SPACE && end(word - 1) - begin(word - 1) == 1 && end(word) - begin(word) == 1;
    return initials && stands('.', begin(word)) ? TIGHT : gaps[word];
  }

  private boolean stands(char c, int letter) {
    return text.lastIndexOf(c, origins[letter]) > origins[letter - 1];
  }

  int owner(int letter) {
    return owners[letter];
  }

  char letter(int at) {
    return letters[at];
  }

  int size() {
    return size;
  }

  boolean isUnspaced(int word) {
    return unspaced[word];
  }

  /** Whether a word is a hashtag or a part of one. */
  boolean isTagged(int word) {
    return tagged[word];
  }

  String letters(int from, int to) {
    return new String(letters, from, to - from);
  }

  boolean startsWith(int at, String stem) {
    if (at + stem.length() > size) {
      return false;
    }
    for (int i = 0; i < stem.length(); i++) {
      if (letters[at + i] != stem.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns where in the text a letter stands. */
  int origin(int letter) {
    return origins[letter];
  }

  /** Returns the text in which {@link #origin} counts. */
  String text() {
    return text;
  }

  /** Returns the piece of the text from one letter to the letter before another. */
  String surface(int from, int to) {
    int last = origins[to - 1];
    return text.substring(origins[from], last + Character.charCount(text.codePointAt(last)));
  }
}
