package org.tagwire.server.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tagwire.model.ArticleId;

/** One list and all pages that are open on it. */
final class Channel {
  private final Supplier<Optional<List<ArticleId>>> lineup;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private Optional<List<ArticleId>> shown = Optional.empty();
  private long number = -1;
  private long looked;

  Channel(Supplier<Optional<List<ArticleId>>> lineup) {
    this.lineup = lineup;
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  /** Takes a page away and returns whether it was the last. */
  boolean remove(Listener listener) {
    listeners.remove(listener);
    return listeners.isEmpty();
  }

  void end() {
    listeners.forEach(Listener::end);
  }

  /**
   * Looks up the list, unless nothing has changed since or it was looked up just now, and tells all
   * pages. A page that has come since then is told what was seen last.
   *
   * @param change the change number of now
   * @param now a time in nanoseconds
   * @param pace the least time between two looks, in nanoseconds
   */
  synchronized void follow(long change, long now, long pace) {
    if (number == change || (number >= 0 && now - looked < pace)) {
      return;
    }
    look(change, now);
    listeners.forEach(this::tell);
  }

  /** Tells a page that has just come; the first of all looks the list up. */
  synchronized void greet(Listener listener, long change, long now) {
    if (number < 0) {
      look(change, now);
    }
    tell(listener);
  }

  private void look(long change, long now) {
    looked = now;
    shown = lineup.get();
    number = change;
  }

  private void tell(Listener listener) {
    shown.ifPresent(ids -> listener.tell(listener.glimpse().countNew(ids), number));
  }
}
