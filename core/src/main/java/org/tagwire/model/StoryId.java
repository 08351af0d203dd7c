package org.tagwire.model;

/**
 * The lasting address of a story: the id of its founding article. Stored, never derived again; a
 * merge keeps the older.
 *
 * @param founder the article that founded the story
 */
public record StoryId(ArticleId founder) implements Comparable<StoryId> {
  /** Returns the 32 hex digits that readers see in the address. */
  public String hex() {
    return founder.hex();
  }

  @Override
  public int compareTo(StoryId other) {
    return founder.compareTo(other.founder);
  }

  @Override
  public String toString() {
    return founder.hex();
  }
}
