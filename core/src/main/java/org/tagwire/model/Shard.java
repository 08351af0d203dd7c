package org.tagwire.model;

/**
 * The part of the stream that one owner places in order: all articles of one language; {@code und}
 * is a shard of its own.
 *
 * @param language the language of its articles
 */
public record Shard(Language language) implements Comparable<Shard> {
  @Override
  public int compareTo(Shard other) {
    return language.compareTo(other.language);
  }

  @Override
  public String toString() {
    return language.code();
  }
}
