package org.tagwire.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.ExtractedPage.Kind;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.Fetcher;
import org.tagwire.model.Paragraph;
import org.tagwire.model.ShowLimits;
import org.tagwire.url.WebAddress;

/**
 * Joins an article that its publisher cut into several pages.
 *
 * <p>The pages are asked for one after the other, as politely as any: robots.txt, the host's gap
 * and the publisher's reservations count for each. The row ends with the last page, after {@value
 * #MOST} pages in all, and at the first that cannot be had, repeats what is known, or calls itself
 * another article; what was read up to there stays. Safe for use by many threads.
 */
final class FurtherPages {
  private static final int MOST = 5;

  private final Fetcher fetcher;
  private final HouseRules house;

  FurtherPages(Fetcher fetcher, HouseRules house) {
    this.fetcher = fetcher;
    this.house = house;
  }

  /**
   * Returns the article with the text of all its pages.
   *
   * @param first its first page
   * @param at where that was found
   * @param reading reads another page; empty where it is no article or not to be kept
   */
  ExtractedPage join(
      ExtractedPage first, WebAddress at, Function<Fetched, Optional<ExtractedPage>> reading) {
    if (first.kind() != Kind.ARTICLE) {
      return first;
    }
    Set<String> seen = new HashSet<>(Set.of(at.key()));
    Set<String> said = new HashSet<>(first.paragraphs().stream().map(Paragraph::text).toList());
    List<Paragraph> more = new ArrayList<>();
    Optional<WebAddress> next = next(first, seen);
    for (int pages = 1; next.isPresent() && pages < MOST; pages++) {
      Optional<ExtractedPage> page =
          fetch(next.get(), seen, reading).filter(p -> isSame(first, p, seen));
      // What stands on the page before as well is furniture: a note on the author, a standfirst.
      List<Paragraph> added =
          page.stream()
              .flatMap(p -> p.paragraphs().stream())
              .filter(p -> said.add(p.text()))
              .toList();
      more.addAll(added);
      next = added.isEmpty() ? Optional.empty() : page.flatMap(p -> next(p, seen));
    }
    return more.isEmpty() ? first : first.continuedBy(more);
  }

  /** Returns the address of the next page and notes it, unless it was seen already. */
  private static Optional<WebAddress> next(ExtractedPage page, Set<String> seen) {
    return page.findNext().flatMap(WebAddress::parse).filter(next -> seen.add(next.key()));
  }

  private Optional<ExtractedPage> fetch(
      WebAddress next, Set<String> seen, Function<Fetched, Optional<ExtractedPage>> reading) {
    ShowLimits limits = house.ofSite(next).limits();
    if (!limits.mined() || !limits.archived()) {
      return Optional.empty();
    }
    // A page that leads back to one that is known has come to its end.
    return fetcher.fetch(FetchRequest.page(next)) instanceof Fetched fetched
            && fetched.url().origin().equals(next.origin())
            && (fetched.url().key().equals(next.key()) || seen.add(fetched.url().key()))
        ? reading.apply(fetched)
        : Optional.empty();
  }

  /** Says whether a page does not name another article as its own address. */
  private static boolean isSame(ExtractedPage first, ExtractedPage page, Set<String> seen) {
    Set<String> known = new HashSet<>(seen);
    Stream.ofNullable(first.shelf().canonicalUrl())
        .flatMap(u -> WebAddress.parse(u).stream())
        .forEach(u -> known.add(u.key()));
    return Optional.ofNullable(page.shelf().canonicalUrl())
        .flatMap(WebAddress::parse)
        .map(own -> known.contains(own.key()))
        .orElse(true);
  }
}
