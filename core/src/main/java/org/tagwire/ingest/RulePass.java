package org.tagwire.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagwireException;
import org.tagwire.store.ArticleStore.Retagged;
import org.tagwire.store.RuleStore.Given;
import org.tagwire.store.Store;

/**
 * Has the articles that are there already follow the owner's rules, newest first, in small
 * transactions. One thread runs {@link #run}.
 *
 * <p>A rule is settled when every article follows it and the index shows it. A pass that was cut
 * short begins again: what has been done is found done, and nothing is written twice.
 */
public final class RulePass {
  private static final int BATCH = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Logger log = LoggerFactory.getLogger(RulePass.class);

  private final Store store;
  private final Desks desks;
  private final LongSupplier shown;
  private final Runnable changed;
  private final Bell bell = new Bell();

  /** Of rules that the store follows, the change that the index has yet to show. */
  private final Map<Given, Long> followed = new HashMap<>();

  /**
   * @param shown the number of the last change that lists show
   * @param changed told when articles have changed
   */
  public RulePass(Store store, Desks desks, LongSupplier shown, Runnable changed) {
    this.store = store;
    this.desks = desks;
    this.shown = shown;
    this.changed = changed;
  }

  /** Says that a rule was given or taken back. */
  public void changed() {
    bell.ring();
  }

  /** Follows rules until the thread is interrupted. */
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        bell.await(advanceOrWarn() ? PATIENCE : LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean advanceOrWarn() {
    try {
      return advance();
    } catch (TagwireException e) {
      log.warn("articles could not be brought under the owner's rules; it is tried again", e);
      return true;
    }
  }

  /** Goes through what is not settled. Returns whether everything is. */
  boolean advance() {
    List<Given> open = store.rules().list().stream().filter(given -> !given.settled()).toList();
    followed.keySet().retainAll(open);
    boolean all = true;
    for (Given given : open) {
      all &= settle(given);
    }
    return all;
  }

  private boolean settle(Given given) {
    if (!followed.containsKey(given)) {
      int left = follow(given);
      if (left > 0) {
        return false;
      }
      followed.put(given, store.articles().lastChange());
    }
    if (shown.getAsLong() < followed.getOrDefault(given, Long.MAX_VALUE)) {
      return false;
    }
    store.rules().settle(given);
    followed.remove(given);
    log.info("every article follows rule {} about #{}", given.number(), given.rule().tag());
    return true;
  }

  /** Returns how many articles have to be looked at again. */
  private int follow(Given given) {
    List<Given> all = store.rules().list();
    int left = retag(refused(all));
    for (TagKey key : new RuleKin(all).standing(given)) {
      left += followAll(key);
    }
    return left;
  }

  /** The articles of which single things were said, under whatever key those tags stand now. */
  private static List<ArticleId> refused(List<Given> rules) {
    return rules.stream()
        .map(Given::rule)
        .filter(TagRule.NotAbout.class::isInstance)
        .map(rule -> ((TagRule.NotAbout) rule).article())
        .distinct()
        .toList();
  }

  private int followAll(TagKey key) {
    int left = 0;
    @Nullable Cursor after = null;
    do {
      Page page =
          store
              .articles()
              .list(new ListQuery(Filter.tag(key), Audience.OWNER, after, BATCH, false));
      left += retag(page.listings().stream().map(listing -> listing.card().id()).toList());
      after = page.next();
    } while (after != null && !Thread.currentThread().isInterrupted());
    return after == null ? left : left + 1;
  }

  /** A batch is read, carded and written under one state of the rules. */
  private int retag(List<ArticleId> ids) {
    AtomicInteger left = new AtomicInteger();
    desks.underRules(rules -> left.set(retagNow(ids)));
    return left.get();
  }

  private int retagNow(List<ArticleId> ids) {
    if (ids.isEmpty()) {
      return 0;
    }
    List<Retagged> articles =
        store.articles().findAll(ids, Audience.OWNER).stream().map(this::carded).toList();
    if (articles.isEmpty()) {
      return 0;
    }
    int left = store.articles().retag(articles);
    changed.run();
    return left;
  }

  private Retagged carded(Article article) {
    return new Retagged(
        article.id(), article.change(), desks.cards().of(article.reading(), article.placement()));
  }
}
