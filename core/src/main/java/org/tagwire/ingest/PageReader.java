package org.tagwire.ingest;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.ExtractedPage.Kind;
import org.tagwire.extract.ExtractedPage.OriginHint;
import org.tagwire.extract.ExtractedPage.Paywall;
import org.tagwire.extract.ExtractedPage.RightsSignal;
import org.tagwire.extract.PageInput;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.Fetcher;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Image;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Origin;
import org.tagwire.model.Raw;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.rights.PageRights;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.url.WebAddress;

/**
 * Step 4: fetches and reads the page of an article, where the feed lacks the text and the publisher
 * allows it. Safe for use by many threads.
 */
public final class PageReader {
  /** The version of what is read out of a page. */
  public static final int VERSION = ArticleExtractor.VERSION;

  private final Fetcher fetcher;
  private final ArticleExtractor extractor = new ArticleExtractor();
  private final PublisherSignals signals;
  private final Source.PageFetching setting;
  private final Failpoints failpoints;

  /**
   * @param setting the instance's choice; {@code OFF} overrules every source's, {@code AUTO} leaves
   *     it to them
   */
  public PageReader(
      Fetcher fetcher,
      PublisherSignals signals,
      Source.PageFetching setting,
      Failpoints failpoints) {
    this.fetcher = fetcher;
    this.signals = signals;
    this.setting = setting;
    this.failpoints = failpoints;
  }

  /** Asks whether a page has been taken away; no other answer than 404 and 410 says so. */
  boolean isGone(Source source, String url) {
    Optional<WebAddress> address = WebAddress.parse(url);
    if (wanted(source) == Source.PageFetching.OFF || address.isEmpty()) {
      return false;
    }
    return switch (fetcher.fetch(FetchRequest.page(address.get()))) {
      case FetchResult.Gone gone -> true;
      case FetchResult.Failed failed -> failed.kind() == FetchResult.Kind.NOT_FOUND;
      default -> false;
    };
  }

  private Source.PageFetching wanted(Source source) {
    return setting == Source.PageFetching.AUTO ? source.pages() : setting;
  }

  /**
   * Returns what the page says; empty where it is not needed, not allowed, not to be had, or no
   * article.
   */
  Optional<PageText> read(
      Source source, Fresh fresh, ArticleText announced, Knowledge knowledge, Evidence evidence) {
    Optional<WebAddress> address =
        Optional.ofNullable(fresh.item().link()).flatMap(WebAddress::parse);
    if (address.isEmpty() || !mayFetch(wanted(source), announced, address.get())) {
      return Optional.empty();
    }
    FetchResult result = fetcher.fetch(FetchRequest.page(address.get()));
    failpoints.reach(Failpoints.Point.PAGE_READ);
    return result instanceof Fetched fetched
        ? read(fetched, announced, knowledge, evidence)
        : Optional.empty();
  }

  /**
   * The site's own files are asked only when all else allows the page; robots.txt is the fetcher's
   * to obey.
   */
  private boolean mayFetch(Source.PageFetching wanted, ArticleText announced, WebAddress address) {
    boolean whole = FeedText.isWhole(announced);
    PageRights.Question before =
        new PageRights.Question(wanted, whole, true, ShowLimits.NONE, false);
    return PageRights.decide(before).mayFetch()
        && PageRights.decide(
                new PageRights.Question(
                    wanted, whole, true, fetcher.reservations().limits(address), false))
            .mayFetch();
  }

  /** Reads a page again that was kept. */
  Optional<PageText> reread(Raw raw, String url, Knowledge knowledge) {
    ArticleText announced = FeedText.of(raw.item());
    return raw.findPage()
        .map(body -> extract(body, raw.pageType(), url, announced, knowledge))
        .filter(ExtractedPage::hasBody)
        .map(
            page ->
                new PageText(
                    merged(page, announced), page, limits(page), body(raw), raw.pageType()));
  }

  private Optional<PageText> read(
      Fetched fetched, ArticleText announced, Knowledge knowledge, Evidence evidence) {
    @Nullable String type = fetched.findContentType().orElse(null);
    ShowLimits ofHeaders =
        signals.ofHeaders(
            fetched.headers().all("x-robots-tag"), fetched.headers().all("tdm-reservation"));
    if (ofHeaders.archived()) {
      evidence.page(fetched.body(), type);
    }
    ExtractedPage page = extract(fetched.body(), type, fetched.url().href(), announced, knowledge);
    ShowLimits limits = ofHeaders.and(limits(page));
    if (!limits.mined() || !limits.archived()) {
      return Optional.of(new PageText(announced.withoutBody(), page, limits, new byte[0], null));
    }
    boolean article = page.kind() == Kind.ARTICLE || page.kind() == Kind.LIVE_BLOG;
    return article && page.hasBody()
        ? Optional.of(new PageText(merged(page, announced), page, limits, fetched.body(), type))
        : Optional.empty();
  }

  private ExtractedPage extract(
      byte[] body, @Nullable String type, String url, ArticleText announced, Knowledge knowledge) {
    PageInput.Announced hint = new PageInput.Announced(announced.title(), announced.summary());
    return extractor.extract(new PageInput(body, type, url, hint, knowledge));
  }

  private ShowLimits limits(ExtractedPage page) {
    ShowLimits limits = ShowLimits.NONE;
    for (RightsSignal signal : page.rights()) {
      limits = limits.and(signals.ofMeta(signal.name(), signal.value()));
    }
    boolean paid = page.paywall() == Paywall.PAID || page.paywall() == Paywall.PART_PAID;
    return paid ? limits.and(ShowLimits.PAYWALLED) : limits;
  }

  /**
   * The page knows the text; the announcement knows the headline and the summary it wants to be
   * known by.
   */
  private static ArticleText merged(ExtractedPage page, ArticleText announced) {
    ArticleText read = page.toArticleText();
    @Nullable Image image = read.image() == null ? announced.image() : read.image();
    return new ArticleText(
        announced.title().isEmpty() ? read.title() : announced.title(),
        read.byline().isEmpty() ? announced.byline() : read.byline(),
        announced.summary().isEmpty() ? read.summary() : announced.summary(),
        read.paragraphs(),
        read.section(),
        read.publisherTags().isEmpty() ? announced.publisherTags() : read.publisherTags(),
        image,
        read.source());
  }

  private static byte[] body(Raw raw) {
    return raw.findPage().orElseThrow();
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
    Optional<Language> findLanguage() {
      return page.findLanguage();
    }

    Optional<String> findCanonical() {
      return Optional.ofNullable(page.shelf().canonicalUrl());
    }

    Optional<String> findSiteName() {
      return Optional.of(page.shelf().siteName()).filter(n -> !n.isBlank());
    }

    /**
     * Of several signs that the text is another's the strongest counts; their order is that of
     * their strength.
     */
    Optional<Origin> findOrigin() {
      return page.origins().stream()
          .min(Comparator.comparing(OriginHint::sign))
          .flatMap(PageText::origin);
    }

    private static Optional<Origin> origin(OriginHint hint) {
      @Nullable Domain domain =
          Optional.ofNullable(hint.url())
              .flatMap(WebAddress::parse)
              .map(WebAddress::domain)
              .orElse(null);
      String name = hint.name().isBlank() && domain != null ? domain.name() : hint.name();
      return name.isBlank() ? Optional.empty() : Optional.of(new Origin(name, domain, hint.url()));
    }
  }
}
