package org.tagwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.SourceId;

/**
 * Subscriptions at WebSub hubs. Only public sources have any. Safe for use by many threads; a
 * change never undoes another's.
 */
public interface HubStore {
  /** Adds a subscription; nothing happens if the source has one already that is not ending. */
  void add(HubSubscription subscription);

  /** Finds a subscription by its path secret. */
  Optional<HubSubscription> find(String id);

  /** Finds the subscription of a source that is not ending. */
  Optional<HubSubscription> findFor(SourceId source);

  /**
   * Lists subscriptions with something to do at {@code now}, earliest first, at most {@code perHub}
   * of each hub, so that a hub of thousands holds up no other.
   */
  List<HubSubscription> listDue(Instant now, int perHub);

  /** Returns how many subscriptions are active at {@code now}. */
  long countActive(Instant now);

  /**
   * Has a subscription stand where {@code after} says, if it still stands where {@code before}
   * says. Returns false, and changes nothing, when somebody was faster.
   */
  boolean change(HubSubscription before, HubSubscription.Standing after);

  /** Forgets a subscription. */
  void drop(String id);

  /**
   * Has every subscription end whose source is removed, paused, gone or private. Returns how many.
   */
  int endUnwanted(Instant now);

  /** Has every subscription asked for anew, for a node that has another address than it had. */
  void askAnew(Instant now);

  /**
   * Counts a push and makes its source due, though not before {@code gap} has passed since its last
   * poll began. A source that fails or is paused keeps its schedule. When a poll is under way,
   * which may have come too early, {@link #followPushes} does it later. Returns whether the source
   * is due earlier than it was.
   */
  boolean push(String id, Instant at, Duration gap);

  /**
   * Makes due what {@link #push} could not, and forgets pushes that a poll has followed. Returns
   * how many sources are due earlier than they were.
   */
  int followPushes(Instant now, Duration gap);
}
