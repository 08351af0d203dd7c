package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Mention;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;

/**
 * The short forms under which articles name a tag: NHS for National Health Service, where one
 * article has both.
 *
 * <p>A short form is kept when its letters are the first letters of the name's words, small words
 * left out or not. It is counted up to {@link #ENOUGH} only, so that one everybody uses is read but
 * not written.
 */
final class Spellings {
  /** After so many sightings a short form needs no more. */
  static final int ENOUGH = 4;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 10;

  private Spellings() {}

  static void note(Session session, Tagging tag) throws SQLException {
    Set<String> noted = new HashSet<>();
    for (Mention mention : tag.mentions()) {
      Optional<TagKey> key = TagKey.parse(mention.surface());
      boolean isShort = !mention.surface().equals(tag.name()) && isShort(mention.surface(), tag);
      if (isShort && key.isPresent() && noted.add(key.get().value())) {
        note(session, key.get().value(), tag.key().value());
      }
    }
  }

  private static void note(Session session, String spelling, String tag) throws SQLException {
    long seen =
        session.number(
            "SELECT seen FROM tag_spelling WHERE spelling = ? AND tag = ?", spelling, tag);
    if (seen < ENOUGH) {
      session.run(
          "INSERT INTO tag_spelling (spelling, tag, seen) VALUES (?, ?, 1)"
              + " ON CONFLICT (spelling, tag) DO UPDATE SET seen = seen + 1",
          spelling,
          tag);
    }
  }

  private static boolean isShort(String surface, Tagging tag) {
    String letters = surface.replace(".", "");
    boolean plausible =
        letters.length() >= SHORTEST
            && letters.length() <= LONGEST
            && letters.chars().allMatch(Character::isUpperCase);
    return plausible
        && (letters.equals(initials(tag.name(), true))
            || letters.equals(initials(tag.name(), false)));
  }

  /** The first letters of the words that begin with a capital, or of all words. */
  private static String initials(String name, boolean capitalsOnly) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[\\s\\p{Pd}]+")) {
      if (!word.isEmpty() && (!capitalsOnly || Character.isUpperCase(word.codePointAt(0)))) {
        initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
      }
    }
    return initials.toString();
  }

  /**
   * Returns the tag that a short form means, when nearly all articles that explain it mean the
   * same.
   */
  static Optional<String> find(Session session, String spelling) throws SQLException {
    record Meant(String tag, int seen) {}
    List<Meant> meant =
        session.list(
            "SELECT tag, seen FROM tag_spelling WHERE spelling = ? ORDER BY seen DESC, tag LIMIT 2",
            row -> new Meant(row.getString(1), row.getInt(2)),
            spelling);
    boolean clear =
        meant.size() == 1 || (meant.size() == 2 && meant.get(1).seen() * 3 < meant.get(0).seen());
    return clear ? Optional.of(meant.getFirst().tag()) : Optional.empty();
  }
}
