package org.tagwire.server.live;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.ArticleId;
import org.tagwire.server.web.Badge;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/**
 * Tells open pages how many new articles there are. Safe for use by many threads; {@link #close}
 * ends all connections, and everybody who comes later is sent away.
 */
public final class LiveDesk implements AutoCloseable {
  /** The parameter that holds the {@link Glimpse} of the page. */
  public static final String SEEN = "seen";

  /** What stands between an edition and the rest of a page's path where it is live. */
  public static final String LIVE = "live/";

  private static final String EVENTS = "text/event-stream; charset=utf-8";
  private static final Duration PACE = Duration.ofSeconds(4);
  private static final Duration TURN = Duration.ofMillis(500);
  private static final Logger log = LoggerFactory.getLogger(LiveDesk.class);

  private final LongSupplier change;
  private final InstantSource clock;
  private final Function<Edition, Words> words;
  private final long pace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final Map<Subject, Channel> channels = new HashMap<>();
  private @Nullable Thread follower;
  private boolean closed;

  /**
   * @param change the number of the last change that pages show
   * @param clock what time it is
   * @param words what each edition says
   */
  public LiveDesk(LongSupplier change, InstantSource clock, Function<Edition, Words> words) {
    this(change, clock, words, PACE);
  }

  LiveDesk(
      LongSupplier change, InstantSource clock, Function<Edition, Words> words, Duration pace) {
    this.change = change;
    this.clock = clock;
    this.words = words;
    this.pace = pace.toNanos();
  }

  /**
   * Returns the live address of a page.
   *
   * @param home the path of the edition, with a slash behind
   * @param page path and query of the page
   * @param shown the articles on it, as they stand
   * @param whole whether there are no more in the list
   */
  public static String address(String home, String page, List<ArticleId> shown, boolean whole) {
    return home
        + LIVE
        + page.substring(home.length())
        + (page.indexOf('?') < 0 ? '?' : '&')
        + SEEN
        + '='
        + Glimpse.of(shown, whole).token();
  }

  /**
   * Answers an open page with what it is told from now on.
   *
   * @param list the list it shows, among all of the site; the visit says how
   * @param lineup what stands on such a page
   * @return empty when there is no such page, or the address is none of ours
   */
  public Optional<Reply> open(String list, Visit visit, Lineup lineup) {
    Optional<Glimpse> glimpse = visit.findQuery(SEEN).flatMap(Glimpse::parse);
    Subject subject = Subject.of(list, visit);
    if (glimpse.isEmpty() || (!isFollowed(subject) && lineup.on(visit).isEmpty())) {
      return Optional.empty();
    }
    Listener listener = new Listener(glimpse.get(), new Wording(words.apply(visit.edition())));
    return Optional.of(Reply.going(EVENTS, out -> run(subject, lineup, listener, out)));
  }

  private void run(Subject subject, Lineup lineup, Listener listener, OutputStream out)
      throws IOException {
    Optional<Channel> channel = join(subject, lineup, listener);
    if (channel.isEmpty()) {
      return;
    }
    try {
      channel.get().greet(listener, change.getAsLong(), System.nanoTime());
      listener.run(out);
    } finally {
      leave(subject, listener);
    }
  }

  private Optional<Channel> join(Subject subject, Lineup lineup, Listener listener) {
    lock.lock();
    try {
      if (closed) {
        return Optional.empty();
      }
      Channel channel =
          channels.computeIfAbsent(
              subject, s -> new Channel(() -> lineup.on(s.visit(clock.instant()))));
      channel.add(listener);
      if (follower == null) {
        follower = Thread.ofVirtual().name("live").start(this::follow);
      }
      return Optional.of(channel);
    } finally {
      lock.unlock();
    }
  }

  private void leave(Subject subject, Listener listener) {
    lock.lock();
    try {
      channels.computeIfPresent(subject, (s, channel) -> channel.remove(listener) ? null : channel);
      left.signal();
    } finally {
      lock.unlock();
    }
  }

  /** A list that others have open needs not be looked up to know that it is there. */
  private boolean isFollowed(Subject subject) {
    lock.lock();
    try {
      return channels.containsKey(subject);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many lists are followed. */
  int channels() {
    lock.lock();
    try {
      return channels.size();
    } finally {
      lock.unlock();
    }
  }

  /** Follows the news for everybody, as long as there is anybody. */
  private void follow() {
    for (List<Channel> all = turn(); !all.isEmpty(); all = turn()) {
      long number = change.getAsLong();
      all.forEach(channel -> follow(channel, number));
    }
  }

  /** A list that cannot be looked up now is looked up in the next turn; the others go on. */
  private void follow(Channel channel, long number) {
    try {
      channel.follow(number, System.nanoTime(), pace);
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).log("open pages were not told of change {}", number);
    }
  }

  /** Waits a little and returns all channels; none when it is over. */
  private List<Channel> turn() {
    lock.lock();
    try {
      long rest = Math.min(TURN.toNanos(), pace);
      while (!channels.isEmpty() && rest > 0) {
        rest = left.awaitNanos(rest);
      }
      if (channels.isEmpty()) {
        follower = null;
      }
      return List.copyOf(channels.values());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      follower = null;
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      channels.values().forEach(Channel::end);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A list as a kind of visitor sees it; whoever has the same is told the same.
   *
   * @param list which list
   * @param visit how it is looked at, with nothing of the visitor
   */
  private record Subject(String list, Visit visit) {
    static Subject of(String list, Visit visit) {
      return new Subject(list, copy(visit, Instant.EPOCH, visit.look()));
    }

    Visit visit(Instant now) {
      return copy(visit, now, visit.query());
    }

    private static Visit copy(Visit visit, Instant now, Map<String, String> query) {
      return new Visit(
          visit.edition(), visit.audience(), now, visit.origin(), visit.path(), query, Badge.NONE);
    }
  }
}
