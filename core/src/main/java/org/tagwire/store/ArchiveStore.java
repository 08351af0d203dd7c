package org.tagwire.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Cursor;
import org.tagwire.model.Retention;
import org.tagwire.model.SourceId;

/**
 * What is kept of the past, and how the rest goes. Safe for use by many threads.
 *
 * <p>A source may have a rule of its own; all articles whose text was read from it are under that
 * rule, and all others under the instance's. An absent {@link SourceId} below means those others.
 *
 * <p>A dropped article leaves every list under a new change number, with its text, card, hashtags
 * and what was received; its addresses answer as if it had never been. No tombstone stands there,
 * but the items that announced it and its addresses are remembered, so that an item still announced
 * is not news again; see {@link #forget}. Learned counts stay what they are.
 *
 * <p><b>Held</b>, and passed over by {@link #drop}, is whatever readers would miss: the founder of
 * a story of which other articles are kept, and a reading that waits to be placed. (Once readers
 * can star articles, a starred one is held, too; that is an adapter's one condition to extend.) A
 * copy group keeps the name of its first article; when that is dropped, the oldest member left
 * stands for the group.
 */
public interface ArchiveStore {
  /** Returns the rules of those sources that have their own. */
  Map<SourceId, Retention> rules();

  /** Gives a source a rule of its own, or puts it back under the instance's. */
  void rule(SourceId source, Optional<Retention> rule);

  /**
   * Returns the newest article that {@code rule} lets go by age or number; empty when it keeps all.
   * Room is not looked at.
   */
  Optional<Cursor> surplus(Optional<SourceId> source, Retention rule, Instant now);

  /**
   * Drops, in one transaction, up to {@code limit} articles of a stretch that are not held, oldest
   * first.
   */
  Sweep drop(Stretch stretch, int limit);

  /**
   * Returns how many bytes are in use: by the articles of one source, or, without one, by the whole
   * store, what has been freed for use again not counted.
   */
  long bytes(Optional<SourceId> source);

  /**
   * Forgets dropped articles, in one transaction of up to {@code limit}: those that were dropped
   * before {@code before} and since then not announced, though every source that once did so has
   * been read. Only changes up to {@code followed} are forgotten, which is what the index has
   * durably taken in. Returns how many were forgotten.
   */
  int forget(Instant before, long followed, int limit);

  /**
   * A part of the list by time.
   *
   * @param source whose articles; absent for those under the instance's rule
   * @param after only what is newer than this
   * @param upTo the newest of them
   */
  record Stretch(Optional<SourceId> source, Optional<Cursor> after, Cursor upTo) {}

  /**
   * What was dropped.
   *
   * @param dropped how many articles
   * @param bytes how much room their texts, cards and what was received had taken
   * @param last the newest of them, after which to go on; absent when the stretch is done
   */
  record Sweep(int dropped, long bytes, Optional<Cursor> last) {}
}
