package org.tagwire.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.Announcements.News;
import org.tagwire.ingest.HouseRules.FeedTerms;
import org.tagwire.ingest.PageReader.PageReading;
import org.tagwire.ingest.PageReader.PageText;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Credit;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth.PageState;
import org.tagwire.model.StageVersions;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.url.WebAddress;

/**
 * Steps 4 and 5: makes a reading of one announcement, with the page where it is needed and allowed.
 * Safe for use by many threads.
 */
public final class ArticleReader {
  private static final PageReading UNASKED =
      PageReading.without(PageState.NOT_NEEDED, ShowLimits.NONE);

  private final ArticleStore articles;
  private final PageReader pages;
  private final Optional<Analyst> analyst;
  private final Credits credits;
  private final Supplier<Knowledge> knowledge;

  /**
   * @param analyst absent where understanding is switched off
   * @param knowledge what is known at the moment of asking
   */
  public ArticleReader(
      ArticleStore articles,
      PageReader pages,
      Optional<Analyst> analyst,
      Credits credits,
      Supplier<Knowledge> knowledge) {
    this.articles = articles;
    this.pages = pages;
    this.analyst = analyst;
    this.credits = credits;
    this.knowledge = knowledge;
  }

  /**
   * One answer of a source, with what goes with it.
   *
   * @param source the source, as exposed as it may be
   * @param feed what it announces
   * @param terms what it says of the rights in that
   * @param seen when it was asked
   */
  record Issue(Source source, ParsedFeed feed, FeedTerms terms, Instant seen) {}

  /**
   * An announcement that was read.
   *
   * @param accepted ready to be stored
   * @param page what became of its page; absent where nobody thought of it
   */
  record Read(Accepted accepted, @Nullable PageState page) {}

  /** Returns what a feed's answer says of the rights in what it announces. */
  FeedTerms terms(Fetched feed) {
    return pages.terms(feed);
  }

  /** Reads one announcement; what is received on the way is shown to {@code evidence}. */
  Read read(Issue issue, Fresh fresh, Evidence evidence) {
    ArticleText announced = FeedText.of(fresh.item());
    boolean link = fresh.news() == News.ALSO;
    Optional<Article> before = fresh.news() == News.CORRECTION ? known(fresh) : Optional.empty();
    Optional<PageReading> asked =
        link
                || fresh.marked().shared()
                || before.filter(a -> isPageStillGood(a, fresh.item(), announced)).isPresent()
            ? Optional.empty()
            : Optional.of(
                pages.read(
                    issue.source(),
                    new PageReader.Wanted(fresh, announced, evidence),
                    issue.terms(),
                    knowledge.get()));
    Fresh told =
        asked
            .flatMap(PageReading::page)
            .flatMap(page -> twin(fresh, page))
            .map(known -> new Fresh(fresh.marked(), known, News.ALSO))
            .orElse(fresh);
    Accepted accepted = accepted(issue, told, before, asked.orElse(UNASKED));
    return new Read(accepted, asked.map(PageReading::state).orElse(null));
  }

  /**
   * Finds the article a new page is another edition of, as an AMP or a mobile one: the page names
   * that article's address as its own, and the headlines are alike.
   */
  private Optional<ArticleId> twin(Fresh fresh, PageText page) {
    if (fresh.news() != News.NEW || fresh.marked().shared()) {
      return Optional.empty();
    }
    return canonical(fresh, page)
        .flatMap(key -> articles.findByUrls(List.of(key)).values().stream().findFirst())
        .filter(id -> !id.equals(fresh.id()))
        .filter(
            id ->
                articles.findAll(List.of(id), Audience.OWNER).stream()
                    .anyMatch(
                        a ->
                            Likeness.alike(page.text().title(), a.text().title())
                                >= Likeness.EDITED));
  }

  private Accepted accepted(Issue issue, Fresh fresh, Optional<Article> before, PageReading asked) {
    Source source = issue.source();
    ParsedFeed feed = issue.feed();
    Instant seen = issue.seen();
    ArticleText announced = FeedText.of(fresh.item());
    boolean link = fresh.news() == News.ALSO;
    Optional<PageText> page = asked.page();
    ShowLimits limits =
        page.map(PageText::limits)
            .orElseGet(
                () ->
                    before
                        .map(a -> a.reading().limits().and(asked.limits()))
                        .orElse(asked.limits()));
    ArticleText known =
        page.map(PageText::text)
            .orElseGet(() -> before.map(a -> corrected(a, announced)).orElse(announced));
    ArticleText text = limits.mined() ? known : known.withoutBody();
    Credit credit = credits.of(source, feed, fresh, page);
    Understanding understanding =
        link ? Understanding.NONE : understand(fresh, text, credit, page, limits);
    Reading reading =
        new Reading(
            fresh.id(),
            fresh.url(),
            fresh.announcement(source, seen),
            credit,
            timing(fresh, page, seen),
            text,
            understanding,
            limits,
            new StageVersions(
                FeedParser.VERSION,
                page.isPresent() ? PageReader.VERSION : 0,
                analyst.isPresent() ? Analyst.VERSION : 0));
    return new Accepted(reading, raw(fresh.item(), page, limits), aliases(fresh, page), link);
  }

  /**
   * Reads an article again from what was received for it; empty when no stage has become better
   * since.
   */
  Optional<Reading> reread(Article article, Raw raw) {
    Reading old = article.reading();
    boolean better =
        old.versions().feed() < FeedParser.VERSION
            || (old.versions().extract() > 0 && old.versions().extract() < PageReader.VERSION)
            || (analyst.isPresent() && old.versions().understand() < Analyst.VERSION);
    if (!better) {
      return Optional.empty();
    }
    Optional<PageText> page = pages.reread(raw, old.url(), knowledge.get());
    boolean ofFeed =
        old.text().source() == ArticleText.BodySource.FEED
            || old.text().source() == ArticleText.BodySource.SUMMARY;
    ArticleText text =
        page.map(PageText::text).orElseGet(() -> ofFeed ? FeedText.of(raw.item()) : old.text());
    Optional<Language> declared =
        page.flatMap(PageText::findLanguage)
            .or(() -> Optional.ofNullable(raw.item().language()).flatMap(Language::parse));
    Analyst.Question question =
        new Analyst.Question(
            old.url(), text, old.credit(), declared, Optional.empty(), old.limits());
    return Optional.of(
        new Reading(
            old.id(),
            old.url(),
            old.announcement(),
            old.credit(),
            old.timing(),
            text,
            analyst.map(a -> a.understand(question, knowledge.get())).orElse(old.understanding()),
            old.limits(),
            new StageVersions(
                FeedParser.VERSION,
                page.isPresent() ? PageReader.VERSION : old.versions().extract(),
                analyst.isPresent() ? Analyst.VERSION : old.versions().understand())));
  }

  /**
   * Asks whether an article's page has been taken away; false where pages of the source are not
   * asked for.
   */
  boolean isGone(Source source, String url) {
    return pages.isGone(source, url);
  }

  private Understanding understand(
      Fresh fresh, ArticleText text, Credit credit, Optional<PageText> page, ShowLimits limits) {
    Optional<Language> declared =
        page.flatMap(PageText::findLanguage)
            .or(() -> Optional.ofNullable(fresh.item().language()).flatMap(Language::parse));
    Analyst.Question question =
        new Analyst.Question(fresh.url(), text, credit, declared, Optional.empty(), limits);
    return analyst
        .map(a -> a.understand(question, knowledge.get()))
        .orElseGet(() -> Analyst.unread(declared));
  }

  private Optional<Article> known(Fresh fresh) {
    return articles.find(fresh.id(), Audience.OWNER) instanceof Lookup.Found found
        ? Optional.of(found.article())
        : Optional.empty();
  }

  /**
   * A page is asked for once; again only when the publisher says that the article itself has
   * changed.
   */
  private static boolean isPageStillGood(Article before, FeedItem item, ArticleText announced) {
    if (before.text().source() != ArticleText.BodySource.PAGE) {
      return false;
    }
    Optional<Instant> updated = Optional.ofNullable(item.updated()).map(Moment::instant);
    Optional<Instant> known = before.timing().findUpdated().map(Moment::instant);
    boolean newer = updated.isPresent() && !updated.equals(known);
    return !newer
        && before.text().title().equals(announced.title())
        && holds(before.text(), announced);
  }

  /** A feed that carries the text says by a new paragraph that the page has one too. */
  private static boolean holds(ArticleText before, ArticleText announced) {
    String known = before.plain();
    return announced.paragraphs().stream().allMatch(paragraph -> known.contains(paragraph.text()));
  }

  /** Takes headline and summary from the announcement and keeps the body read before. */
  private static ArticleText corrected(Article before, ArticleText announced) {
    ArticleText old = before.text();
    return old.source() != ArticleText.BodySource.PAGE
        ? announced
        : new ArticleText(
            announced.title(),
            old.byline(),
            announced.summary(),
            old.paragraphs(),
            old.section(),
            old.publisherTags(),
            old.image(),
            old.source());
  }

  /** A correction that states no time was made when we saw it. */
  private static Timing timing(Fresh fresh, Optional<PageText> page, Instant seen) {
    FeedItem item = fresh.item();
    @Nullable Moment published =
        earliestExact(item, page.flatMap(p -> p.page().findPublished()))
            .map(m -> m.notAfter(seen))
            .orElse(null);
    @Nullable Moment updated =
        Optional.ofNullable(item.updated())
            .filter(u -> item.published() != null)
            .or(() -> page.flatMap(p -> p.page().findUpdated()))
            .or(
                () ->
                    fresh.news() == News.CORRECTION
                        ? Optional.of(Moment.of(seen))
                        : Optional.empty())
            .map(m -> m.notAfter(seen))
            .orElse(null);
    return new Timing(published, updated, published == null ? seen : published.instant());
  }

  /** The feed's date counts, unless it has only the day and the page knows the minute. */
  private static Optional<Moment> earliestExact(FeedItem item, Optional<Moment> page) {
    Optional<Moment> feed =
        Optional.ofNullable(item.published()).or(() -> Optional.ofNullable(item.updated()));
    boolean feedIsExact = feed.filter(m -> m.precision() == Moment.Precision.MINUTE).isPresent();
    return feedIsExact ? feed : page.or(() -> feed);
  }

  private static Optional<Raw> raw(FeedItem item, Optional<PageText> page, ShowLimits limits) {
    boolean keepPage =
        page.isPresent() && limits.mined() && limits.archived() && !limits.paywalled();
    return Optional.of(
        keepPage
            ? new Raw(item, page.get().body(), page.get().contentType())
            : new Raw(item, null, null));
  }

  private static List<String> aliases(Fresh fresh, Optional<PageText> page) {
    List<String> aliases = new ArrayList<>(List.of(fresh.marked().urlKey()));
    page.flatMap(p -> canonical(fresh, p)).ifPresent(aliases::add);
    return aliases;
  }

  /** Returns the key of the address a page gives as its own. */
  private static Optional<String> canonical(Fresh fresh, PageText page) {
    return page.findCanonical()
        .flatMap(WebAddress::parse)
        .filter(canonical -> canonical.domain().equals(WebAddress.of(fresh.url()).domain()))
        // A template that names the home page on every page would make one article of them all.
        .filter(canonical -> !canonical.target().equals("/"))
        .map(WebAddress::key);
  }
}
