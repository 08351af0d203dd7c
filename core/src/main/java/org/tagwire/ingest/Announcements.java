package org.tagwire.ingest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.Announcement;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
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
 * parameters, move to https and are shared by many items, headlines are edited. Two rules therefore
 * meet. Within one document, items with different headlines are different articles, whatever guid
 * or link they share. Between documents, an item is a known article when guid and link say so, when
 * one of them does and headline or text are what they were, or when so much of the rest agrees that
 * it was edited ({@link Likeness}). A guid that returns with everything else changed is another
 * article.
 *
 * <p>What a feed repeats under new guids is left alone, so that guids that change with every poll
 * fill no table.
 */
public final class Announcements {
  private final ArticleStore articles;

  public Announcements(ArticleStore articles) {
    this.articles = articles;
  }

  /** Returns the new and changed items of a poll, in the order given, each article once. */
  List<Fresh> fresh(Source source, List<FeedItem> items, Instant now) {
    List<Marked> marked = Marked.all(items, source);
    Poll poll = new Poll(source, now, marked);
    Set<ArticleId> taken = new HashSet<>();
    List<Fresh> fresh = new ArrayList<>();
    for (Marked item : marked) {
      Fresh judged = poll.judge(item);
      if (taken.add(judged.id()) && judged.news() != News.NOTHING) {
        fresh.add(judged);
      }
    }
    return fresh;
  }

  /** Returns the articles, as far as they are known, that these items announce. */
  Set<ArticleId> known(Source source, List<FeedItem> items) {
    Poll poll = new Poll(source, Instant.EPOCH, Marked.all(items, source));
    Set<ArticleId> known = new HashSet<>(poll.urls.values());
    poll.seen.values().forEach(seen -> known.add(seen.article()));
    return known;
  }

  /** Returns the articles that this source itself has announced under these guids. */
  Set<ArticleId> announced(Source source, Collection<String> guids) {
    Set<ItemKey> keys = guids.stream().map(Marked::key).collect(Collectors.toSet());
    Set<ArticleId> announced = new HashSet<>();
    articles.seen(source.id(), keys).values().forEach(seen -> announced.add(seen.article()));
    return announced;
  }

  /** One document, and what the store knows of what it announces. */
  private final class Poll {
    private final Source source;
    private final Instant now;
    private final Map<ItemKey, Seen> seen;
    private final Map<String, ArticleId> urls;
    private final Map<String, Fresh> begun = new HashMap<>();

    Poll(Source source, Instant now, List<Marked> items) {
      this.source = source;
      this.now = now;
      Set<ItemKey> keys = new HashSet<>();
      Set<String> addresses = new HashSet<>();
      for (Marked item : items) {
        keys.add(item.key());
        keys.add(item.fullKey());
        addresses.add(item.urlKey());
      }
      seen = articles.seen(source.id(), keys);
      urls = articles.findByUrls(addresses);
    }

    Fresh judge(Marked item) {
      Optional<Seen> byGuid =
          Optional.ofNullable(seen.get(item.fullKey()))
              .or(() -> Optional.ofNullable(seen.get(item.key())));
      Optional<ArticleId> byLink = Optional.ofNullable(urls.get(item.urlKey()));
      if (byGuid.isPresent() && isWhatItsGuidSays(item, byGuid.get(), byLink)) {
        return again(item, byGuid.get(), byLink);
      }
      return byLink
          .flatMap(id -> atKnownAddress(item, id))
          .or(() -> onSharedPage(item))
          .or(() -> byLink.isPresent() ? Optional.empty() : twin(item))
          .orElseGet(() -> begin(byLink.isPresent() ? item.apart() : item, byGuid.isPresent()));
    }

    private boolean isWhatItsGuidSays(Marked item, Seen known, Optional<ArticleId> byLink) {
      if (byLink.isEmpty()) {
        return item.resembles(known.contentHash())
            || find(known.article()).filter(a -> Likeness.isSameByGuid(item, a)).isPresent();
      }
      return byLink.get().equals(known.article())
          || (item.resembles(known.contentHash()) && !says(byLink.get(), item));
    }

    private boolean says(ArticleId id, Marked item) {
      return find(id)
          .filter(a -> item.resembles(a.reading().announcement().contentHash()))
          .isPresent();
    }

    /** What its guid announced before: said again, corrected, or under another address. */
    private Fresh again(Marked item, Seen known, Optional<ArticleId> byLink) {
      boolean sharesItsPage =
          byLink.isPresent() ? !byLink.get().equals(known.article()) : isAnchored(known, item);
      Marked own = sharesItsPage ? item.apart() : item;
      if (known.contentHash() != item.contentHash()) {
        return new Fresh(own, known.article(), News.CORRECTION);
      }
      boolean nothing = byLink.isPresent() || sharesItsPage;
      return new Fresh(own, known.article(), nothing ? News.NOTHING : News.ALSO);
    }

    private boolean isAnchored(Seen known, Marked item) {
      return find(known.article())
          .filter(a -> a.reading().url().startsWith(item.url() + '#'))
          .isPresent();
    }

    private Optional<Fresh> atKnownAddress(Marked item, ArticleId id) {
      Optional<Article> known = find(id);
      if (known.filter(a -> !Likeness.isSameByLink(item, a)).isPresent()) {
        return Optional.empty();
      }
      Optional<Announcement> before =
          known.map(a -> a.reading().announcement()).filter(a -> a.source().equals(source.id()));
      if (before.isEmpty()) {
        return Optional.of(new Fresh(item, id, News.ALSO));
      }
      boolean changed = before.get().contentHash() != item.contentHash();
      return Optional.of(new Fresh(item, id, changed ? News.CORRECTION : News.NOTHING));
    }

    /** Looks for an item that stands alone now, and shared its page when it was seen first. */
    private Optional<Fresh> onSharedPage(Marked item) {
      List<Marked> forms = item.forms();
      Map<String, ArticleId> known =
          articles.findByUrls(forms.stream().map(Marked::urlKey).toList());
      return forms.stream()
          .filter(form -> known.containsKey(form.urlKey()))
          .findFirst()
          .flatMap(form -> atKnownAddress(form, Objects.requireNonNull(known.get(form.urlKey()))));
    }

    /** Looks for the same page under the address of its mobile edition and the like. */
    private Optional<Fresh> twin(Marked item) {
      WebAddress link = item.link();
      if (link == null || item.shared()) {
        return Optional.empty();
      }
      List<String> twins = link.twinKeys();
      for (String twin : twins) {
        Fresh other = begun.get(twin);
        if (other != null && item.resembles(other.marked().contentHash())) {
          return Optional.of(new Fresh(item, other.id(), News.NOTHING));
        }
      }
      Map<String, ArticleId> known = articles.findByUrls(twins);
      return twins.stream()
          .flatMap(twin -> Optional.ofNullable(known.get(twin)).stream())
          .filter(id -> find(id).filter(a -> !isTwin(item, a)).isEmpty())
          .findFirst()
          .map(id -> new Fresh(item, id, News.ALSO));
    }

    private boolean isTwin(Marked item, Article known) {
      return item.resembles(known.reading().announcement().contentHash())
          || Likeness.alike(
                  Optional.ofNullable(item.item().title()).orElse(""), known.text().title())
              >= Likeness.EDITED;
    }

    private Fresh begin(Marked item, boolean marksAreTaken) {
      ArticleId id =
          marksAreTaken
              ? ArticleId.mint(
                  item.url(), item.key().toString(), now.atOffset(ZoneOffset.UTC).toLocalDate())
              : ArticleId.mint(item.url());
      Fresh fresh = new Fresh(item, id, News.NEW);
      begun.put(item.urlKey(), fresh);
      return fresh;
    }

    /** Finds an article as it was placed; what still waits for its place is taken as it comes. */
    private Optional<Article> find(ArticleId id) {
      return articles.findAll(List.of(id), Audience.OWNER).stream().findFirst();
    }
  }

  /** What an announcement tells us. */
  enum News {
    /** An article never seen. */
    NEW,
    /** A known article whose text or headline has changed. */
    CORRECTION,
    /** A known article under another guid, address or source. */
    ALSO,
    /** A known article, as it was. */
    NOTHING
  }

  /**
   * An announcement, judged.
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
}
