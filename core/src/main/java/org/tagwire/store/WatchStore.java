package org.tagwire.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Cursor;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.WatchedName;

/**
 * The names the owner watches and the articles that say them; all of it is the owner's alone. Safe
 * for use by many threads.
 *
 * <p>What is found stands beside the article's own reading: {@link ArticleStore#find} and {@link
 * ArticleStore#changes} add it to the tags, and nothing else of the article knows of it, so that it
 * can be taken away again. Whoever looks for the names does so twice: forward, by change numbers,
 * and, whenever the names have changed, backward over all articles, newest first. {@link Progress}
 * says how far; it is kept together with what was found up to there.
 */
public interface WatchStore {
  /** The greatest number of watched names. */
  int MOST = 5_000;

  /** Lists the names, by key. */
  List<WatchedName> list();

  Optional<WatchedName> find(TagKey key);

  /**
   * Adds names, each replacing the one with its key, in one transaction, and begins to look
   * backward again if that changes anything. Nothing is stored when there would be more than {@link
   * #MOST}.
   */
  Taken set(Collection<WatchedName> names, Instant now);

  /**
   * Removes a name; what was found of it is among {@link #orphans} then. False for an unknown one.
   */
  boolean remove(TagKey key);

  Progress progress();

  /** Returns changes as {@link ArticleStore#changes}, each article with its own tags only. */
  List<Changed> changed(long after, int limit);

  /**
   * Returns placed articles before a place in time, newest first, as {@link ArticleStore#findAll}.
   */
  List<Article> before(Optional<Cursor> place, int limit);

  /** Returns placed articles that still carry names which are not watched any more. */
  List<Article> orphans(int limit);

  /**
   * Stores what was found and how far one has come, in one transaction. Each article whose names
   * are others than before gets a new change number and carries their hashtags from then on, and
   * only them. Left alone is an article that has changed since it was read, or waits to be placed
   * again: a later change number brings it back. Nothing at all is stored when the names have
   * changed since {@code reached.edition}; and where nothing was found before or now, how far one
   * has come may be left to be stored with a later call. Returns whether an article has changed.
   *
   * @param found what each article says now; none for one that says no name
   * @param gone articles that are not placed any more
   * @param reached how far one has come
   */
  boolean note(List<Found> found, List<ArticleId> gone, Progress reached);

  /**
   * Counts the articles of each name, by key; a name without any is there, too.
   *
   * @param days where the three stretches of time begin
   */
  List<Tally> tally(Days days);

  /**
   * Lists the articles in which any name was found, newest first; of near-copies the first that was
   * found.
   */
  Page latest(Optional<Cursor> after, int size);

  /** What became of names that were to be added. */
  sealed interface Taken {}

  /**
   * They are watched.
   *
   * @param added how many are new
   * @param changed how many replace another of their key
   * @param same how many were watched just so already
   */
  record Watched(int added, int changed, int same) implements Taken {}

  /** None of them is. {@code names} is how many there would have been. */
  record TooMany(int names) implements Taken {}

  /**
   * How far one has looked.
   *
   * @param edition how often the names have changed; what was looked for
   * @param followed up to which change number
   * @param back back to which article; absent at the beginning
   * @param looked how many articles have been looked at on the way back
   * @param done whether all have been
   */
  record Progress(long edition, long followed, @Nullable Cursor back, long looked, boolean done) {
    public Optional<Cursor> findBack() {
      return Optional.ofNullable(back);
    }

    /** Returns this with another change number. */
    public Progress followed(long change) {
      return new Progress(edition, change, back, looked, done);
    }

    /** Returns this gone back over {@code more} articles to {@code place}. */
    public Progress back(Cursor place, int more) {
      return new Progress(edition, followed, place, looked + more, false);
    }

    /** Returns this with nothing left on the way back. */
    public Progress finished() {
      return new Progress(edition, followed, back, looked, true);
    }
  }

  /**
   * A change.
   *
   * @param number its number
   * @param id the article
   * @param article what it is now; absent when it is not placed any more
   */
  record Changed(long number, ArticleId id, @Nullable Article article) {}

  /**
   * What one article says.
   *
   * @param article the article as it was read
   * @param tags the hashtags of the names it says
   */
  record Found(Article article, List<Tagging> tags) {
    public Found {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Where stretches of time begin.
   *
   * @param today the first
   * @param week the second, which ends now
   * @param before the third, which ends where the second begins
   */
  record Days(Instant today, Instant week, Instant before) {}

  /**
   * A name and its articles.
   *
   * @param name which
   * @param today how many of today
   * @param week how many of the week
   * @param before how many of the week before
   * @param publishers how many publishers carried them in the week
   * @param last the newest of all; absent when there was none yet
   */
  record Tally(
      WatchedName name, int today, int week, int before, int publishers, @Nullable Card last) {
    public Optional<Card> findLast() {
      return Optional.ofNullable(last);
    }
  }
}
