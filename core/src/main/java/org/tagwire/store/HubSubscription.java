package org.tagwire.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.SourceId;

/**
 * A subscription at a WebSub hub, which tells us when a source has news. Its secrets are never
 * printed.
 *
 * @param terms what was agreed, never changed
 * @param standing where it stands
 * @param pushes what it has brought
 */
public record HubSubscription(Terms terms, Standing standing, Pushes pushes) {

  /** Returns a subscription that is yet to be asked for. */
  public static HubSubscription first(Terms terms, Standing standing) {
    return new HubSubscription(terms, standing, Pushes.NONE);
  }

  /** Returns the same subscription, standing elsewhere. */
  public HubSubscription with(Standing standing) {
    return new HubSubscription(terms, standing, pushes);
  }

  /** Returns whether the hub has promised pushes and the promise holds. */
  public boolean isActive(Instant now) {
    Instant lease = standing.lease();
    return standing.state() == State.ACTIVE && lease != null && lease.isAfter(now);
  }

  /**
   * What the hub and we agree on.
   *
   * @param id the last part of the address the hub calls, 32 hex digits; whoever knows it may call
   * @param source the source it is for
   * @param hub the address that is asked
   * @param topic what is subscribed to, as the feed names itself
   * @param secret with what the hub signs
   */
  public record Terms(String id, SourceId source, String hub, String topic, String secret) {
    @Override
    public String toString() {
      return "Terms[source " + source + " at " + hub + "]";
    }
  }

  /**
   * Where it stands.
   *
   * @param state whether it is to be begun, is in force, or is to be ended
   * @param asked when the hub was asked for what it has not confirmed yet
   * @param lease until when the hub has promised pushes; absent before it did
   * @param due when there is something to do next
   * @param failures failures in a row to get what is asked
   * @param detail for people: what is wrong; empty when nothing is
   */
  public record Standing(
      State state,
      @Nullable Instant asked,
      @Nullable Instant lease,
      Instant due,
      int failures,
      String detail) {}

  /** What becomes of a subscription; stored by ordinal. */
  public enum State {
    /** To be asked for, or asked for and not confirmed yet. */
    WANTED,
    /** Confirmed by the hub; asked for anew before its lease ends. */
    ACTIVE,
    /** To be given back to the hub, then forgotten. */
    ENDING
  }

  /**
   * What it has brought.
   *
   * @param count how many pushes with the right signature
   * @param last when the last of them came
   */
  public record Pushes(long count, @Nullable Instant last) {
    public static final Pushes NONE = new Pushes(0, null);

    public Optional<Instant> findLast() {
      return Optional.ofNullable(last);
    }
  }
}
