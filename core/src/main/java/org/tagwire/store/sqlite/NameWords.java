package org.tagwire.store.sqlite;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tagwire.model.TagKey;

/**
 * Finds names by what somebody has begun to type.
 *
 * <p>A name is kept from each of its words on (imogenpoots, poots), so that a range of one table
 * answers, whichever word was begun; in scripts without spaces from each character on. Case,
 * accents and what writers of Arabic leave out are folded away.
 */
final class NameWords {
  static final int HASHTAG = 0;
  static final int PUBLISHER = 1;

  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 40;
  private static final String AFTER_ALL = "\uDBFF\uDFFF";
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 PARTED = Normalizer2.getNFDInstance();

  private NameWords() {}

  /** Notes a name; one that is known already is read but not written. */
  static void note(Session session, int what, String key, String name) throws SQLException {
    for (String word : words(name)) {
      session.run(
          "INSERT INTO name_word (word, what, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          word,
          what,
          key);
    }
  }

  /** Notes all names of a store that has not noted any. */
  static void fill(Database database) {
    boolean filled =
        database.read(
            session ->
                session.exists("SELECT 1 FROM name_word LIMIT 1")
                    || !(session.exists("SELECT 1 FROM hashtag LIMIT 1")
                        || session.exists("SELECT 1 FROM publisher LIMIT 1")));
    if (!filled) {
      database.change(
          session -> {
            fill(session, HASHTAG, "SELECT key, name FROM hashtag");
            fill(session, PUBLISHER, "SELECT domain, name FROM publisher");
          });
    }
  }

  private static void fill(Session session, int what, String names) throws SQLException {
    session.each(
        names,
        row -> {
          String key = row.getString(1);
          note(session, what, key, row.getString(2));
          if (what == PUBLISHER) {
            note(session, what, key, key);
          }
          return true;
        });
  }

  /**
   * Returns the keys of names in which a word begins so, those it is nearest to the whole of first.
   */
  static List<String> find(Session session, int what, String typed, int limit) throws SQLException {
    String begun = folded(typed);
    if (begun.isEmpty()) {
      return List.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    session.each(
        "SELECT key FROM name_word WHERE word >= ? AND word < ? AND what = ?"
            + " ORDER BY word LIMIT "
            + limit,
        row -> {
          keys.add(row.getString(1));
          return true;
        },
        begun,
        begun + AFTER_ALL,
        what);
    return List.copyOf(keys);
  }

  /** Returns a name from each of its words on. */
  static List<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    int before = ' ';
    for (int i = 0; i < name.length() && words.size() < MOST_WORDS; ) {
      int c = name.codePointAt(i);
      if (begins(c, before)) {
        String word = folded(name.substring(i));
        words.add(word);
      }
      before = c;
      i += Character.charCount(c);
    }
    words.remove("");
    return new ArrayList<>(words);
  }

  private static boolean begins(int c, int before) {
    if (!Character.isLetterOrDigit(c)) {
      return false;
    }
    boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
    return !isPart(before) || hump || isUnspaced(c);
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || c == '\'' || c == '\u2019';
  }

  private static boolean isUnspaced(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Letters and digits alone, the same for all who mean the same word. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    String head = text.length() > 2 * LONGEST ? text.substring(0, 2 * LONGEST) : text;
    PARTED
        .normalize(CASEFOLD.normalize(head))
        .codePoints()
        .filter(c -> (Character.isLetterOrDigit(c) || isMark(c)) && !isLeftOut(c))
        .map(NameWords::plain)
        .limit(LONGEST)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Accents of European scripts; short vowels, hamza seats and tatweel of Arabic. */
  private static boolean isLeftOut(int c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x064B && c <= 0x0655)
        || c == 0x0670
        || c == 0x0640;
  }

  private static int plain(int c) {
    return switch (c) {
      case 0x0649, 0x06CC -> 0x064A;
      case 0x0629 -> 0x0647;
      case 0x06A9 -> 0x0643;
      default -> c;
    };
  }

  /** Returns the short forms that begin so, as the keys of the tags they stand for. */
  static List<String> shortForms(Session session, String typed, int limit) throws SQLException {
    String begun = TagKey.parse(typed).map(TagKey::value).orElse("");
    return begun.isEmpty()
        ? List.of()
        : session.list(
            "SELECT DISTINCT tag FROM tag_spelling WHERE spelling >= ? AND spelling < ? LIMIT "
                + limit,
            row -> row.getString(1),
            begun,
            begun + AFTER_ALL);
  }
}
