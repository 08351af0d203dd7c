package org.tagwire.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an article belongs among the others.
 *
 * @param copyOf the article whose text this one nearly is, the first of its copy group; absent when
 *     it is its own
 * @param story the story it belongs to; its own when it founds one
 * @param reason one line a person understands: why it was put there
 */
public record Placement(@Nullable ArticleId copyOf, StoryId story, String reason) {
  public Optional<ArticleId> findCopyOf() {
    return Optional.ofNullable(copyOf);
  }

  /** Returns the first article of the copy group that {@code article} is in. */
  public ArticleId copyGroup(ArticleId article) {
    return copyOf == null ? article : copyOf;
  }
}
