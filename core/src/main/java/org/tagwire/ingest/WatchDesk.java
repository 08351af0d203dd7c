package org.tagwire.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Cursor;
import org.tagwire.store.WatchStore;
import org.tagwire.store.WatchStore.Changed;
import org.tagwire.store.WatchStore.Found;
import org.tagwire.store.WatchStore.Progress;
import org.tagwire.watch.Lookout;

/**
 * Looks for the watched names: forward, by following the store's change numbers, and backward over
 * all articles whenever the names have changed.
 *
 * <p>Both are done by one thread, {@link #run}, and with one list of names at a time. So nothing is
 * missed between the two: what was placed before the names changed is met on the way back, what is
 * placed later has a greater change number. How far it has come is stored with what it has found;
 * after a crash it goes on from there, and looking at an article twice changes nothing. The rest is
 * safe for use by many threads.
 */
public final class WatchDesk {
  private static final int BATCH = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(WatchDesk.class);

  private final WatchStore watch;
  private final LongSupplier lastChange;
  private final Runnable changed;
  private final Bell bell = new Bell();
  private volatile Lookout lookout = Lookout.of(List.of());
  private volatile long compiled = -1;
  private volatile long tidied = -1;
  private volatile Progress progress;

  /**
   * @param watch names, and what was found of them
   * @param lastChange the last change number of the store
   * @param changed told when articles have changed
   */
  public WatchDesk(WatchStore watch, LongSupplier lastChange, Runnable changed) {
    this.watch = watch;
    this.lastChange = lastChange;
    this.changed = changed;
    this.progress = watch.progress();
  }

  /** Says that the store or the names have changed. */
  public void changed() {
    bell.ring();
  }

  /** Whether all that the store holds has been looked through for the names of now. */
  public boolean isDone() {
    Progress now = progress;
    boolean current = now.edition() == watch.progress().edition() && now.edition() == tidied;
    return current && now.done() && isFollowed();
  }

  /** Whether all that is placed has been looked at, though perhaps for the names of before. */
  public boolean isFollowed() {
    boolean idle = compiled >= 0 && lookout.size() == 0;
    return idle || progress.followed() >= lastChange.getAsLong();
  }

  /** Returns how far it has come. */
  public Progress progress() {
    return progress;
  }

  /** Goes on until the thread is interrupted. */
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (!advanceCarefully()) {
          bell.await(PATIENCE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean advanceCarefully() {
    try {
      return advance();
    } catch (RuntimeException e) {
      log.error("looking for watched names broke; it is tried again", e);
      return false;
    }
  }

  /** Looks at one batch. Returns whether there was one. */
  boolean advance() {
    Progress stored = watch.progress();
    if (stored.edition() != compiled) {
      lookout = Lookout.of(watch.list());
      compiled = stored.edition();
      progress = stored;
    }
    return tidy() || follow() || goBack();
  }

  /** Takes off what is not watched any more. */
  private boolean tidy() {
    if (tidied == compiled) {
      return false;
    }
    List<Article> orphans = watch.orphans(BATCH);
    if (orphans.isEmpty()) {
      tidied = compiled;
      return false;
    }
    keep(found(orphans), List.of(), progress);
    return true;
  }

  private boolean follow() {
    if (lookout.size() == 0) {
      return false;
    }
    List<Changed> changes = watch.changed(progress.followed(), BATCH);
    if (changes.isEmpty()) {
      return false;
    }
    List<Article> placed =
        changes.stream().flatMap(c -> Optional.ofNullable(c.article()).stream()).toList();
    List<ArticleId> gone =
        changes.stream().filter(c -> c.article() == null).map(Changed::id).toList();
    keep(found(placed), gone, progress.followed(changes.getLast().number()));
    return true;
  }

  private boolean goBack() {
    if (progress.done()) {
      return false;
    }
    List<Article> articles =
        lookout.size() == 0 ? List.of() : watch.before(progress.findBack(), BATCH);
    if (articles.isEmpty()) {
      keep(List.of(), List.of(), progress.finished());
      log.info("{} watched names: looked at {} articles", lookout.size(), progress.looked());
      return false;
    }
    Article last = articles.getLast();
    Cursor place = new Cursor(last.timing().order(), last.id());
    keep(found(articles), List.of(), progress.back(place, articles.size()));
    return true;
  }

  private List<Found> found(List<Article> articles) {
    return articles.stream()
        .map(a -> new Found(a, lookout.find(a.text(), a.understanding().language())))
        .toList();
  }

  private void keep(List<Found> found, List<ArticleId> gone, Progress reached) {
    boolean more = watch.note(found, gone, reached);
    progress = reached;
    if (more) {
      changed.run();
    }
  }
}
