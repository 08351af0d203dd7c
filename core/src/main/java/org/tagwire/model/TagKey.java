package org.tagwire.model;

import java.util.Optional;

/**
 * The identity of a hashtag: two spellings are one tag exactly when their keys are equal.
 *
 * <p>The key is NFKC_Casefold (UAX #31, default-ignorable code points gone), without tatweel and
 * Arabic short vowels. Accents are kept (Zähler is not Zahler), dotless ı is not i, and no locale
 * is asked.
 *
 * @param value the folded text: letters, marks, digits, {@code _} and emoji, 1 to 100 code points
 */
public record TagKey(String value) implements Comparable<TagKey> {
  public TagKey {
    int length = value.codePointCount(0, value.length());
    if (length < 1 || length > HashtagGrammar.MAX_LENGTH || !HashtagGrammar.isKey(value)) {
      throw new IllegalArgumentException(
          "'" + value + "' is not a folded hashtag key; use TagKey.of or TagKey.parse");
    }
  }

  /**
   * Reads a tag as written by anybody ({@code #ImogenPoots}, {@code Imogen Poots}); empty when no
   * tag is left of it.
   */
  public static Optional<TagKey> parse(String text) {
    return HashtagGrammar.form(text)
        .map(HashtagGrammar::fold)
        .filter(HashtagGrammar::isKey)
        .map(TagKey::new);
  }

  /**
   * Returns the key of a name known to make a tag.
   *
   * @throws IllegalArgumentException when no tag can be made of it
   */
  public static TagKey of(String name) {
    return parse(name)
        .orElseThrow(
            () -> new IllegalArgumentException("no hashtag can be made of '" + name + "'"));
  }

  /** Returns the key without {@code _}, the second spelling that look-ups try. */
  public String withoutJoiners() {
    return value.replace("_", "");
  }

  @Override
  public int compareTo(TagKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
