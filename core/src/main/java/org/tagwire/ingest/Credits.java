package org.tagwire.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.html.HtmlText;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.PageReader.PageText;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.Origin;
import org.tagwire.model.Publisher;
import org.tagwire.model.Source;
import org.tagwire.store.SourceStore;
import org.tagwire.url.WebAddress;

/** Says whose page and whose text an article is, and learns publishers' names by the way. Safe for use by many threads. */
public final class Credits {
  private static final int MOST_REMEMBERED = 100_000;

  private final SourceStore sources;
  private final Map<Domain, Publisher> known = new ConcurrentHashMap<>();

  public Credits(SourceStore sources) {
    this.sources = sources;
  }

  Credit of(Source source, ParsedFeed feed, Fresh fresh, Optional<PageText> page) {
    Domain domain = WebAddress.parse(fresh.url()).map(WebAddress::domain).orElse(source.publisher());
    Publisher carrier = publisher(domain, name(source, feed, domain, page), feed);
    Optional<Origin> origin =
        Optional.ofNullable(fresh.item().origin())
            .or(() -> page.flatMap(PageText::findOrigin))
            .filter(o -> !isSame(o, carrier))
            .map(this::named);
    return new Credit(carrier, origin.orElse(null));
  }

  /** Calls an origin of which only the domain is known by its publisher's name, where we know that publisher. */
  private Origin named(Origin origin) {
    Domain domain = origin.domain();
    if (domain == null || !origin.name().equals(domain.name())) {
      return origin;
    }
    Optional<Publisher> publisher =
        Optional.ofNullable(known.get(domain)).or(() -> sources.findPublisher(domain)).filter(Publisher::isNamed);
    return publisher.map(p -> new Origin(p.name(), domain, origin.url())).orElse(origin);
  }

  /** Returns a publisher as it is known, with the name given where none was known. */
  Publisher publisher(Domain domain, Optional<String> name, ParsedFeed feed) {
    Publisher before = known.computeIfAbsent(domain, d -> sources.findPublisher(d).orElseGet(() -> Publisher.of(d)));
    if (before.isNamed() || name.isEmpty()) {
      return before;
    }
    Language language =
        Optional.ofNullable(feed.head().language()).flatMap(Language::parse).orElse(Language.UNDETERMINED);
    @Nullable String home = feed.head().link();
    Publisher named = new Publisher(domain, name.get(), home, null, language);
    if (known.size() < MOST_REMEMBERED) {
      known.put(domain, named);
    }
    sources.learn(java.util.List.of(named));
    return named;
  }

  /** The page's own name for its site is best; a feed's title names the publisher only when the article is on its site. */
  private static Optional<String> name(Source source, ParsedFeed feed, Domain domain, Optional<PageText> page) {
    boolean ownFeed =
        domain.equals(source.publisher())
            || Optional.ofNullable(feed.head().link())
                .flatMap(WebAddress::parse)
                .filter(link -> link.domain().equals(domain))
                .isPresent();
    return page.flatMap(PageText::findSiteName)
        .or(() -> Optional.ofNullable(feed.head().title()).filter(t -> ownFeed).map(HtmlText::line).map(Credits::withoutSection))
        .filter(n -> !n.isBlank() && n.length() <= 80 && WebAddress.parse(n).isEmpty());
  }

  /** Feeds are called "The Herald - World" or "Latest news | The Herald": the longer part is rarely the section. */
  private static String withoutSection(String title) {
    String[] parts = title.split("\\s+[-–—|»:·]\\s+");
    return parts.length == 0 ? title : parts[0].strip();
  }

  private static boolean isSame(Origin origin, Publisher carrier) {
    return origin.name().equalsIgnoreCase(carrier.name()) || carrier.domain().equals(origin.domain());
  }
}
