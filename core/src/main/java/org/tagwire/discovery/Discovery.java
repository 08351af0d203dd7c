package org.tagwire.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Robots;
import org.tagwire.fetch.Validators;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/**
 * Turns any address a person may paste into sources that were seen to work: the address itself, or
 * what its page leads to.
 *
 * <p>Asks at most {@link #MAX_PROBES} candidates, one after the other, and stops guessing at the
 * first that works; what a page declares is tried in any case. Obeys robots.txt for everything but
 * the address that was given. Safe for threads; blocks.
 */
public final class Discovery {
  /** The greatest number of candidates that are asked. */
  public static final int MAX_PROBES = 12;

  private final Fetcher fetcher;

  public Discovery(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * What was found.
   *
   * @param sources working sources, best first
   * @param problem for people: why there is none; empty when there are some
   */
  public record Findings(List<Found> sources, String problem) {
    public Findings {
      sources = List.copyOf(sources);
    }
  }

  /**
   * A source that was seen to work.
   *
   * @param url its address, after permanent redirects
   * @param kind a feed or a sitemap
   * @param title what the page calls it, empty if nothing
   */
  public record Found(WebAddress url, Source.Kind kind, String title) {}

  /** Looks for the sources of an address. */
  public Findings find(WebAddress address) {
    List<Found> byRule = probe(SiteRules.candidates(address));
    if (!byRule.isEmpty()) {
      return new Findings(byRule, "");
    }
    FetchResult result = fetcher.fetch(FetchRequest.feed(address, Validators.NONE));
    if (!(result instanceof FetchResult.Fetched page)) {
      return new Findings(List.of(), problem(address, result));
    }
    Optional<Source.Kind> itself = SourceSniffer.kindOf(page.body());
    if (itself.isPresent()) {
      return new Findings(List.of(new Found(lasting(address, page), itself.get(), "")), "");
    }
    Robots.Listing listing = fetcher.robots().listing(page.url());
    List<Found> found =
        probe(
            FeedFinder.candidates(
                FeedFinder.parse(page.body(), page.url()), page.url(), listing.sitemaps()));
    return new Findings(
        found,
        found.isEmpty()
            ? page.url() + " is no feed and leads to none; give the address of its feed"
            : "");
  }

  private List<Found> probe(List<Candidate> candidates) {
    List<Found> found = new ArrayList<>();
    int probes = 0;
    for (Candidate candidate : candidates) {
      boolean guessing = candidate.ground().compareTo(Candidate.Ground.DECLARED) > 0;
      if (probes == MAX_PROBES || (guessing && !found.isEmpty())) {
        return found;
      }
      probes++;
      confirm(candidate).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Found> confirm(Candidate candidate) {
    if (!(fetcher.fetch(FetchRequest.page(candidate.url()))
        instanceof FetchResult.Fetched document)) {
      return Optional.empty();
    }
    return SourceSniffer.kindOf(document.body())
        .map(kind -> new Found(lasting(candidate.url(), document), kind, candidate.title()));
  }

  private static WebAddress lasting(WebAddress asked, FetchResult.Fetched document) {
    return document.trail().findMovedTo().orElse(asked);
  }

  private static String problem(WebAddress address, FetchResult result) {
    return switch (result) {
      case FetchResult.Failed failed -> failed.message();
      case FetchResult.Refused refused -> refused.message();
      case FetchResult.Gone gone -> address + " is gone for good";
      case FetchResult.RateLimited limited -> address.host() + " asks to come back later";
      case FetchResult.Moved moved -> address + " moved to " + moved.to() + "; give that address";
      case FetchResult.Fetched fetched -> "";
      case FetchResult.NotModified same -> address + " answered without a document";
    };
  }
}
