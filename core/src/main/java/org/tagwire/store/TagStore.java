package org.tagwire.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;

/**
 * Hashtags by key and spelling. Tags come into being in {@link ArticleStore#place}. Safe for use by
 * many threads.
 */
public interface TagStore {
  /** Finds a tag by its key, then by its key without {@code _}; reads only, never writes. */
  Optional<Hashtag> find(TagKey key);

  /** Finds many by key; unknown ones are left out. */
  Map<TagKey, Hashtag> findAll(Collection<TagKey> keys);

  /**
   * Returns the tags whose keys are nearest to {@code key} and that carry articles the audience may
   * see, nearest first; bounded work.
   */
  List<Hashtag> nearest(TagKey key, Audience audience, int limit);

  /**
   * Lists the tags that carry articles the audience may see, by key from {@code from} on, for the
   * index of tags.
   */
  List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit);

  /** Counts all tags that were ever published. */
  long count();
}
