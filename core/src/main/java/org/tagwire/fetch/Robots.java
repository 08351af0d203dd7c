package org.tagwire.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tagwire.rights.UsageRules;
import org.tagwire.url.WebAddress;

/**
 * What robots.txt files say to us (RFC 9309), fetched through the same door as everything else and
 * kept for a day at most.
 *
 * <p>A file that is missing (4xx) allows everything; one that cannot be had (5xx, 429, no
 * connection) forbids everything, and is asked for again after an hour. Crawl-delay is not in the
 * standard but obeyed, between 1 and 60 seconds. Safe for threads: of many who ask about one
 * origin, one fetches and the others wait.
 */
public final class Robots {
  private static final Duration KEEP = Duration.ofHours(24);
  private static final Duration KEEP_FAILURE = Duration.ofHours(1);
  private static final int MAX_LISTED = 100;
  private static final Duration MIN_DELAY = Duration.ofSeconds(1);
  private static final Duration MAX_DELAY = Duration.ofSeconds(60);

  private final Fetcher fetcher;
  private final String productToken;
  private final InstantSource clock;
  private final PerOrigin<Rules> origins;

  Robots(Fetcher fetcher, String productToken, InstantSource clock) {
    this.fetcher = fetcher;
    this.productToken = productToken.toLowerCase(Locale.ROOT);
    this.clock = clock;
    this.origins = new PerOrigin<>(this::load, rules -> !clock.instant().isBefore(rules.until()));
  }

  /**
   * Whether an address may be fetched.
   *
   * @param allowed the answer
   * @param reason for people: which file says so, or why there is none; empty when allowed
   */
  public record Verdict(boolean allowed, String reason) {}

  /**
   * What one robots.txt holds beside its rules.
   *
   * @param sitemaps addresses of sitemaps, as written
   * @param licences addresses of licences (RSL {@code License:} lines), as written
   * @param usage its AI preferences ({@code Content-Usage} lines)
   */
  public record Listing(List<String> sitemaps, List<String> licences, UsageRules usage) {
    public Listing {
      sitemaps = List.copyOf(sitemaps);
      licences = List.copyOf(licences);
    }
  }

  private record Rules(BaseRobotRules rules, Listing listing, boolean reached, Instant until) {}

  /** Says whether we may fetch an address; asks its server first when the file is not known. */
  public Verdict verdict(WebAddress url) {
    Rules rules = rules(url);
    if (!rules.reached()) {
      return new Verdict(
          false,
          url.origin() + "/robots.txt cannot be had just now, so nothing there may be fetched");
    }
    return rules.rules().isAllowed(url.withoutCredentials().href())
        ? new Verdict(true, "")
        : new Verdict(false, url.origin() + "/robots.txt forbids " + url.path());
  }

  /**
   * Returns what the file of an address's origin lists; asks its server first when the file is not
   * known.
   */
  public Listing listing(WebAddress url) {
    return rules(url).listing();
  }

  /** Returns the crawl delay of an origin whose file is known, else none. Asks nobody. */
  Duration crawlDelay(WebAddress url) {
    long millis =
        origins.findKnown(url.origin()).map(rules -> rules.rules().getCrawlDelay()).orElse(0L);
    if (millis <= 0) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofMillis(millis);
    return asked.compareTo(MIN_DELAY) < 0
        ? MIN_DELAY
        : asked.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : asked;
  }

  private Rules rules(WebAddress url) {
    origins.trim();
    try {
      return origins.get(url.origin());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unreached(clock.instant());
    }
  }

  private Rules load(String origin) {
    WebAddress url = WebAddress.of(origin + "/robots.txt");
    FetchResult result = fetcher.fetch(FetchRequest.rules(url));
    Instant now = clock.instant();
    return switch (result) {
      case FetchResult.Fetched fetched -> parse(url, fetched, now);
      case FetchResult.Gone gone -> missing(now);
      case FetchResult.Failed failed ->
          switch (failed.kind()) {
            case NOT_FOUND,
                FORBIDDEN,
                RESTRICTED,
                CLIENT_ERROR,
                TOO_MANY_REDIRECTS,
                REDIRECT_LOOP ->
                missing(now);
            default -> unreached(now);
          };
      case FetchResult.NotModified odd -> unreached(now);
      case FetchResult.Moved moved -> unreached(now);
      case FetchResult.RateLimited limited -> unreached(now);
      case FetchResult.Refused refused -> unreached(now);
    };
  }

  private Rules parse(WebAddress url, FetchResult.Fetched fetched, Instant now) {
    SimpleRobotRules rules = read(url.href(), fetched.body(), productToken);
    List<String> sitemaps = rules.getSitemaps().stream().limit(MAX_LISTED).toList();
    return new Rules(
        rules,
        new Listing(
            sitemaps, licences(fetched.body()), UsageRules.parse(fetched.body(), productToken)),
        true,
        now.plus(KEEP));
  }

  static SimpleRobotRules read(String address, byte[] file, String productToken) {
    // By itself it takes a long crawl delay for a ban, and logs every line it does not know.
    return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
        .parseContent(address, withoutWideMark(file), "text/plain", List.of(productToken));
  }

  /**
   * RFC 9309 §2.3: the file is UTF-8. A mark of UTF-16 before it would have the parser read it as
   * that, and find nothing that is forbidden.
   */
  private static byte[] withoutWideMark(byte[] file) {
    int start = 0;
    while (start + 1 < file.length && isWideMark(file[start], file[start + 1])) {
      start += 2;
    }
    return start == 0 ? file : Arrays.copyOfRange(file, start, file.length);
  }

  private static boolean isWideMark(byte first, byte second) {
    return (first == (byte) 0xFE && second == (byte) 0xFF)
        || (first == (byte) 0xFF && second == (byte) 0xFE);
  }

  /** RSL 1.0: a line {@code License: address}, which belongs to no group. */
  private static List<String> licences(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.regionMatches(true, 0, "license:", 0, 8))
        .map(line -> line.substring(8).strip())
        .filter(address -> !address.isEmpty())
        .limit(MAX_LISTED)
        .toList();
  }

  private static Rules missing(Instant now) {
    return new Rules(
        new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL),
        NOTHING,
        true,
        now.plus(KEEP));
  }

  private static Rules unreached(Instant now) {
    return new Rules(
        new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE),
        NOTHING,
        false,
        now.plus(KEEP_FAILURE));
  }

  private static final Listing NOTHING = new Listing(List.of(), List.of(), UsageRules.NONE);
}
