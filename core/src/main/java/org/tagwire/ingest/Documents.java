package org.tagwire.ingest;

import org.tagwire.discovery.SitemapParser;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.model.Source;

/** Step 3: reads what a source answered, as the feed or the sitemap that it is. Safe for use by many threads. */
public final class Documents {
  private final FeedParser feeds = new FeedParser();
  private final SitemapParser sitemaps = new SitemapParser();

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
      case FEED, DIRECT -> feeds.parse(input);
      case SITEMAP -> sitemaps.parse(input);
    };
  }
}
