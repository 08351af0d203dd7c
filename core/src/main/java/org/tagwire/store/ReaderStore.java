package org.tagwire.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;

/**
 * What the owner follows, has seen and does not want to see; all of it is the owner's alone. Safe
 * for use by many threads.
 */
public interface ReaderStore {
  /** The greatest number of followed tags. */
  int MOST_FOLLOWED = 600;

  /** The greatest number of followed tags in one folder, since each folder is also one list. */
  int MOST_IN_FOLDER = 60;

  /** The greatest number of mutes. */
  int MOST_MUTES = 40;

  /** The greatest number of muted words among them. */
  int MOST_WORDS = 16;

  /** Lists what is followed, by folder, then by key. */
  List<Followed> followed();

  Optional<Followed> findFollowed(TagKey tag);

  /**
   * Follows a tag, or puts one that is followed into another folder. What is there at {@code now}
   * counts as seen. Returns false, and changes nothing, when there would be too many.
   *
   * @param folder empty for none
   */
  boolean follow(TagKey tag, String folder, Instant now);

  /** Ends following. Returns false for a tag that is not followed. */
  boolean unfollow(TagKey tag);

  /** Notes that the news up to {@code until} have been seen; a mark never goes back. */
  void see(TagKey tag, Instant until);

  /** Lists the mutes, by kind, then by value. */
  List<Mute> mutes();

  /** Adds a mute. Returns false, and changes nothing, when there would be too many. */
  boolean mute(Mute mute, Instant now);

  /** Ends a mute. Returns false for one that there is not. */
  boolean unmute(Mute mute);

  /**
   * A followed tag.
   *
   * @param tag which
   * @param folder in which folder; empty for none
   * @param since since when
   * @param seen up to which sort time its news have been seen
   */
  record Followed(TagKey tag, String folder, Instant since, Instant seen) {}
}
