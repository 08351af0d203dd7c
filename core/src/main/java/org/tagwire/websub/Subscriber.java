package org.tagwire.websub;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.Fetcher;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Visibility;
import org.tagwire.store.HubStore;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.HubSubscription.Standing;
import org.tagwire.store.HubSubscription.Terms;
import org.tagwire.url.WebAddress;

/**
 * Subscribes to what sources offer and takes in what hubs send: WebSub (W3C Recommendation of 23
 * January 2018), the subscriber's part.
 *
 * <p>{@link #notice} hears of each feed that was read, {@link #confirm} and {@link #take} of each
 * call of a hub, and {@link #run} does what is due. All that matters is in the store, so a restart
 * loses nothing. Safe for use by many threads; one runs {@link #run}.
 */
public final class Subscriber {
  private static final Duration ROUND = Duration.ofSeconds(5);

  /** As many requests as one hub is sent in a row, a second apart. */
  private static final int BATCH = 25;

  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 16;

  /** After so many failures the next hub that the feed names is asked. */
  private static final int TRIES = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

  private final HubStore hubs;
  private final HubDesk desk;
  private final Mail mail;
  private final InstantSource clock;
  private final Runnable hastened;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore bell = new Semaphore(0);
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param hastened told when sources have become due
   */
  public Subscriber(
      HubStore hubs, Fetcher fetcher, Callback callback, InstantSource clock, Runnable hastened) {
    this.hubs = hubs;
    this.desk = new HubDesk(hubs, fetcher, callback, clock);
    this.mail = new Mail(hubs, clock, hastened);
    this.clock = clock;
    this.hastened = hastened;
  }

  /** The body of a push, not read yet. */
  @FunctionalInterface
  public interface Content {
    /** Reads all of it; empty when it is longer than {@code most} bytes. */
    Optional<byte[]> read(int most) throws IOException;
  }

  /**
   * Hears that a feed was read: subscribes where it offers a hub, gives back what it offers no
   * more.
   *
   * @param named the hubs that the document names
   * @param self the address that the document gives itself
   */
  public void notice(Source source, Fetched fetched, List<String> named, @Nullable String self) {
    Optional<Offer> offer = isOpen(source) ? Offer.of(fetched, named, self) : Optional.empty();
    Optional<HubSubscription> present = hubs.findFor(source.id());
    if (offer.isEmpty()) {
      present.ifPresent(this::end);
    } else if (present.isEmpty()) {
      Standing wanted = Course.wanted(clock.instant());
      subscribe(source.id(), offer.get(), offer.get().hubs().getFirst(), wanted);
    } else {
      compare(source.id(), offer.get(), present.get());
    }
  }

  /** A hub learns what is asked for, so nothing private is. */
  private static boolean isOpen(Source source) {
    return source.kind() == Source.Kind.FEED
        && source.visibility() == Visibility.PUBLIC
        && !WebAddress.of(source.url()).carriesSecret();
  }

  private void compare(SourceId source, Offer offer, HubSubscription present) {
    String hub = present.terms().hub();
    boolean same = offer.topic().equals(present.terms().topic()) && offer.hubs().contains(hub);
    if (!same) {
      end(present);
      subscribe(source, offer, offer.hubs().getFirst(), Course.wanted(clock.instant()));
    } else if (present.standing().failures() >= TRIES && offer.hubs().size() > 1) {
      end(present);
      subscribe(source, offer, offer.hubAfter(hub), Course.elsewhere(present.standing()));
    }
  }

  private void subscribe(SourceId source, Offer offer, String hub, Standing standing) {
    Terms terms = new Terms(secret(ID_BYTES), source, hub, offer.topic(), secret(SECRET_BYTES));
    hubs.add(HubSubscription.first(terms, standing));
    bell.release();
  }

  private void end(HubSubscription present) {
    hubs.change(present, Course.ending(present.standing(), clock.instant()));
    bell.release();
  }

  private String secret(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Answers a hub's GET.
   *
   * @param id the last part of the path it called
   * @param query the parameters, decoded
   */
  public Answer confirm(String id, Map<String, String> query) {
    return mail.confirm(id, query);
  }

  /**
   * Answers a hub's POST.
   *
   * @param id the last part of the path it called
   * @param signature the header {@code X-Hub-Signature}
   * @throws IOException when the body could not be read to its end
   */
  public Answer take(String id, @Nullable String signature, Content content) throws IOException {
    return mail.take(id, signature, content);
  }

  /** Returns what hubs have brought so far. */
  public Traffic traffic() {
    return mail.traffic();
  }

  /** Returns how many subscriptions are in force. */
  public long countActive() {
    return hubs.countActive(clock.instant());
  }

  /** Has every subscription asked for anew, because hubs reach us elsewhere than before. */
  public void askAnew() {
    hubs.askAnew(clock.instant());
    bell.release();
  }

  /** Does what is due until the thread is interrupted. */
  public void run() {
    ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        begin(workers);
        bell.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // A hub that is slow must not hold up the end.
      workers.shutdownNow();
      workers.close();
    }
  }

  /** Does once what is due and returns when it is done. */
  public void round() {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      begin(workers);
    }
  }

  /** Hubs are asked beside each other, so that one that is away holds up nobody. */
  private void begin(ExecutorService workers) {
    try {
      Instant now = clock.instant();
      hubs.endUnwanted(now);
      if (hubs.followPushes(now, Mail.GAP) > 0) {
        hastened.run();
      }
      Map<String, List<HubSubscription>> due =
          hubs.listDue(now, BATCH).stream().collect(Collectors.groupingBy(s -> s.terms().hub()));
      due.forEach((hub, subscriptions) -> ask(workers, hub, subscriptions));
    } catch (TagwireException e) {
      LOG.warn("subscriptions at hubs have to wait: {}", e.getMessage());
    }
  }

  private void ask(ExecutorService workers, String hub, List<HubSubscription> subscriptions) {
    if (!busy.add(hub)) {
      return;
    }
    workers.execute(
        () -> {
          try {
            desk.ask(subscriptions);
          } catch (TagwireException e) {
            LOG.warn("subscriptions at hubs have to wait: {}", e.getMessage());
          } finally {
            busy.remove(hub);
            if (subscriptions.size() == BATCH) {
              bell.release();
            }
          }
        });
  }
}
