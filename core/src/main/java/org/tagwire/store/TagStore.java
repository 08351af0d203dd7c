package org.tagwire.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;

/**
 * Hashtags by key and spelling. Tags come into being in {@link ArticleStore#place}. Safe for use by
 * many threads.
 */
public interface TagStore {
  /**
   * Finds the tag that a key leads to: by the owner's rules, then by the key, then by the key
   * without {@code _}, then by the short form that articles explain, when they explain it in one
   * way (NHS as National Health Service). The tag bears the name the owner has given it. Reads
   * only, never writes.
   */
  Optional<Hashtag> find(TagKey key);

  /**
   * Finds many by key, each under the key asked for though the owner may have led it to another;
   * unknown ones are left out.
   */
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

  /**
   * Returns, of each letter that keys begin with, the first tag that carries articles the audience
   * may see, by key.
   */
  List<Hashtag> initials(Audience audience);

  /** Returns what the owner's rules come to now; see {@link RuleStore}. */
  TagRules rules();

  /** Counts all tags that were ever published. */
  long count();
}
