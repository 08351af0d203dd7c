package org.tagwire.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.FeedItem;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/**
 * An item with the marks it is recognised by.
 *
 * <p>Marks are given to a document at a time, since only there is seen which of them tell items
 * apart. Where one guid stands for several items, an item's key is made of guid, link and headline.
 * Where several items share one page, as the entries of a live report do, the address of each is
 * the page's with an anchor: its own where each has one, else one made of its headline.
 *
 * @param item the item
 * @param link its canonical address without an anchor, if it has one
 * @param url what it is stored under: that address, or one made of the source's
 * @param urlKey the identity of that address, equal for http and https
 * @param key its identity within the source
 * @param fullKey the identity it has where its guid does not suffice; equal to {@code key} there
 * @param contentHash the headline's hash in the upper half, the text's in the lower
 * @param shared whether it shares its page with others, and its address has an anchor for that
 */
record Marked(
    FeedItem item,
    @Nullable WebAddress link,
    String url,
    String urlKey,
    ItemKey key,
    ItemKey fullKey,
    long contentHash,
    boolean shared) {
  private static final long NOTHING = 0xcbf29ce484222325L;
  private static final int NO_TEXT = (int) (hash(null) * 31 + hash(null));

  /** Marks the items of one document, in order. */
  static List<Marked> all(List<FeedItem> items, Source source) {
    List<Marked> marked = items.stream().map(item -> of(item, source)).toList();
    Set<ItemKey> guids = shared(marked, Marked::key, item -> item.urlKey + item.contentHash);
    Set<String> pages = shared(marked, Marked::urlKey, Marked::voice);
    Set<String> anchored = anchored(marked, pages);
    List<Marked> all = new ArrayList<>();
    for (Marked item : marked) {
      Marked told = guids.contains(item.key) ? item.byFullKey() : item;
      all.add(pages.contains(item.urlKey) ? told.apart(anchored.contains(item.urlKey)) : told);
    }
    return all;
  }

  /** Returns the identity, within its source, of an item with this guid. */
  static ItemKey key(String guid) {
    return new ItemKey(hash(guid));
  }

  private static Marked of(FeedItem item, Source source) {
    long headline = hash(item.title());
    long text = hash(item.summary()) * 31 + hash(item.content());
    long contentHash = headline << 32 | (text & 0xffffffffL);
    WebAddress link = link(item).orElse(null);
    String mark = mark(item, link, contentHash);
    ItemKey key = new ItemKey(hash(mark));
    String url = link == null ? source.url() + "#item-" + key : link.canonical().href();
    String urlKey = link == null ? url : link.key();
    Marked plain = new Marked(item, link, url, urlKey, key, key, contentHash, false);
    ItemKey full = new ItemKey(hash(mark + '\n' + urlKey + '\n' + plain.voice()));
    return new Marked(item, link, url, urlKey, key, full, contentHash, false);
  }

  private static String mark(FeedItem item, @Nullable WebAddress link, long contentHash) {
    if (item.guid() != null) {
      return item.guid();
    }
    if (link != null) {
      return link.key();
    }
    Moment published = item.published();
    return contentHash + (published == null ? "" : "@" + published.instant());
  }

  private static Optional<WebAddress> link(FeedItem item) {
    return Optional.ofNullable(item.link())
        .flatMap(WebAddress::parse)
        .or(() -> Optional.ofNullable(item.guid()).flatMap(WebAddress::parse));
  }

  /** Returns the marks that stand for more than one thing. */
  private static <K> Set<K> shared(
      List<Marked> items, Function<Marked, K> mark, Function<Marked, Object> thing) {
    Map<K, Object> first = new HashMap<>();
    Set<K> shared = new HashSet<>();
    for (Marked item : items) {
      Object known = first.putIfAbsent(mark.apply(item), thing.apply(item));
      if (known != null && !known.equals(thing.apply(item))) {
        shared.add(mark.apply(item));
      }
    }
    return shared;
  }

  /** Returns those pages on which every item has an anchor of its own. */
  private static Set<String> anchored(List<Marked> items, Set<String> pages) {
    Set<String> anchored = new HashSet<>(pages);
    Map<String, Long> owners = new HashMap<>();
    for (Marked item : items) {
      if (pages.contains(item.urlKey)) {
        String anchor = item.anchor();
        Long owner = owners.putIfAbsent(item.urlKey + '#' + anchor, item.voice());
        if (anchor.isEmpty() || (owner != null && owner != item.voice())) {
          anchored.remove(item.urlKey);
        }
      }
    }
    return anchored;
  }

  private Marked byFullKey() {
    return new Marked(item, link, url, urlKey, fullKey, fullKey, contentHash, shared);
  }

  /** Returns the item under an address of its own, on a page that belongs to another. */
  Marked apart() {
    return apart(false);
  }

  /** Returns the item as it would be known had it shared its page. */
  List<Marked> forms() {
    if (shared || link == null) {
      return List.of();
    }
    return anchor().isEmpty() ? List.of(apart()) : List.of(apart(), apart(true));
  }

  private Marked apart(boolean byAnchor) {
    String anchor = byAnchor ? anchor() : "item-" + new ItemKey(voice());
    return shared
        ? this
        : new Marked(
            item, link, url + '#' + anchor, urlKey + '#' + anchor, key, fullKey, contentHash, true);
  }

  /** Returns what follows the number sign in the link, or in a guid that is a link. */
  private String anchor() {
    String written = item.link() == null ? item.guid() : item.link();
    int sign = written == null ? -1 : written.indexOf('#');
    return sign < 0 || written == null ? "" : written.substring(sign + 1).strip();
  }

  /**
   * Returns what tells it from others in its document: the headline, the text where it has none.
   */
  private long voice() {
    return item.title() == null || item.title().isBlank() ? contentHash : hash(item.title());
  }

  /** Says whether headline or text are what they were; nothing is not taken for the same text. */
  boolean resembles(long otherHash) {
    boolean sameHeadline = hasHeadline() && otherHash >>> 32 == contentHash >>> 32;
    boolean sameText = (int) contentHash != NO_TEXT && (int) otherHash == (int) contentHash;
    return sameHeadline || sameText || otherHash == contentHash;
  }

  private boolean hasHeadline() {
    return item.title() != null && !item.title().isBlank();
  }

  /** FNV-1a, 64 bits: enough to notice a change, and cheap on texts of any length. */
  private static long hash(@Nullable String text) {
    long hash = NOTHING;
    for (int i = 0; text != null && i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
