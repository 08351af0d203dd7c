package org.tagwire.server.orders;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
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
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Detail.Amount;
import org.tagwire.model.Refusal.Detail.Text;
import org.tagwire.model.Refusal.Kind;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.model.TagwireException;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.server.works.Works;
import org.tagwire.url.WebAddress;

/**
 * Looks at addresses before they are added: one {@link Preview} each, through the guard, politely,
 * and within {@link #PATIENCE}. Safe for use by many threads.
 */
public final class Lookout {
  /** How long looking may take, all requests together. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The least length of a whole text in characters. */
  private static final int WHOLE = 800;

  private static final Comparator<FeedItem> LATEST_FIRST =
      Comparator.comparing(
          FeedItem::published,
          Comparator.nullsLast(Comparator.comparing(Moment::instant).reversed()));

  private final Works works;

  /** Made when first needed, since it reads a large model. */
  private final AtomicReference<@Nullable LanguageDetector> detector = new AtomicReference<>();

  public Lookout(Works works) {
    this.works = works;
  }

  /**
   * Looks at an address, through the guard and for {@link #PATIENCE} at most.
   *
   * @throws TagwireException with {@code REMOTE_FAILED} when nothing was found, saying why
   */
  public Preview at(WebAddress address) {
    FutureTask<Preview> task = new FutureTask<>(() -> look(address));
    Thread looking = Thread.ofVirtual().name("preview").start(task);
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED,
          address + " did not answer within " + PATIENCE.toSeconds() + " seconds; try again",
          List.of(
              Refusal.with(
                  Kind.NOT_IN_TIME,
                  new Text(address.toString()),
                  new Amount(PATIENCE.toSeconds()))));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TagwireException(
          ErrorCode.INTERRUPTED, "the server is stopping", List.of(Refusal.of(Kind.STOPPING)));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TagwireException known) {
        throw known;
      }
      throw new IllegalStateException("looking at " + address + " broke", e.getCause());
    } finally {
      looking.interrupt();
    }
  }

  private Preview look(WebAddress address) {
    Discovery.Findings findings = works.discovery().find(address);
    if (findings.sources().isEmpty()) {
      throw new TagwireException(ErrorCode.REMOTE_FAILED, findings.problem(), findings.refusals());
    }
    Discovery.Found best = findings.sources().getFirst();
    FetchResult result = works.fetcher().fetch(FetchRequest.feed(best.url(), Validators.NONE));
    if (!(result instanceof FetchResult.Fetched document)) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED,
          best.url() + " answered just now and does not any more",
          List.of(Refusal.of(Kind.NO_DOCUMENT, best.url().toString())));
    }
    return of(best, document, findings.sources());
  }

  private Preview of(
      Discovery.Found best, FetchResult.Fetched document, List<Discovery.Found> found) {
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
        items.stream()
            .sorted(LATEST_FIRST)
            .limit(Preview.NEWEST)
            .map(i -> new Preview.Item(plain(i.title()), i.published()))
            .toList(),
        items.size(),
        (int) items.stream().filter(Lookout::isWhole).count(),
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

  private Language language(Optional<ParsedFeed> feed, List<FeedItem> items) {
    StringBuilder text = new StringBuilder();
    for (FeedItem item : items.subList(0, Math.min(items.size(), 2 * Preview.NEWEST))) {
      text.append(plain(item.title())).append(". ").append(plain(item.summary())).append(' ');
    }
    Optional<String> declared = feed.map(f -> f.head().language());
    return detector().detect(text.toString(), declared.flatMap(Language::parse)).language();
  }

  /** A teaser may be called content; an article is longer and does not trail off. */
  private static boolean isWhole(FeedItem item) {
    String text = plain(item.content());
    return text.length() >= WHOLE && !text.endsWith("…") && !text.endsWith("...");
  }

  private static String plain(@Nullable String html) {
    return html == null ? "" : HtmlText.line(html);
  }

  private LanguageDetector detector() {
    LanguageDetector known = detector.get();
    if (known == null) {
      known = new LanguageDetector();
      detector.set(known);
    }
    return known;
  }
}
