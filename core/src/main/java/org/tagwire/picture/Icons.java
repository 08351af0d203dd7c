package org.tagwire.picture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Fetcher;
import org.tagwire.url.WebAddress;

/**
 * Shows the icons of sites, never keeping a reader waiting: what is not there yet is fetched for
 * the next one. Safe for use by many threads.
 *
 * <p>A site is asked once a month: for {@code /favicon.ico}, and only where that is none for its
 * home page, of whose {@code link rel=icon} (HTML, section 4.6.7) the most fitting is fetched. That
 * there is none is kept as long; what failed is asked for again after a few hours.
 */
public final class Icons implements AutoCloseable {
  /** How many pixels an icon has a side, at most: 16 on the page, on a screen of twice as many. */
  public static final int SIDE = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Icons.class);
  private static final int FETCHES = 2;
  private static final int QUEUE = 500;
  private static final long IDLE_SECONDS = 30;
  private static final long FAREWELL_SECONDS = 5;
  private static final long MOST_BYTES = 16 << 20;

  /** How much of a home page is read: its head stands at its beginning. */
  private static final int MOST_HEAD = 256 << 10;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration A_WHILE = Duration.ofHours(6);

  /** The width under which it is kept that a site has none. */
  private static final int NONE = 1;

  private static final Print BLANK =
      new Print(
          Print.Format.PNG,
          HexFormat.of()
              .parseHex(
                  "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                      + "0000000b4944415478da636000020000050001e9fadcd80000000049454e44ae426082"));

  private final Fetcher fetcher;
  private final Cabinet cabinet;
  private final Misses misses;
  private final Darkroom darkroom = new Darkroom();
  private final Set<String> ordered = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor errands =
      new ThreadPoolExecutor(
          FETCHES,
          FETCHES,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          Thread.ofVirtual().name("icons-", 0).factory());

  /**
   * @param folder where icons are kept; made when the first one comes
   */
  public Icons(Fetcher fetcher, Path folder, InstantSource clock) {
    this.fetcher = fetcher;
    this.cabinet = new Cabinet(folder, MOST_BYTES, KEPT, clock);
    this.misses = new Misses(clock);
    errands.allowCoreThreadTimeOut(true);
  }

  /** Returns what hides nothing: one transparent pixel. */
  public static Print blank() {
    return BLANK;
  }

  /**
   * Shows the icon of the site at an address; {@link Picture.Busy} while it is not known yet, and
   * then it is asked for.
   */
  public Picture show(WebAddress home) {
    String hash = Pictures.hash(home);
    Optional<Print> kept = cabinet.find(hash, SIDE);
    if (kept.isPresent()) {
      return new Picture.Shown(kept.get());
    }
    if (misses.has(hash) || cabinet.find(hash, NONE).isPresent()) {
      return new Picture.Missing();
    }
    order(home, hash);
    return new Picture.Busy();
  }

  /** Throws away what is kept of a site's icon, which nobody is to see any more. */
  public void forget(WebAddress home) {
    cabinet.remove(Pictures.hash(home));
  }

  private void order(WebAddress home, String hash) {
    if (!ordered.add(hash)) {
      return;
    }
    try {
      errands.execute(() -> run(home, hash));
    } catch (RejectedExecutionException full) {
      ordered.remove(hash);
    }
  }

  /** A bug that breaks it is not met again with every page. */
  private void run(WebAddress home, String hash) {
    Answer answer = new Answer.Later();
    try {
      answer = obtained(home);
    } finally {
      keep(hash, answer);
      ordered.remove(hash);
    }
  }

  private void keep(String hash, Answer answer) {
    switch (answer) {
      case Answer.Found found -> cabinet.put(hash, SIDE, found.print());
      case Answer.None none -> cabinet.put(hash, NONE, BLANK);
      case Answer.Later later -> misses.add(hash, A_WHILE);
    }
  }

  /** What came of asking a site. */
  private sealed interface Answer {
    record Found(Print print) implements Answer {}

    record None() implements Answer {}

    record Later() implements Answer {}
  }

  private Answer obtained(WebAddress home) {
    Answer usual = home.resolve("/favicon.ico").map(this::icon).orElse(new Answer.None());
    return usual instanceof Answer.None ? declared(home) : usual;
  }

  private Answer icon(WebAddress address) {
    return switch (fetcher.fetch(FetchRequest.icon(address))) {
      case FetchResult.Fetched fetched -> mounted(fetched);
      case FetchResult result -> refused(result);
    };
  }

  private static Answer refused(FetchResult result) {
    boolean passing =
        result instanceof FetchResult.RateLimited
            || (result instanceof FetchResult.Failed failed
                && failed.kind() != FetchResult.Kind.NOT_FOUND);
    return passing ? new Answer.Later() : new Answer.None();
  }

  private Answer mounted(FetchResult.Fetched fetched) {
    Optional<Negative> negative =
        fetched.trail().partial() ? Optional.empty() : Negative.read(fetched.body());
    if (negative.isEmpty()) {
      return new Answer.None();
    }
    return switch (darkroom.mount(negative.get(), SIDE)) {
      case Picture.Shown shown -> new Answer.Found(shown.print());
      case Picture.Missing missing -> new Answer.None();
      case Picture.Busy busy -> new Answer.Later();
    };
  }

  private Answer declared(WebAddress home) {
    return switch (fetcher.fetch(FetchRequest.page(home))) {
      case FetchResult.Fetched page -> find(page).map(this::icon).orElseGet(Answer.None::new);
      case FetchResult result -> refused(result);
    };
  }

  /** Finds the icon that a page names: the smallest that is large enough, else the largest. */
  private static Optional<WebAddress> find(FetchResult.Fetched page) {
    int head = Math.min(page.body().length, MOST_HEAD);
    String text = new String(page.body(), 0, head, StandardCharsets.UTF_8);
    List<Element> links =
        Jsoup.parse(text).select("head link[href][rel~=(?i)(^|\\s)(icon|apple-touch-icon)(\\s|$)]");
    Comparator<Element> fitting =
        Comparator.comparing((Element link) -> side(link) < SIDE)
            .thenComparing(link -> side(link) < SIDE ? -side(link) : side(link));
    return links.stream()
        .filter(link -> !link.attr("href").matches("(?i).*\\.svg([?#].*)?|data:.*"))
        .filter(link -> !link.attr("type").contains("svg"))
        .min(fitting)
        .map(link -> link.attr("href"))
        .flatMap(page.url()::resolve);
  }

  /** Returns the side that is said, the usual one of its kind where none is. */
  private static int side(Element link) {
    int usual = link.attr("rel").contains("apple") ? 180 : 16;
    return Stream.of(link.attr("sizes").split("\\s+"))
        .filter(size -> size.matches("\\d{1,4}[xX]\\d{1,4}"))
        .map(size -> Integer.valueOf(size.split("[xX]")[0]))
        .max(Comparator.naturalOrder())
        .orElse(usual);
  }

  /** Ends errands under way, and waits for them, lest they find the fetcher closed. */
  @Override
  public void close() {
    errands.shutdownNow();
    try {
      if (!errands.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an icon is still being fetched");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    darkroom.close();
  }
}
