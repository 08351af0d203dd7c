package org.tagwire.websub;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.store.HubStore;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.HubSubscription.Standing;
import org.tagwire.store.HubSubscription.State;

/**
 * Decides about everything a hub, or somebody who says he is one, sends to our callback. Safe for
 * use by many threads.
 */
final class Mail {
  static final int LARGEST = 1 << 20;

  /** The least time between two polls that pushes bring about. */
  static final Duration GAP = Duration.ofMinutes(1);

  private static final int CALLS_A_MINUTE = 60;
  private static final int BODIES_AT_ONCE = 16;
  private static final int LONGEST_CHALLENGE = 2_048;
  private static final int LONGEST_REASON = 200;
  private static final int TRIES = 3;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);

  private final HubStore hubs;
  private final InstantSource clock;
  private final Runnable hastened;
  private final Pace pace = new Pace(CALLS_A_MINUTE);
  private final Semaphore bodies = new Semaphore(BODIES_AT_ONCE);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder ignored = new LongAdder();
  private final LongAdder unknown = new LongAdder();
  private final LongAdder refused = new LongAdder();

  Mail(HubStore hubs, InstantSource clock, Runnable hastened) {
    this.hubs = hubs;
    this.clock = clock;
    this.hastened = hastened;
  }

  /** Answers a hub that wants to know whether we meant it, or tells us no (WebSub §5.2, §5.3). */
  Answer confirm(String id, Map<String, String> query) {
    for (int i = 0; i < TRIES; i++) {
      Optional<HubSubscription> known = find(id);
      if (known.isEmpty()) {
        return new Answer.Unknown();
      }
      if (!pace.allows(id, clock.instant())) {
        return new Answer.TooOften();
      }
      if (!known.get().terms().topic().equals(query.get("hub.topic"))) {
        return new Answer.Unknown();
      }
      Optional<Answer> answer = confirm(known.get(), query);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new Answer.TooOften();
  }

  /** Returns nothing when the subscription changed while we looked. */
  private Optional<Answer> confirm(HubSubscription known, Map<String, String> query) {
    return switch (query.getOrDefault("hub.mode", "")) {
      case "subscribe" -> subscribed(known, query);
      case "unsubscribe" -> unsubscribed(known, query);
      case "denied" -> denied(known, query.getOrDefault("hub.reason", ""));
      default -> Optional.of(new Answer.Unknown());
    };
  }

  private Optional<Answer> subscribed(HubSubscription known, Map<String, String> query) {
    Standing standing = known.standing();
    Optional<String> challenge = challenge(query);
    boolean meant = standing.state() != State.ENDING && standing.asked() != null;
    if (!meant || challenge.isEmpty()) {
      return Optional.of(new Answer.Unknown());
    }
    Duration lease = Lease.granted(query.get("hub.lease_seconds"));
    Standing next = Course.confirmed(clock.instant(), lease);
    if (!hubs.change(known, next)) {
      return Optional.empty();
    }
    LOG.atInfo()
        .addKeyValue("source", known.terms().source())
        .addKeyValue("lease", next.lease())
        .log("subscribed at a hub");
    return Optional.of(new Answer.Echo(challenge.get()));
  }

  private Optional<Answer> unsubscribed(HubSubscription known, Map<String, String> query) {
    Standing standing = known.standing();
    Optional<String> challenge = challenge(query);
    boolean meant = standing.state() == State.ENDING && standing.asked() != null;
    if (!meant || challenge.isEmpty()) {
      return Optional.of(new Answer.Unknown());
    }
    hubs.drop(known.terms().id());
    return Optional.of(new Answer.Echo(challenge.get()));
  }

  private Optional<Answer> denied(HubSubscription known, String reason) {
    if (known.standing().state() == State.ENDING) {
      hubs.drop(known.terms().id());
      return Optional.of(new Answer.Heard());
    }
    String told = CONTROL.matcher(reason).replaceAll(" ").strip();
    String words = told.substring(0, Math.min(LONGEST_REASON, told.length()));
    String detail = "the hub denied it" + (words.isEmpty() ? "" : ": " + words);
    return hubs.change(known, Course.denied(clock.instant(), detail))
        ? Optional.of(new Answer.Heard())
        : Optional.empty();
  }

  private static Optional<String> challenge(Map<String, String> query) {
    return Optional.ofNullable(query.get("hub.challenge"))
        .filter(c -> !c.isEmpty() && c.length() <= LONGEST_CHALLENGE)
        .filter(c -> !CONTROL.matcher(c).find());
  }

  /** Takes a push (WebSub §7); what it says of the news is not even looked at. */
  Answer take(String id, @Nullable String signature, Subscriber.Content content)
      throws IOException {
    Optional<HubSubscription> known = find(id);
    if (known.isEmpty()) {
      unknown.increment();
      return new Answer.Unknown();
    }
    if (!pace.allows(id, clock.instant())) {
      return refuse(new Answer.TooOften());
    }
    Optional<Signature> signed = Signature.parse(signature);
    if (signed.isEmpty() || known.get().standing().state() != State.ACTIVE) {
      return ignore();
    }
    if (!bodies.tryAcquire()) {
      return refuse(new Answer.TooOften());
    }
    try {
      Optional<byte[]> body = content.read(LARGEST);
      if (body.isEmpty()) {
        return refuse(new Answer.TooLarge());
      }
      return signed.get().signs(body.get(), known.get().terms().secret())
          ? accept(known.get())
          : ignore();
    } finally {
      bodies.release();
    }
  }

  private Answer accept(HubSubscription known) {
    accepted.increment();
    Instant now = clock.instant();
    if (hubs.push(known.terms().id(), now, GAP)) {
      hastened.run();
    }
    return new Answer.Heard();
  }

  /** A hub that signs wrongly is not told so (WebSub §8): it may be somebody who guesses. */
  private Answer ignore() {
    ignored.increment();
    return new Answer.Heard();
  }

  private Answer refuse(Answer answer) {
    refused.increment();
    return answer;
  }

  private Optional<HubSubscription> find(String id) {
    return ID.matcher(id).matches() ? hubs.find(id) : Optional.empty();
  }

  Traffic traffic() {
    return new Traffic(accepted.sum(), ignored.sum(), unknown.sum(), refused.sum());
  }
}
