package org.tagwire.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Notice;

/**
 * What readers have told the owner. Safe for use by many threads.
 *
 * <p>From the return of each method on, {@link TagStore#withheld} says what is hidden because of
 * it: the tags of notices that hide one and are not answered.
 */
public interface NoticeStore {
  /** Keeps a notice; one whose id is known already is left as it is. */
  void add(Notice notice);

  Optional<Notice> find(String id);

  /** Lists notices, those that wait for an answer first, then the latest received. */
  List<Notice> list(int limit);

  /** Returns how many wait for an answer. */
  int countOpen();

  /** Returns how many of those that wait hide a tag. */
  int countHiding();

  /** Says how a notice stands now. Returns false when it is unknown. */
  boolean answer(String id, Notice.Outcome outcome);

  /**
   * Forgets text and addresses of notices that were answered before {@code before}; what was
   * decided stays. Returns how many.
   */
  int forget(Instant before);
}
