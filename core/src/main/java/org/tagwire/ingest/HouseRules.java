package org.tagwire.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Robots;
import org.tagwire.model.ShowLimits;
import org.tagwire.rights.LicenceTerms;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.rights.UsagePreferences;
import org.tagwire.url.WebAddress;

/**
 * What publishers say beside their pages of what may be done with an article: in files of the site
 * (tdmrep.json, robots.txt, the licences it names), and in the feed's own answer. Safe for use by
 * many threads.
 */
final class HouseRules {
  private static final int MAX_LICENCES = 4;
  private static final Pattern LINK =
      Pattern.compile("<\\s*([^>]{1,2000})>([^,]*)", Pattern.CASE_INSENSITIVE);

  private final Fetcher fetcher;
  private final PublisherSignals signals;

  HouseRules(Fetcher fetcher, PublisherSignals signals) {
    this.fetcher = fetcher;
    this.signals = signals;
  }

  /**
   * What was found.
   *
   * @param limits all of it together
   * @param licensed whether a licence alone takes something away
   */
  record Ruling(ShowLimits limits, boolean licensed) {
    static final Ruling NONE = new Ruling(ShowLimits.NONE, false);

    Ruling and(Ruling other) {
      return new Ruling(limits.and(other.limits), licensed || other.licensed);
    }
  }

  /** What one answer of a feed says of the articles it announces. */
  @FunctionalInterface
  interface FeedTerms {
    /** A feed that says nothing. */
    FeedTerms NONE = article -> Ruling.NONE;

    Ruling of(WebAddress article);
  }

  /** Returns what the files of an article's site say; asks for those that are not known. */
  Ruling ofSite(WebAddress article) {
    Robots.Listing listing = fetcher.robots().listing(article);
    ShowLimits said =
        fetcher.reservations().limits(article).and(listing.usage().limits(article.path()));
    return new Ruling(said, false).and(ofLicences(resolved(listing.licences(), article), article));
  }

  /**
   * Returns what a feed's answer says of its articles: reservation, preferences and licences of the
   * text it carries. Its robots tags are left out; they speak of the feed's own address.
   */
  FeedTerms ofFeed(Fetched answer) {
    ShowLimits headers = ofHeaders(answer);
    Set<WebAddress> licences = licences(answer);
    LicenceTerms inside =
        LicenceTerms.isIn(answer.body()) ? LicenceTerms.parse(answer.body()) : LicenceTerms.NONE;
    if (headers.equals(ShowLimits.NONE) && licences.isEmpty() && inside == LicenceTerms.NONE) {
      return FeedTerms.NONE;
    }
    return article ->
        new Ruling(headers, false).and(ofLicences(licences, article)).and(of(inside, article));
  }

  /** Returns what headers beside robots tags say. */
  ShowLimits ofHeaders(Fetched answer) {
    ShowLimits limits = signals.ofHeaders(List.of(), answer.headers().all("tdm-reservation"));
    for (String preferences : answer.headers().all("content-usage")) {
      limits = limits.and(UsagePreferences.parse(preferences));
    }
    return limits;
  }

  /** Returns what licences say that the answer's Link headers point to. */
  Ruling ofLinkedLicences(Fetched answer, WebAddress article) {
    return ofLicences(licences(answer), article);
  }

  /** Returns what licences say that stand at these addresses, as a page words them. */
  Ruling ofLicences(List<String> addresses, WebAddress article) {
    return ofLicences(resolved(addresses, article), article);
  }

  /** Returns what terms say that a page itself holds. */
  Ruling of(LicenceTerms terms, WebAddress article) {
    ShowLimits limits = terms.limits(article.withoutCredentials().href(), article.path());
    return new Ruling(limits, !limits.equals(ShowLimits.NONE));
  }

  private Ruling ofLicences(Set<WebAddress> licences, WebAddress article) {
    Ruling ruling = Ruling.NONE;
    for (WebAddress licence : licences) {
      ruling = ruling.and(of(fetcher.licences().terms(licence), article));
    }
    return ruling;
  }

  private static Set<WebAddress> licences(Fetched answer) {
    List<String> addresses = new ArrayList<>();
    for (String header : answer.headers().all("link")) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        String parameters = link.group(2).toLowerCase(java.util.Locale.ROOT).replace("\"", "");
        if (parameters.contains("rel=license") && parameters.contains(LicenceTerms.MEDIA_TYPE)) {
          addresses.add(link.group(1).strip());
        }
      }
    }
    return resolved(addresses, answer.url());
  }

  private static Set<WebAddress> resolved(List<String> addresses, WebAddress base) {
    Set<WebAddress> resolved = new LinkedHashSet<>();
    addresses.stream()
        .map(base::resolve)
        .flatMap(Optional::stream)
        .limit(MAX_LICENCES)
        .forEach(resolved::add);
    return resolved;
  }
}
