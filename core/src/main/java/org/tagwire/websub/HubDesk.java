package org.tagwire.websub;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Form;
import org.tagwire.store.HubStore;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.HubSubscription.Standing;
import org.tagwire.store.HubSubscription.State;
import org.tagwire.store.HubSubscription.Terms;
import org.tagwire.url.WebAddress;

/** Asks hubs for what is due (WebSub §5.1). Safe for use by many threads. */
final class HubDesk {
  /** After so many failures to give a subscription back, its lease is left to end by itself. */
  private static final int GIVES_UP = 3;

  private static final Logger LOG = LoggerFactory.getLogger(HubDesk.class);

  private final HubStore hubs;
  private final Fetcher fetcher;
  private final Callback callback;
  private final InstantSource clock;

  HubDesk(HubStore hubs, Fetcher fetcher, Callback callback, InstantSource clock) {
    this.hubs = hubs;
    this.fetcher = fetcher;
    this.callback = callback;
    this.clock = clock;
  }

  /**
   * Asks one hub for all of these, one after the other. When the hub is down it is not asked again
   * for each of them: they wait together. An interrupt leaves the rest as it is.
   */
  void ask(List<HubSubscription> ofOneHub) {
    Optional<Setback> down = Optional.empty();
    for (HubSubscription subscription : ofOneHub) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      if (isPointless(subscription)) {
        hubs.drop(subscription.terms().id());
      } else if (down.isPresent()) {
        putOff(subscription, down.get());
      } else {
        down = ask(subscription).filter(Setback::concernsWholeHub);
      }
    }
  }

  /** Nothing is to be given back where nothing was promised, or the promise is over. */
  private boolean isPointless(HubSubscription subscription) {
    Standing standing = subscription.standing();
    Instant lease = standing.lease();
    return standing.state() == State.ENDING
        && (lease == null || !lease.isAfter(clock.instant()) || standing.failures() >= GIVES_UP);
  }

  private Optional<Setback> ask(HubSubscription subscription) {
    // Written down before the hub is asked, since it may confirm before it answers.
    Standing asking = Course.asking(subscription.standing(), clock.instant());
    if (!hubs.change(subscription, asking)) {
      return Optional.empty();
    }
    WebAddress hub = WebAddress.of(subscription.terms().hub());
    FetchResult result = fetcher.fetch(FetchRequest.form(hub, form(subscription)));
    if (Thread.currentThread().isInterrupted()) {
      // Whether the hub took it is not known; it is asked again, or it confirms.
      return Optional.empty();
    }
    Optional<Setback> setback = Setback.of(result);
    setback.ifPresent(s -> putOff(subscription.with(asking), s));
    setback.ifPresent(s -> tell(subscription.terms(), s));
    return setback;
  }

  private void putOff(HubSubscription subscription, Setback setback) {
    hubs.change(subscription, Course.failed(subscription.standing(), clock.instant(), setback));
  }

  private static void tell(Terms terms, Setback setback) {
    LOG.atWarn()
        .addKeyValue("source", terms.source())
        .addKeyValue("hub", WebAddress.of(terms.hub()))
        .log("a hub was not to be had, its sources are polled: {}", setback.detail());
  }

  private Form form(HubSubscription subscription) {
    Terms terms = subscription.terms();
    boolean wanted = subscription.standing().state() != State.ENDING;
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hub.mode", wanted ? "subscribe" : "unsubscribe");
    fields.put("hub.topic", terms.topic());
    fields.put("hub.callback", callback.address(terms.id()));
    if (wanted) {
      fields.put("hub.secret", terms.secret());
      fields.put("hub.lease_seconds", Long.toString(Lease.LONGEST.toSeconds()));
    }
    return new Form(fields);
  }
}
