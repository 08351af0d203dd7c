package org.tagwire.polling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Trail;
import org.tagwire.fetch.ResponseHeaders;
import org.tagwire.fetch.Validators;
import org.tagwire.model.Domain;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.PollHints;
import org.tagwire.url.WebAddress;

/**
 * A make-believe web of feeds on hosts, in time that only the simulation moves: publishing in their
 * rhythms, answering 304, failing, moving, asking to be left alone. Times are milliseconds from the
 * beginning.
 */
final class SimulatedWeb {
  /** When the world begins, by the true clock. */
  static final Instant BEGINNING = Instant.parse("2026-11-23T00:00:00Z");

  private static final int ITEMS = 8;
  private static final int NAME_SERVER_PATIENCE = 5_000;

  final List<Feed> feeds = new ArrayList<>();
  final List<Span> outages = new ArrayList<>();
  final SplittableRandom random;
  private final int[] sites = new int[1];

  SimulatedWeb(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A while. */
  record Span(long from, long to) {
    boolean holds(long now) {
      return now >= from && now < to;
    }
  }

  /** What must not be asked twice at a time: a host, an address or a domain. */
  static final class Line {
    final String key;
    int members;
    boolean busy;
    long freeFrom;
    long idle;
    long begun;
    long notBefore;

    Line(String key) {
      this.key = key;
    }

    /** Returns for how long nobody was asked although somebody might have been. */
    long idleUntil(long now) {
      return idle + (busy ? 0 : Math.max(0, now - freeFrom));
    }
  }

  /** What ails a host or a feed for a while. */
  record Trouble(What what, Span span, @Nullable Duration asked) {
    enum What {
      DEAD,
      BROKEN,
      BUSY,
      TOO_MANY
    }
  }

  /** A host. */
  static final class Site {
    final String name;
    final List<Line> lines;
    final int latency;
    final List<Trouble> troubles = new ArrayList<>();

    Site(String name, Line domain, Line address, int latency) {
      this.name = name;
      this.lines = List.of(new Line("host " + name), domain, address);
      this.latency = latency;
    }

    Line host() {
      return lines.getFirst();
    }
  }

  /** A feed, its publisher's habits, and what it has published. */
  static final class Feed {
    final Site site;
    final WebAddress url;
    final ResponseHeaders headers;
    final PollHints said;
    final boolean validated;
    final boolean dated;
    final double pace;
    final Instant[] items = new Instant[ITEMS];
    final List<Trouble> troubles = new ArrayList<>();
    int status = 200;
    long moves = Long.MAX_VALUE;
    long nextItem;
    int version;

    Feed(Site site, WebAddress url, Habits habits) {
      this.site = site;
      this.url = url;
      this.headers = habits.headers();
      this.said = habits.said();
      this.validated = habits.validated();
      this.dated = habits.dated();
      this.pace = habits.pace();
    }

    Validators validators() {
      return validated ? new Validators("\"" + version + "\"", null) : Validators.NONE;
    }

    WebAddress target() {
      return WebAddress.of(url.href() + "/moved");
    }
  }

  /** How a publisher goes about it; the pace is the mean time between two items. */
  record Habits(
      double pace, boolean dated, boolean validated, PollHints said, ResponseHeaders headers) {
    static Habits plain(double pace) {
      return new Habits(pace, true, true, PollHints.NONE, ResponseHeaders.NONE);
    }
  }

  /** What comes of a request, and when. */
  record Answer(FetchResult result, @Nullable ParsedFeed body, int latency, boolean news) {}

  static long hours(double hours) {
    return (long) (hours * 3_600_000);
  }

  /** Adds a host of a domain at an address. */
  Site site(Line domain, Line address, int latency) {
    return new Site("h" + ++sites[0] + ".example", domain, address, latency);
  }

  Feed feed(Site site, Habits habits) {
    Feed feed = new Feed(site, WebAddress.of("https://" + site.name + "/f" + feeds.size()), habits);
    long at = (long) (-habits.pace() * ITEMS);
    for (int i = 0; i < ITEMS; i++) {
      at += (long) habits.pace();
      feed.items[i] = BEGINNING.plusMillis(at);
    }
    feed.nextItem = wait(habits.pace());
    site.lines.forEach(line -> line.members++);
    feeds.add(feed);
    return feed;
  }

  private long wait(double mean) {
    return (long) (-mean * Math.log(1 - random.nextDouble()));
  }

  /** Answers a request for a feed. */
  Answer ask(Feed feed, String url, Validators known, long now) {
    if (outages.stream().anyMatch(span -> span.holds(now))) {
      return failed(Kind.NETWORK_DOWN, NAME_SERVER_PATIENCE);
    }
    for (List<Trouble> troubles : List.of(feed.site.troubles, feed.troubles)) {
      for (Trouble trouble : troubles) {
        if (trouble.span().holds(now)) {
          return troubled(trouble, feed.site);
        }
      }
    }
    int latency = feed.site.latency / 2 + random.nextInt(feed.site.latency + 1);
    return switch (feed.status) {
      case 200 -> random.nextInt(200) == 0 ? hiccup(latency) : answer(feed, url, known, now);
      case 404 -> failed(Kind.NOT_FOUND, latency);
      case 403 -> failed(Kind.FORBIDDEN, latency);
      case 451 -> failed(Kind.RESTRICTED, latency);
      default -> new Answer(new FetchResult.Gone(), null, latency, false);
    };
  }

  private static Answer failed(Kind kind, int latency) {
    return new Answer(new FetchResult.Failed(kind, ""), null, latency, false);
  }

  private Answer hiccup(int latency) {
    return random.nextBoolean() ? failed(Kind.SERVER_ERROR, latency) : failed(Kind.TIMEOUT, 30_000);
  }

  private static Answer troubled(Trouble trouble, Site site) {
    return switch (trouble.what()) {
      case DEAD -> failed(Kind.TIMEOUT, 30_000);
      case BROKEN -> failed(Kind.SERVER_ERROR, site.latency);
      case BUSY ->
          new Answer(
              new FetchResult.RateLimited(trouble.asked(), false), null, site.latency, false);
      case TOO_MANY ->
          new Answer(new FetchResult.RateLimited(trouble.asked(), true), null, site.latency, false);
    };
  }

  private Answer answer(Feed feed, String url, Validators known, long now) {
    int before = feed.version;
    while (feed.nextItem <= now) {
      feed.items[feed.version++ % ITEMS] = BEGINNING.plusMillis(feed.nextItem);
      feed.nextItem += 1 + wait(feed.pace);
    }
    boolean moved = now >= feed.moves && url.equals(feed.url.href());
    Trail trail = moved ? new Trail(feed.target(), false, false) : Trail.DIRECT;
    int latency = feed.site.latency / 2 + random.nextInt(feed.site.latency + 1);
    if (feed.validated && known.equals(feed.validators())) {
      return new Answer(new FetchResult.NotModified(feed.headers, trail), null, latency, false);
    }
    FetchResult fetched =
        new FetchResult.Fetched(new byte[0], feed.url, feed.headers, feed.validators(), trail);
    return new Answer(fetched, body(feed), latency, before < feed.version);
  }

  private static ParsedFeed body(Feed feed) {
    List<FeedItem> items = new ArrayList<>(ITEMS);
    for (Instant at : feed.items) {
      items.add(item(feed.dated ? Moment.of(at) : null));
    }
    PollHints said = feed.said;
    Duration ttl = said.ttl().isZero() ? null : said.ttl();
    return new ParsedFeed(
        ParsedFeed.Format.RSS,
        ParsedFeed.Head.UNSAID,
        new ParsedFeed.Pace(ttl, said.skipHours(), said.skipDays()),
        items,
        List.of());
  }

  private static FeedItem item(@Nullable Moment published) {
    return new FeedItem(
        null,
        null,
        null,
        null,
        null,
        published,
        null,
        List.of(),
        List.of(),
        FeedItem.Media.NONE,
        null,
        null);
  }

  /** Returns the habits of some publisher, as publishers are. */
  Habits someHabits() {
    int lively = random.nextInt(100);
    double hours =
        lively < 4
            ? between(0.1, 0.5)
            : lively < 15
                ? between(0.5, 2)
                : lively < 45 ? between(2, 12) : lively < 75 ? between(12, 72) : between(72, 900);
    return new Habits(
        hours(hours),
        random.nextInt(10) > 0,
        random.nextInt(100) < 85,
        someWishes(),
        someHeaders());
  }

  private double between(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  private PollHints someWishes() {
    Duration ttl =
        random.nextInt(5) == 0 ? Duration.ofMinutes((long) between(5, 720)) : Duration.ZERO;
    Set<Integer> hours = random.nextInt(33) == 0 ? Set.of(0, 1, 2, 3, 4, 22, 23) : Set.of();
    Set<DayOfWeek> days = random.nextInt(100) == 0 ? Set.of(DayOfWeek.SUNDAY) : Set.of();
    return new PollHints(ttl, hours, days, Duration.ZERO, null);
  }

  private ResponseHeaders someHeaders() {
    return random.nextInt(6) == 0
        ? new ResponseHeaders(
            Map.of("cache-control", List.of("max-age=" + (long) between(60, 21_600))))
        : ResponseHeaders.NONE;
  }

  /** Returns the domain a host is filed under. */
  static Domain publisher(Site site) {
    return new Domain(site.name);
  }
}
