package org.tagwire.discovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Robots;
import org.tagwire.fetch.Validators;
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Detail.Outcome;
import org.tagwire.model.Refusal.Detail.Text;
import org.tagwire.model.Refusal.Kind;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/**
 * Turns any address a person may paste into sources that were seen to work: the address itself, or
 * what its page leads to.
 *
 * <p>Asks at most {@link #MAX_PROBES} candidates, one after the other, and stops guessing at the
 * first that works; what a page declares is tried in any case. A link called RSS may lead to a page
 * that lists feeds: that page is looked at, too. A sitemap that was not asked for by name counts
 * only where it carries news; an index is followed to the newest sitemap of news. Obeys robots.txt
 * for everything but the address that was given. Safe for threads; blocks.
 */
public final class Discovery {
  /** The greatest number of candidates that are asked. */
  public static final int MAX_PROBES = 12;

  /** How many sitemaps of an index, or feeds of a page that lists them, are asked. */
  private static final int MAX_OF_AN_INDEX = 3;

  private final Fetcher fetcher;

  public Discovery(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * What was found.
   *
   * @param sources working sources, best first
   * @param problem for commands: why there is none; empty when there are some
   * @param refusals the same for pages
   */
  public record Findings(List<Found> sources, String problem, List<Refusal> refusals) {
    public Findings {
      sources = List.copyOf(sources);
      refusals = List.copyOf(refusals);
    }

    private static Findings of(List<Found> sources) {
      return new Findings(sources, "", List.of());
    }

    private static Findings none(String problem, Refusal refusal) {
      return new Findings(List.of(), problem, List.of(refusal));
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
      return Findings.of(byRule);
    }
    FetchResult result = fetcher.fetch(FetchRequest.feed(address, Validators.NONE));
    if (!(result instanceof FetchResult.Fetched page)) {
      return problem(address, result);
    }
    Optional<Source.Kind> itself = SourceSniffer.kindOf(page.body());
    if (itself.isPresent()) {
      Candidate given = new Candidate(page.url(), "", itself.get(), Candidate.Ground.DECLARED);
      List<Found> ofIndex = itself.get() == Source.Kind.FEED ? List.of() : probe(more(given, page));
      if (!ofIndex.isEmpty()) {
        return Findings.of(ofIndex);
      }
      return Findings.of(List.of(new Found(lasting(address, page), itself.get(), "")));
    }
    Robots.Listing listing = fetcher.robots().listing(page.url());
    List<Found> found =
        probe(
            FeedFinder.candidates(
                FeedFinder.parse(page.body(), page.url()), page.url(), listing.sitemaps()));
    return found.isEmpty()
        ? Findings.none(
            page.url() + " is no feed and leads to none; give the address of its feed",
            Refusal.of(Kind.NO_FEED, page.url().toString()))
        : Findings.of(found);
  }

  private List<Found> probe(List<Candidate> candidates) {
    List<Found> found = new ArrayList<>();
    Deque<Candidate> waiting = new ArrayDeque<>(candidates);
    Set<String> asked = new HashSet<>();
    while (!waiting.isEmpty() && asked.size() < MAX_PROBES) {
      Candidate candidate = waiting.removeFirst();
      boolean guessing = candidate.ground().compareTo(Candidate.Ground.DECLARED) > 0;
      if (guessing && !found.isEmpty()) {
        return found;
      }
      if (asked.add(candidate.url().key())
          && fetcher.fetch(FetchRequest.page(candidate.url()))
              instanceof FetchResult.Fetched document) {
        confirm(candidate, document)
            .ifPresentOrElse(
                found::add, () -> more(candidate, document).reversed().forEach(waiting::addFirst));
      }
    }
    return found;
  }

  private static Optional<Found> confirm(Candidate candidate, FetchResult.Fetched document) {
    return SourceSniffer.kindOf(document.body())
        .filter(kind -> kind == Source.Kind.FEED || carriesNews(document))
        .map(kind -> new Found(lasting(candidate.url(), document), kind, candidate.title()));
  }

  /** On a quiet day a news sitemap is empty. */
  private static boolean carriesNews(FetchResult.Fetched document) {
    SitemapParser.Sitemap sitemap = sitemap(document);
    boolean quiet = sitemap.items().isEmpty() && sitemap.sitemaps().isEmpty();
    return sitemap.news()
        || (quiet && document.url().path().toLowerCase(Locale.ROOT).contains("news"));
  }

  private static SitemapParser.Sitemap sitemap(FetchResult.Fetched document) {
    return SitemapParser.parse(document.body(), document.url());
  }

  /** Returns what a document that is no source leads to: an index, or a page that lists feeds. */
  private static List<Candidate> more(Candidate candidate, FetchResult.Fetched document) {
    Candidate.Ground ground = candidate.ground();
    if (SourceSniffer.kindOf(document.body()).isPresent()) {
      return sitemap(document).sitemaps().stream()
          .limit(MAX_OF_AN_INDEX)
          .map(url -> new Candidate(url, candidate.title(), Source.Kind.SITEMAP, ground))
          .toList();
    }
    return ground != Candidate.Ground.LINKED
        ? List.of()
        : FeedFinder.shown(document.body(), document.url()).stream()
            .limit(MAX_OF_AN_INDEX)
            .toList();
  }

  private static WebAddress lasting(WebAddress asked, FetchResult.Fetched document) {
    return document.trail().findMovedTo().orElse(asked);
  }

  private static Findings problem(WebAddress address, FetchResult result) {
    String shown = address.toString();
    return switch (result) {
      case FetchResult.Failed failed ->
          Findings.none(failed.message(), unfetched(shown, failed.kind().label()));
      case FetchResult.Refused refused ->
          Findings.none(refused.message(), unfetched(shown, refused.reason().label()));
      case FetchResult.Gone gone ->
          Findings.none(shown + " is gone for good", unfetched(shown, "gone"));
      case FetchResult.RateLimited limited ->
          Findings.none(
              address.host() + " asks to come back later", Refusal.of(Kind.LATER, address.host()));
      case FetchResult.Moved moved ->
          Findings.none(
              shown + " moved to " + moved.to() + "; give that address",
              Refusal.of(Kind.MOVED, shown, moved.to().toString()));
      case FetchResult.Fetched fetched -> Findings.of(List.of());
      case FetchResult.NotModified same ->
          Findings.none(
              shown + " answered without a document", Refusal.of(Kind.NO_DOCUMENT, shown));
    };
  }

  private static Refusal unfetched(String address, String outcome) {
    return Refusal.with(Kind.NOT_FETCHED, new Text(address), new Outcome(outcome));
  }
}
