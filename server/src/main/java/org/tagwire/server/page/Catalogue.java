package org.tagwire.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Article;
import org.tagwire.model.Card;
import org.tagwire.model.Domain;
import org.tagwire.model.Moment;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.words.Ages;
import org.tagwire.text.Normalise;

/**
 * Describes pages for those who point to them. Safe for use by many threads.
 *
 * <p>A page of ours is a {@code CollectionPage} or a {@code WebPage}; the articles on it are their
 * publishers', at their publishers' addresses, and the page is based on them. Of their texts
 * nothing stands here: headlines, names, dates, addresses.
 */
final class Catalogue {
  private static final int DESCRIPTION = 200;
  private static final int HEADLINES = 3;
  private static final String TYPE = "@type";

  private final Addresses addresses;
  private final String site;
  private final boolean open;

  /**
   * @param open whether machines may read the site at all
   */
  Catalogue(Addresses addresses, String site, boolean open) {
    this.addresses = addresses;
    this.site = site;
    this.open = open;
  }

  /** Describes a page that lists articles. */
  Frame list(Frame frame, String said, List<Card> cards) {
    return frame.with(frame.share().with(line(said), "website", open ? of(frame, cards) : null));
  }

  /** Describes a page by the headlines that stand first on it. */
  Frame headlines(Frame frame, List<Card> cards) {
    List<String> first = cards.stream().limit(HEADLINES).map(Card::headline).toList();
    return list(frame, String.join(" · ", first), cards);
  }

  /** Describes the page of one article; {@code said} is its excerpt, or nothing of its text. */
  Frame article(Frame frame, Article article, String said) {
    LinkedData data = open ? of(frame, article) : null;
    return frame.with(frame.share().with(line(said), "article", data));
  }

  private LinkedData of(Frame frame, List<Card> cards) {
    Map<String, Object> page = page("CollectionPage", frame);
    List<Object> items = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (Card card : cards) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put(TYPE, "ListItem");
      item.put("position", items.size() + 1);
      item.put("item", article(card));
      items.add(item);
      addresses.outward(card.url()).ifPresent(sources::add);
    }
    if (!items.isEmpty()) {
      page.put("isBasedOn", sources);
      page.put(
          "mainEntity",
          Map.of(TYPE, "ItemList", "numberOfItems", items.size(), "itemListElement", items));
    }
    return LinkedData.of(page);
  }

  private LinkedData of(Frame frame, Article article) {
    Map<String, Object> page = page("WebPage", frame);
    Map<String, Object> original =
        article(
            article.text().title(),
            article.reading().url(),
            article.timing().findPublished(),
            publisher(article.credit().carrier().domain(), article.credit().carrier().name()));
    original.put("inLanguage", article.understanding().language().code());
    article
        .credit()
        .findOrigin()
        .flatMap(origin -> Optional.ofNullable(origin.url()))
        .flatMap(addresses::outward)
        .ifPresent(url -> original.put("isBasedOn", url));
    addresses.outward(article.reading().url()).ifPresent(url -> page.put("isBasedOn", url));
    page.put("mainEntity", original);
    return LinkedData.of(page);
  }

  private Map<String, Object> page(String type, Frame frame) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("@context", "https://schema.org");
    page.put(TYPE, type);
    page.put("name", frame.title());
    page.put("inLanguage", frame.language());
    String canonical = frame.canonical();
    if (canonical != null) {
      String front = origin(canonical) + frame.home();
      page.put("url", canonical);
      page.put("isPartOf", Map.of(TYPE, "WebSite", "name", site, "url", front));
      if (!front.equals(canonical)) {
        page.put("breadcrumb", breadcrumb(frame, front, canonical));
      }
    }
    return page;
  }

  private static Map<String, Object> breadcrumb(Frame frame, String front, String canonical) {
    return Map.of(
        TYPE,
        "BreadcrumbList",
        "itemListElement",
        List.of(crumb(1, frame.site(), front), crumb(2, frame.title(), canonical)));
  }

  private static Map<String, Object> crumb(int position, String name, String url) {
    return Map.of(TYPE, "ListItem", "position", position, "name", name, "item", url);
  }

  private Map<String, Object> article(Card card) {
    Map<String, Object> article =
        article(
            card.headline(),
            card.url(),
            card.findPublished(),
            publisher(card.carrier(), card.carrierName()));
    if (card.language().isKnown()) {
      article.put("inLanguage", card.language().code());
    }
    return article;
  }

  private Map<String, Object> article(
      String headline, String url, Optional<Moment> published, Map<String, Object> publisher) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put(TYPE, "NewsArticle");
    article.put("headline", headline);
    addresses.outward(url).ifPresent(address -> article.put("url", address));
    published.ifPresent(moment -> article.put("datePublished", Ages.machine(moment)));
    article.put("publisher", publisher);
    return article;
  }

  private static Map<String, Object> publisher(Domain domain, String name) {
    return Map.of(TYPE, "Organization", "name", name, "url", "https://" + domain.name() + "/");
  }

  /** Returns scheme, host and port of an address. */
  private static String origin(String url) {
    int path = url.indexOf('/', url.indexOf("//") + 2);
    return path < 0 ? url : url.substring(0, path);
  }

  private static String line(String said) {
    String line = Normalise.line(said);
    return line.length() <= DESCRIPTION
        ? line
        : Normalise.head(line, DESCRIPTION - 1).strip() + "…";
  }
}
