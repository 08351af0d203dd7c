package org.tagwire.server.orders;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tagwire.discovery.Discovery;
import org.tagwire.discovery.SitemapParser;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Validators;
import org.tagwire.html.HtmlText;
import org.tagwire.language.LanguageDetector;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagwireException;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.server.works.Works;
import org.tagwire.url.WebAddress;

/**
 * What a source would bring, seen before it is added.
 *
 * @param url its address
 * @param kind a feed or a sitemap
 * @param title what it calls itself, its address if nothing
 * @param language what its items are written in
 * @param newest its newest items, five at most
 * @param items how many it carries
 * @param whole how many of them carry their whole text
 * @param allowed whether robots.txt lets it be read
 * @param mined false where its publisher reserves text mining
 * @param known its number, where it has been added already
 * @param others what else was found at the address that was given
 */
public record Preview(
    WebAddress url,
    Source.Kind kind,
    String title,
    Language language,
    List<Item> newest,
    int items,
    int whole,
    boolean allowed,
    boolean mined,
    @Nullable SourceId known,
    List<Discovery.Found> others) {
  /** How long looking may take, all requests together. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int NEWEST = 5;

  public Preview {
    newest = List.copyOf(newest);
    others = List.copyOf(others);
  }

  /**
   * One of its items.
   *
   * @param title its headline
   * @param published when it was published
   */
  public record Item(String title, @Nullable Moment published) {}

  /** Returns the number of the source, if it has been added already. */
  public Optional<SourceId> findKnown() {
    return Optional.ofNullable(known);
  }

  /** Returns whether only the owner would see its articles. */
  public boolean isPrivate() {
    return url.carriesSecret() || !allowed;
  }

  /**
   * Looks at an address, through the guard and for {@link #PATIENCE} at most.
   *
   * @throws TagwireException with {@code REMOTE_FAILED} when nothing was found, saying why
   */
  public static Preview of(Works works, WebAddress address) {
    FutureTask<Preview> task = new FutureTask<>(() -> look(works, address));
    Thread looking = Thread.ofVirtual().name("preview").start(task);
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED,
          address + " did not answer within " + PATIENCE.toSeconds() + " seconds; try again",
          slow);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TagwireException(ErrorCode.INTERRUPTED, "the server is stopping", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TagwireException known) {
        throw known;
      }
      throw new IllegalStateException("looking at " + address + " broke", e.getCause());
    } finally {
      looking.interrupt();
    }
  }

  private static Preview look(Works works, WebAddress address) {
    Discovery.Findings findings = works.discovery().find(address);
    if (findings.sources().isEmpty()) {
      throw new TagwireException(ErrorCode.REMOTE_FAILED, findings.problem());
    }
    Discovery.Found best = findings.sources().getFirst();
    FetchResult result = works.fetcher().fetch(FetchRequest.feed(best.url(), Validators.NONE));
    if (!(result instanceof FetchResult.Fetched document)) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED, best.url() + " answered just now and does not any more");
    }
    return of(works, best, document, findings.sources());
  }

  private static Preview of(
      Works works,
      Discovery.Found best,
      FetchResult.Fetched document,
      List<Discovery.Found> found) {
    Optional<ParsedFeed> feed = parse(best, document);
    List<FeedItem> items =
        feed.map(ParsedFeed::items)
            .orElseGet(() -> SitemapParser.parse(document.body(), document.url()).items());
    String name = feed.map(f -> plain(f.head().title())).orElse("");
    String title = name.isBlank() ? best.title() : name;
    ShowLimits limits =
        new PublisherSignals("Tagwire")
            .ofHeaders(
                document.headers().all("x-robots-tag"), document.headers().all("tdm-reservation"));
    return new Preview(
        best.url(),
        best.kind(),
        title.isBlank() ? best.url().toString() : title,
        language(feed, items),
        items.stream().limit(NEWEST).map(i -> new Item(plain(i.title()), i.published())).toList(),
        items.size(),
        (int) items.stream().filter(i -> i.content() != null).count(),
        works.fetcher().robots().verdict(best.url()).allowed(),
        limits.mined(),
        works
            .store()
            .sources()
            .findByUrl(best.url().href(), Audience.OWNER)
            .map(Source::id)
            .orElse(null),
        found.stream().skip(1).toList());
  }

  private static Optional<ParsedFeed> parse(Discovery.Found best, FetchResult.Fetched document) {
    String type = document.findContentType().orElse(null);
    var input = new FeedInput(document.body(), type, document.url().href());
    return best.kind() == Source.Kind.FEED
            && new FeedParser().parse(input) instanceof ParseResult.Parsed(ParsedFeed feed)
        ? Optional.of(feed)
        : Optional.empty();
  }

  private static Language language(Optional<ParsedFeed> feed, List<FeedItem> items) {
    StringBuilder text = new StringBuilder();
    for (FeedItem item : items.subList(0, Math.min(items.size(), 2 * NEWEST))) {
      text.append(plain(item.title())).append(". ").append(plain(item.summary())).append(' ');
    }
    Optional<String> declared = feed.map(f -> f.head().language());
    return new LanguageDetector()
        .detect(text.toString(), declared.flatMap(Language::parse))
        .language();
  }

  private static String plain(@Nullable String html) {
    return html == null ? "" : HtmlText.line(html);
  }
}
