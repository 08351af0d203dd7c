package org.tagwire.ingest;

import java.util.List;
import org.tagwire.discovery.SitemapParser;
import org.tagwire.discovery.SitemapParser.Sitemap;
import org.tagwire.feed.FeedError;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.feed.Repair;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.model.Source;

/**
 * Step 3: reads what a source answered, as the feed or the sitemap that it is. Safe for use by many
 * threads.
 */
public final class Documents {
  private final FeedParser feeds = new FeedParser();

  ParseResult parse(Source source, Fetched fetched) {
    String base =
        fetched
            .headers()
            .find("content-location")
            .flatMap(location -> fetched.url().resolve(location))
            .orElse(fetched.url())
            .href();
    FeedInput input = new FeedInput(fetched.body(), fetched.findContentType().orElse(null), base);
    return switch (source.kind()) {
      case FEED, DIRECT -> feed(input, fetched);
      case SITEMAP -> sitemap(SitemapParser.parse(fetched.body(), fetched.url()));
    };
  }

  /** A list of subscriptions knows no kinds: what is no feed may be a news sitemap. */
  private ParseResult feed(FeedInput input, Fetched fetched) {
    ParseResult result = feeds.parse(input);
    if (result instanceof ParseResult.Parsed) {
      return result;
    }
    Sitemap sitemap = SitemapParser.parse(fetched.body(), fetched.url());
    return sitemap.news() ? sitemap(sitemap) : result;
  }

  private static ParseResult sitemap(Sitemap sitemap) {
    if (sitemap.items().isEmpty() && !sitemap.problem().isEmpty()) {
      return new ParseResult.NotAFeed(FeedError.MALFORMED, sitemap.problem());
    }
    List<Repair> repairs =
        sitemap.problem().isEmpty()
            ? List.of()
            : List.of(new Repair(Repair.Kind.SITEMAP, sitemap.problem()));
    return new ParseResult.Parsed(
        new ParsedFeed(
            ParsedFeed.Format.SITEMAP,
            ParsedFeed.Head.UNSAID,
            ParsedFeed.Pace.ANY,
            sitemap.items(),
            repairs));
  }
}
