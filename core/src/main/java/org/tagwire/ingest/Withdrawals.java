package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Domain;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.store.ArticleStore;
import org.tagwire.url.WebAddress;

/**
 * Notices that a publisher has taken an article back. Safe for use by many threads.
 *
 * <p>Where the feed says so itself ({@link #retract}) that is enough. Else it takes two signs. The
 * article has vanished from its feed while older ones are still announced; that a feed is short is
 * no sign. And its page, asked for because of that, is not found or gone. A page that is still
 * there is asked for once more after {@link #ASK_AGAIN} and then left alone, since a feed may keep
 * an old article on top of those that pass.
 */
final class Withdrawals {
  private static final int LOOK_BACK = 100;
  private static final int ASKED_AT_A_POLL = 5;
  private static final int OPEN = 20;
  private static final int REMEMBERED = 10_000;

  private static final int ASKED_AT_MOST = 2;

  /** Well within the day in which what is withdrawn has to vanish. */
  private static final Duration ASK_AGAIN = Duration.ofHours(6);

  private final ArticleStore articles;
  private final Announcements announcements;
  private final ArticleReader reader;
  private final SequencedMap<ArticleId, Asked> asked = new LinkedHashMap<>();

  /** What has vanished and was not settled when it was last asked for. */
  private final Map<SourceId, List<Card>> open = new ConcurrentHashMap<>();

  private record Asked(int times, Instant last) {
    static final Asked NEVER = new Asked(0, Instant.MIN);

    boolean mayBeAgain(Instant now) {
      return times < ASKED_AT_MOST && (times == 0 || !now.isBefore(last.plus(ASK_AGAIN)));
    }
  }

  Withdrawals(ArticleStore articles, Announcements announcements, ArticleReader reader) {
    this.articles = articles;
    this.announcements = announcements;
    this.reader = reader;
  }

  /**
   * Withdraws what a source says it has deleted (RFC 6721): of the articles it announced itself,
   * those of its own publisher. Nobody takes back what is another's. Returns whether there was
   * anything.
   */
  boolean retract(Source source, List<String> deleted, Instant now) {
    if (deleted.isEmpty()) {
      return false;
    }
    List<ArticleId> gone =
        articles
            .findAll(List.copyOf(announcements.announced(source, deleted)), Audience.OWNER)
            .stream()
            .filter(article -> isOf(source, article.credit().carrier().domain()))
            .map(Article::id)
            .toList();
    if (!gone.isEmpty()) {
      articles.withdraw(gone, "deleted by its publisher", now);
    }
    return !gone.isEmpty();
  }

  private static boolean isOf(Source source, Domain carrier) {
    return carrier.equals(source.publisher())
        || carrier.equals(WebAddress.of(source.url()).domain());
  }

  /**
   * Withdraws what the publisher has withdrawn, now that the source announces these items. Returns
   * whether there was anything.
   */
  boolean follow(Source source, List<FeedItem> items, Instant now) {
    return ask(source, vanished(source, announcements.known(source, items)), now);
  }

  /**
   * Looks again for what had vanished from a source that has not changed since. Returns whether
   * anything was withdrawn.
   */
  boolean followUnchanged(Source source, Instant now) {
    return ask(source, open.getOrDefault(source.id(), List.of()), now);
  }

  private boolean ask(Source source, List<Card> vanished, Instant now) {
    List<Card> asking =
        vanished.stream().filter(card -> mayAsk(card.id(), now)).limit(ASKED_AT_A_POLL).toList();
    List<ArticleId> gone =
        asking.stream().filter(card -> isGone(source, card, now)).map(Card::id).toList();
    List<Card> unclear =
        vanished.stream()
            .filter(c -> !gone.contains(c.id()) && !isSettled(c.id()))
            .limit(OPEN)
            .toList();
    if (unclear.isEmpty()) {
      open.remove(source.id());
    } else {
      open.put(source.id(), unclear);
    }
    if (!gone.isEmpty()) {
      articles.withdraw(gone, "withdrawn by its publisher", now);
    }
    return !gone.isEmpty();
  }

  /**
   * Returns what is newer than the oldest article that is still announced, and is not announced any
   * more.
   */
  private List<Card> vanished(Source source, Set<ArticleId> announced) {
    Filter ofSource = Filter.sources(List.of(source.id()));
    List<Card> newest =
        articles
            .list(new ListQuery(ofSource, Audience.OWNER, null, LOOK_BACK, false))
            .listings()
            .stream()
            .map(Listing::card)
            .toList();
    int oldest = newest.size() - 1;
    while (oldest >= 0 && !announced.contains(newest.get(oldest).id())) {
      oldest--;
    }
    return newest.subList(0, Math.max(0, oldest)).stream()
        .filter(card -> !announced.contains(card.id()))
        .toList();
  }

  private boolean isGone(Source source, Card card, Instant now) {
    remember(card.id(), now);
    return reader.isGone(source, card.url());
  }

  private synchronized boolean isSettled(ArticleId id) {
    return asked.getOrDefault(id, Asked.NEVER).times() >= ASKED_AT_MOST;
  }

  private synchronized boolean mayAsk(ArticleId id, Instant now) {
    return asked.getOrDefault(id, Asked.NEVER).mayBeAgain(now);
  }

  private synchronized void remember(ArticleId id, Instant now) {
    int times = asked.getOrDefault(id, Asked.NEVER).times();
    asked.putLast(id, new Asked(times + 1, now));
    if (asked.size() > REMEMBERED) {
      asked.pollFirstEntry();
    }
  }
}
