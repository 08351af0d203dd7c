package org.tagwire.store;

import java.util.List;
import org.tagwire.model.Tombstone;

/** What must stay gone. Safe for use by many threads. */
public interface TombstoneStore {
  /**
   * Puts up a tombstone; the same twice changes nothing. Articles it covers are withdrawn in the
   * same transaction. Of a name hidden and shown again by turns the latest of each is kept, and the
   * later of both holds.
   */
  void put(Tombstone tombstone);

  /** Returns whether an article of this URL may not come back. */
  boolean covers(String url);

  List<Tombstone> list();
}
