package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Cleans the publisher's own tags: split lists, library order turned round, sections and stock
 * codes left out.
 */
final class PublisherTags {
  private static final int MOST = 20;
  private static final int LONGEST = 60;
  private static final int WORDS = 5;

  /** {@code Beshear, Andrew G (1977- )}: the catalogue's order. */
  private static final Pattern CATALOGUE =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}'-]+), (\\p{Lu}[\\p{L}'. -]*?)(?: \\p{Lu}\\.?)?(?: \\([^)]*\\))?$");

  private static final Pattern CODE =
      Pattern.compile("^[A-Z0-9]{1,6}[.:][A-Z]{1,4}$|^[^\\p{L}]+$|.*[:=_/].*|^[a-z]+-[a-z-]+$");

  private PublisherTags() {}

  /** Returns the usable ones as written, each key once, in order. */
  static List<String> clean(Reader reader, List<String> tags) {
    Map<String, String> clean = new LinkedHashMap<>();
    for (String tag : split(tags)) {
      String name = turned(Normalise.line(tag).replaceFirst("^[#\uFF03]", ""));
      String key = Keys.of(name);
      if (clean.size() < MOST && !key.isEmpty() && isUsable(name) && isSubject(reader, name)) {
        clean.putIfAbsent(key, name);
      }
    }
    return List.copyOf(clean.values());
  }

  private static List<String> split(List<String> tags) {
    List<String> parts = new ArrayList<>();
    for (String tag : tags) {
      boolean list =
          tag.length() <= 2_000
              && (tag.indexOf(';') >= 0 || tag.indexOf('|') >= 0 || tag.split(",").length > 2);
      parts.addAll(list ? List.of(tag.split("[,;|]")) : List.of(Normalise.head(tag, LONGEST + 1)));
    }
    return parts;
  }

  private static String turned(String tag) {
    Matcher catalogue = CATALOGUE.matcher(tag);
    return catalogue.matches() ? catalogue.group(2) + " " + catalogue.group(1) : tag;
  }

  /** Shelves ({@code Top stories}, {@code US news}) and the outlet itself are none. */
  private static boolean isSubject(Reader reader, String name) {
    boolean shelf = true;
    for (Token word : Tokens.of(name)) {
      shelf &= reader.tells(Cue.SECTION, word) || !word.isWord();
    }
    return !shelf && !reader.isNever(name);
  }

  private static boolean isUsable(String name) {
    return name.length() >= 2
        && name.length() <= LONGEST
        && Tokens.of(name).size() <= WORDS
        && !CODE.matcher(name).matches();
  }
}
