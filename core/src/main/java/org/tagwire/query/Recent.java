package org.tagwire.query;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The entries that were asked for last. Not safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <V> what is known of it
 */
final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  Recent(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
