package org.tagwire.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
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
import org.tagwire.ingest.HouseRules.FeedTerms;
import org.tagwire.ingest.HouseRules.Ruling;
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
import org.tagwire.model.SourceHealth.PageState;
import org.tagwire.rights.LicenceTerms;
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
  private final HouseRules house;
  private final FurtherPages further;

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
    this.house = new HouseRules(fetcher, signals);
    this.further = new FurtherPages(fetcher, house);
  }

  /** Returns what a feed's answer says of the articles it announces. */
  FeedTerms terms(Fetched feed) {
    return house.ofFeed(feed);
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
   * An article whose page is wanted.
   *
   * @param fresh its announcement
   * @param announced what the feed tells of it
   * @param evidence shown what is received
   */
  record Wanted(Fresh fresh, ArticleText announced, Evidence evidence) {}

  /** Reads the page of an article where it is needed, allowed and to be had. */
  PageReading read(Source source, Wanted article, FeedTerms terms, Knowledge knowledge) {
    Fresh fresh = article.fresh();
    ArticleText announced = article.announced();
    Optional<WebAddress> address =
        Optional.ofNullable(fresh.item().link()).flatMap(WebAddress::parse);
    if (address.isEmpty()) {
      return PageReading.without(PageState.FAILED, ShowLimits.NONE);
    }
    Source.PageFetching wanted = wanted(source);
    Ruling ruling = terms.of(address.get());
    if (wanted != Source.PageFetching.OFF || isAtHome(source, address.get())) {
      ruling = ruling.and(house.ofSite(address.get()));
    }
    PageRights.Decision decision =
        PageRights.decide(
            new PageRights.Question(
                wanted, FeedText.isWhole(announced), true, ruling.limits(), ruling.licensed()));
    return decision.mayFetch()
        ? fetch(address.get(), article, ruling.limits(), knowledge)
        : PageReading.without(state(decision, ruling), ruling.limits());
  }

  /** A site that was asked for its feed may be asked for its rules, whatever its pages. */
  private static boolean isAtHome(Source source, WebAddress article) {
    return WebAddress.parse(source.url())
        .filter(feed -> feed.origin().equals(article.origin()))
        .isPresent();
  }

  private static PageState state(PageRights.Decision decision, Ruling ruling) {
    return switch (decision) {
      case FETCH -> PageState.READ;
      case SWITCHED_OFF -> PageState.SWITCHED_OFF;
      case NOT_NEEDED -> PageState.NOT_NEEDED;
      case ROBOTS -> PageState.ROBOTS;
      case RESERVED -> ruling.licensed() ? PageState.LICENCE : PageState.RESERVED;
      case NO_ARCHIVE -> ruling.licensed() ? PageState.LICENCE : PageState.NO_ARCHIVE;
      case LICENCE -> PageState.LICENCE;
    };
  }

  private PageReading fetch(
      WebAddress address, Wanted article, ShowLimits known, Knowledge knowledge) {
    FetchResult result = fetcher.fetch(FetchRequest.page(address));
    failpoints.reach(Failpoints.Point.PAGE_READ);
    return switch (result) {
      case Fetched fetched -> read(fetched, article, known, knowledge);
      case FetchResult.Refused refused ->
          PageReading.without(
              refused.reason() == FetchResult.Reason.ROBOTS ? PageState.ROBOTS : PageState.FAILED,
              known);
      case FetchResult.Failed failed ->
          PageReading.without(
              failed.kind() == FetchResult.Kind.RESTRICTED
                  ? PageState.RESTRICTED
                  : PageState.FAILED,
              known);
      case FetchResult.Gone gone -> PageReading.without(PageState.FAILED, known);
      case FetchResult.Moved moved -> PageReading.without(PageState.FAILED, known);
      case FetchResult.NotModified odd -> PageReading.without(PageState.FAILED, known);
      case FetchResult.RateLimited limited -> PageReading.without(PageState.FAILED, known);
    };
  }

  /**
   * Reads a page again that was kept. Of an article on several pages only the first was: its text
   * stays as it is.
   */
  Optional<PageText> reread(Raw raw, String url, Knowledge knowledge) {
    ArticleText announced = FeedText.of(raw.item());
    return raw.findPage()
        .map(body -> extract(body, raw.pageType(), url, announced, knowledge))
        .filter(page -> page.hasBody() && page.findNext().isEmpty())
        .map(
            page ->
                new PageText(
                    merged(page, announced), page, limits(page), body(raw), raw.pageType()));
  }

  private PageReading read(Fetched fetched, Wanted article, ShowLimits known, Knowledge knowledge) {
    ArticleText announced = article.announced();
    @Nullable String type = fetched.findContentType().orElse(null);
    ShowLimits ofHeaders =
        signals
            .ofHeaders(fetched.headers().all("x-robots-tag"), List.of())
            .and(house.ofHeaders(fetched));
    if (ofHeaders.archived()) {
      article.evidence().page(fetched.body(), type);
    }
    ExtractedPage page = extract(fetched.body(), type, fetched.url().href(), announced, knowledge);
    Ruling licences = licences(fetched, page);
    ShowLimits limits = ofHeaders.and(limits(page)).and(licences.limits()).and(known);
    if (!limits.mined() || !limits.archived()) {
      PageState state =
          licences.licensed()
              ? PageState.LICENCE
              : limits.mined() ? PageState.NO_ARCHIVE : PageState.RESERVED;
      PageText bare = new PageText(announced.withoutBody(), page, limits, new byte[0], null);
      return new PageReading(state, limits, Optional.of(bare));
    }
    boolean text = page.kind() == Kind.ARTICLE || page.kind() == Kind.LIVE_BLOG;
    if (!text || !page.hasBody()) {
      return PageReading.without(
          limits.paywalled() ? PageState.PAYWALLED : PageState.NOT_AN_ARTICLE, limits);
    }
    ExtractedPage whole =
        limits.paywalled()
            ? page
            : further.join(page, fetched.url(), next -> furtherPage(next, announced, knowledge));
    return new PageReading(
        limits.paywalled() ? PageState.PAYWALLED : PageState.READ,
        limits,
        Optional.of(new PageText(merged(whole, announced), whole, limits, fetched.body(), type)));
  }

  /** Reads another page of an article; what its publisher does not give away is not read on. */
  private Optional<ExtractedPage> furtherPage(
      Fetched fetched, ArticleText announced, Knowledge knowledge) {
    ExtractedPage page =
        extract(
            fetched.body(),
            fetched.findContentType().orElse(null),
            fetched.url().href(),
            announced,
            knowledge);
    ShowLimits limits =
        signals
            .ofHeaders(fetched.headers().all("x-robots-tag"), List.of())
            .and(house.ofHeaders(fetched))
            .and(limits(page))
            .and(licences(fetched, page).limits());
    boolean open = limits.mined() && limits.archived() && !limits.paywalled();
    return Optional.of(page).filter(p -> open && p.kind() == Kind.ARTICLE && p.hasBody());
  }

  /** Licences that the page links to, in its header or its head, or holds itself. */
  private Ruling licences(Fetched fetched, ExtractedPage page) {
    Ruling ruling = house.ofLinkedLicences(fetched, fetched.url());
    for (RightsSignal signal : page.rights()) {
      if (signal.name().equals("link:rsl")) {
        ruling = ruling.and(house.ofLicences(List.of(signal.value()), fetched.url()));
      } else if (signal.name().equals("script:rsl")) {
        LicenceTerms terms = LicenceTerms.parse(signal.value().getBytes(StandardCharsets.UTF_8));
        ruling = ruling.and(house.of(terms, fetched.url()));
      }
    }
    return ruling;
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
    return new ArticleText(
        announced.title().isEmpty() ? read.title() : announced.title(),
        read.byline().isEmpty() ? announced.byline() : read.byline(),
        announced.summary().isEmpty() ? read.summary() : announced.summary(),
        read.paragraphs(),
        read.section(),
        read.publisherTags().isEmpty() ? announced.publisherTags() : read.publisherTags(),
        image(read.image(), announced.image()),
        read.source());
  }

  /** The page's picture is the larger one; a feed that names the same one offers it. */
  private static @Nullable Image image(@Nullable Image read, @Nullable Image announced) {
    if (read == null || announced == null) {
      return read == null ? announced : read;
    }
    return read.url().equals(announced.url()) ? read.asOffered() : read;
  }

  private static byte[] body(Raw raw) {
    return raw.findPage().orElseThrow();
  }

  /**
   * What came of asking for a page.
   *
   * @param state what happened
   * @param limits all that the publisher is known to allow
   * @param page what it says; absent where it was not read or is no article
   */
  record PageReading(PageState state, ShowLimits limits, Optional<PageText> page) {
    static PageReading without(PageState state, ShowLimits limits) {
      return new PageReading(state, limits, Optional.empty());
    }
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
