package org.tagwire.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Something the owner does not want to see in lists.
 *
 * @param kind what is muted
 * @param value the word or phrase as typed, the tag's key, or the publisher's domain
 */
public record Mute(Kind kind, String value) {
  /** The greatest number of characters in a word or phrase. */
  public static final int MAX_LENGTH = 100;

  /** What can be muted. */
  public enum Kind {
    WORD,
    TAG,
    PUBLISHER;

    /** Returns the word used in forms and in the store. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a kind by its {@link #word}. */
    public static Optional<Kind> find(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  public Mute {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a mute has 1 to " + MAX_LENGTH + " characters, but this has " + value.length());
    }
  }

  /**
   * Reads what the owner typed; empty when it is no word, tag or domain, or too long. A tag may be
   * written with or without its mark.
   */
  public static Optional<Mute> parse(Kind kind, String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Optional<String> value =
        switch (kind) {
          case WORD ->
              Optional.of(text).filter(t -> t.codePoints().anyMatch(Character::isLetterOrDigit));
          case TAG -> TagKey.parse(text).map(TagKey::value);
          case PUBLISHER -> Domain.parse(text).map(Domain::name);
        };
    return value.filter(v -> v.length() <= MAX_LENGTH).map(v -> new Mute(kind, v));
  }
}
