package org.tagwire.ingest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Announcement;
import org.tagwire.model.ArticleId;
import org.tagwire.model.FeedItem;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Source;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Seen;
import org.tagwire.url.WebAddress;

/**
 * Tells which announcements of a poll are new, which are corrections, and which are known.
 *
 * <p>No single mark of an item can be trusted: guids change and are used again, links gain tracking
 * parameters and move to https, headlines are edited. An item is a known article when its canonical
 * link is known, or when its guid is known and either headline or text is what it was. A known guid
 * with another link, another headline and another text is another article.
 */
public final class Announcements {
  private final ArticleStore articles;

  public Announcements(ArticleStore articles) {
    this.articles = articles;
  }

  /** Returns the new and changed items of a poll, in the order given, each article once. */
  List<Fresh> fresh(Source source, List<FeedItem> items, Instant now) {
    List<Marked> marked = items.stream().map(item -> Marked.of(item, source)).toList();
    Set<ItemKey> keys = new HashSet<>();
    Set<String> urls = new HashSet<>();
    for (Marked item : marked) {
      keys.add(item.key());
      urls.add(item.urlKey());
    }
    Map<ItemKey, Seen> seen = articles.seen(source.id(), keys);
    Map<String, ArticleId> known = new HashMap<>(articles.findByUrls(urls));
    Set<ArticleId> taken = new HashSet<>();
    List<Fresh> fresh = new ArrayList<>();
    for (Marked item : marked) {
      judge(
              item,
              Optional.ofNullable(seen.get(item.key())),
              Optional.ofNullable(known.get(item.urlKey())),
              now)
          .filter(f -> taken.add(f.id()))
          .ifPresent(fresh::add);
    }
    return fresh;
  }

  /** Returns the articles, as far as they are known, that these items announce. */
  Set<ArticleId> known(Source source, List<FeedItem> items) {
    List<Marked> marked = items.stream().map(item -> Marked.of(item, source)).toList();
    Set<ArticleId> known =
        new HashSet<>(articles.findByUrls(marked.stream().map(Marked::urlKey).toList()).values());
    Set<ItemKey> keys = new HashSet<>(marked.stream().map(Marked::key).toList());
    articles.seen(source.id(), keys).values().forEach(seen -> known.add(seen.article()));
    return known;
  }

  /** Returns the articles that this source itself has announced under these guids. */
  Set<ArticleId> announced(Source source, Collection<String> guids) {
    Set<ItemKey> keys = new HashSet<>();
    for (String guid : guids) {
      keys.add(Marked.of(FeedItem.named(guid), source).key());
    }
    Set<ArticleId> announced = new HashSet<>();
    articles.seen(source.id(), keys).values().forEach(seen -> announced.add(seen.article()));
    return announced;
  }

  private static Optional<Fresh> judge(
      Marked item, Optional<Seen> seen, Optional<ArticleId> byUrl, Instant now) {
    if (seen.isPresent() && isSameArticle(item, seen.get(), byUrl)) {
      boolean unchanged = seen.get().contentHash() == item.contentHash();
      return unchanged && byUrl.isPresent()
          ? Optional.empty()
          : Optional.of(
              new Fresh(item, seen.get().article(), unchanged ? News.ALSO : News.CORRECTION));
    }
    if (byUrl.isPresent()) {
      return Optional.of(new Fresh(item, byUrl.get(), News.ALSO));
    }
    ArticleId id =
        seen.isPresent()
            ? ArticleId.mint(
                item.url(), item.key().toString(), now.atOffset(ZoneOffset.UTC).toLocalDate())
            : ArticleId.mint(item.url());
    return Optional.of(new Fresh(item, id, News.NEW));
  }

  private static boolean isSameArticle(Marked item, Seen seen, Optional<ArticleId> byUrl) {
    return byUrl
        .map(id -> id.equals(seen.article()))
        .orElseGet(() -> item.resembles(seen.contentHash()));
  }

  /** What an announcement tells us. */
  enum News {
    /** An article never seen. */
    NEW,
    /** A known article whose text or headline has changed. */
    CORRECTION,
    /** A known article under another guid, address or source. */
    ALSO
  }

  /**
   * An announcement that changes something.
   *
   * @param marked the item with its marks
   * @param id the article it is about
   * @param news what it tells
   */
  record Fresh(Marked marked, ArticleId id, News news) {
    FeedItem item() {
      return marked.item();
    }

    String url() {
      return marked.url();
    }

    /** Returns how the article came to us, when {@code source} announced it at {@code seen}. */
    Announcement announcement(Source source, Instant seen) {
      return new Announcement(
          source.id(), marked.key(), marked.contentHash(), seen, source.visibility());
    }
  }

  /**
   * An item with the marks it is recognised by.
   *
   * @param item the item
   * @param url its canonical address; one made of the source's where it has none
   * @param urlKey the identity of that address, equal for http and https
   * @param key its identity within the source
   * @param contentHash the headline's hash in the upper half, the text's in the lower
   */
  record Marked(FeedItem item, String url, String urlKey, ItemKey key, long contentHash) {
    static Marked of(FeedItem item, Source source) {
      long headline = hash(item.title());
      long text = hash(item.summary()) * 31 + hash(item.content());
      long contentHash = headline << 32 | (text & 0xffffffffL);
      Optional<WebAddress> link = link(item);
      String mark =
          item.guid() != null ? item.guid() : link.map(WebAddress::key).orElse(contentHash + "");
      ItemKey key = new ItemKey(hash(mark));
      String url = link.map(l -> l.canonical().href()).orElse(source.url() + "#item-" + key);
      return new Marked(item, url, link.map(WebAddress::key).orElse(url), key, contentHash);
    }

    boolean resembles(long otherHash) {
      return otherHash >>> 32 == contentHash >>> 32 || (int) otherHash == (int) contentHash;
    }

    private static Optional<WebAddress> link(FeedItem item) {
      return Optional.ofNullable(item.link())
          .or(() -> Optional.ofNullable(item.guid()))
          .flatMap(WebAddress::parse);
    }

    /** FNV-1a, 64 bits: enough to notice a change, and cheap on texts of any length. */
    private static long hash(@org.jspecify.annotations.Nullable String text) {
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; text != null && i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      return hash;
    }
  }
}
