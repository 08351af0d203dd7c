package org.tagwire.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tagwire.store.HubSubscription.Standing;
import org.tagwire.store.HubSubscription.State;

/**
 * Where a subscription stands after what happened: pure decisions, one method per event.
 *
 * <p>What a hub has not confirmed, or has failed to take, is asked again after a quarter of an
 * hour, doubled with each failure, up to seven days. What a hub or our own guard refuses counts as
 * seven failures at once. A lease that runs meanwhile runs on.
 */
final class Course {
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final int GRAVE = 7;

  private Course() {}

  /** It is wanted from now on. */
  static Standing wanted(Instant now) {
    return new Standing(State.WANTED, null, null, now, 0, "");
  }

  /**
   * It is wanted from another hub, since the one before failed; the patience we owe is not
   * forgotten.
   */
  static Standing elsewhere(Standing before) {
    return new Standing(State.WANTED, null, null, before.due(), before.failures(), before.detail());
  }

  /** It is not wanted any more. */
  static Standing ending(Standing before, Instant now) {
    return new Standing(State.ENDING, null, before.lease(), now, 0, "");
  }

  /** The hub is about to be asked. */
  static Standing asking(Standing before, Instant now) {
    boolean again = before.asked() != null;
    int failures = again ? before.failures() + 1 : before.failures();
    String detail = again ? "the hub took the request but has not confirmed it" : before.detail();
    return standing(before, now, now.plus(backOff(failures)), failures, detail);
  }

  /** The hub confirmed, and keeps its promise for so long. */
  static Standing confirmed(Instant now, Duration lease) {
    return new Standing(
        State.ACTIVE, null, now.plus(lease), now.plus(Lease.untilRenewal(lease)), 0, "");
  }

  /** The hub did not take what we asked. */
  static Standing failed(Standing before, Instant now, Setback setback) {
    int failures =
        switch (setback.blame()) {
          case NOBODY -> before.failures();
          case HUB -> before.failures() + 1;
          case REQUEST, ADDRESS -> Math.max(GRAVE, before.failures() + 1);
        };
    Duration backOff = backOff(failures);
    Duration delay = backOff.compareTo(setback.asked()) > 0 ? backOff : setback.asked();
    return standing(before, null, now.plus(delay), failures, setback.detail());
  }

  /** The hub denied it, now or after it had confirmed. */
  static Standing denied(Instant now, String detail) {
    return new Standing(State.WANTED, null, null, now.plus(LONGEST), GRAVE, detail);
  }

  private static Standing standing(
      Standing before, @Nullable Instant asked, Instant due, int failures, String detail) {
    return new Standing(before.state(), asked, before.lease(), due, failures, detail);
  }

  private static Duration backOff(int failures) {
    Duration delay = PATIENCE.multipliedBy(1L << Math.min(failures, 20));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
