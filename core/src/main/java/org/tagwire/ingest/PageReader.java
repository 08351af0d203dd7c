package org.tagwire.ingest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.PageInput;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Fetcher;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Raw;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.rights.PageRights;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.url.WebAddress;

/** Step 4: fetches and reads the page of an article, where the feed lacks the text and the publisher allows it. Safe for use by many threads. */
public final class PageReader {
  /** The version of what is read out of a page. */
  public static final int VERSION = ArticleExtractor.VERSION;

  private final Fetcher fetcher;
  private final ArticleExtractor extractor;
  private final PublisherSignals signals;
  private final Source.PageFetching setting;
  private final Failpoints failpoints;

  /**
   * @param setting the instance's choice; {@code OFF} overrules every source's
   */
  public PageReader(
      Fetcher fetcher, PublisherSignals signals, Source.PageFetching setting, Failpoints failpoints) {
    this.fetcher = fetcher;
    this.extractor = new ArticleExtractor(signals);
    this.signals = signals;
    this.setting = setting;
    this.failpoints = failpoints;
  }

  /** Returns what the page says; empty where it is not needed, not allowed, not to be had, or no article. */
  Optional<PageText> read(Source source, Fresh fresh, ArticleText announced) {
    Source.PageFetching wanted =
        setting == Source.PageFetching.AUTO ? source.pages() : setting;
    PageRights.Question question =
        new PageRights.Question(wanted, FeedText.isWhole(announced), true, ShowLimits.NONE, false);
    Optional<WebAddress> address =
        fresh.item().link() == null ? Optional.empty() : WebAddress.parse(fresh.item().link());
    if (address.isEmpty() || !PageRights.decide(question).mayFetch()) {
      return Optional.empty();
    }
    FetchResult result = fetcher.fetch(FetchRequest.page(address.get()));
    failpoints.reach(Failpoints.Point.PAGE_READ);
    return result instanceof FetchResult.Fetched fetched ? read(fetched, announced) : Optional.empty();
  }

  /** Reads a page again that was kept. */
  Optional<PageText> reread(Raw raw, String url) {
    ArticleText announced = FeedText.of(raw.item());
    return raw.findPage()
        .map(body -> extractor.extract(new PageInput(body, raw.pageType(), url)))
        .filter(ExtractedPage::isArticle)
        .map(page -> new PageText(page.text(announced), page, page.limits(), new byte[0], raw.pageType()));
  }

  private Optional<PageText> read(FetchResult.Fetched fetched, ArticleText announced) {
    ShowLimits ofHeaders =
        signals.ofHeaders(fetched.headers().all("x-robots-tag"), fetched.headers().all("tdm-reservation"));
    ExtractedPage page =
        extractor.extract(
            new PageInput(
                fetched.body(), fetched.findContentType().orElse(null), fetched.url().href()));
    ShowLimits limits = ofHeaders.and(page.limits());
    if (!limits.mined() || !limits.archived()) {
      return Optional.of(new PageText(announced.withoutBody(), page, limits, new byte[0], null));
    }
    if (!page.isArticle()) {
      return Optional.empty();
    }
    return Optional.of(
        new PageText(
            page.text(announced), page, limits, fetched.body(), fetched.findContentType().orElse(null)));
  }

  /**
   * What a page says of its article.
   *
   * @param text headline and body; the announcement's own where the publisher reserves the page
   * @param page all else that was found
   * @param limits what the publisher allows
   * @param body the page as received
   * @param contentType its Content-Type header
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, to the store
  record PageText(
      ArticleText text,
      ExtractedPage page,
      ShowLimits limits,
      byte[] body,
      @Nullable String contentType) {
    Optional<String> findLanguage() {
      return Optional.ofNullable(page.language());
    }

    Optional<Moment> findPublished() {
      return Optional.ofNullable(page.published());
    }

    Optional<Moment> findUpdated() {
      return Optional.ofNullable(page.updated());
    }

    Optional<String> findCanonical() {
      return Optional.ofNullable(page.canonicalUrl());
    }

    Optional<String> findSiteName() {
      return Optional.of(page.siteName()).filter(n -> !n.isBlank());
    }

    Optional<Origin> findOrigin() {
      return Optional.ofNullable(page.origin());
    }
  }
}
