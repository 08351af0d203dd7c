package org.tagwire.server.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Cursor;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;
import org.tagwire.model.WatchedName;
import org.tagwire.store.WatchStore;

/** Watched names in memory, with the numbers that a test gives them. */
public final class WatchedSample implements WatchStore {
  private final TreeMap<TagKey, Tally> tallies = new TreeMap<>();
  private boolean done = true;

  /** Watches a name that has these numbers. */
  public void add(Tally tally) {
    tallies.put(tally.name().key(), tally);
  }

  /** Has older articles still to be looked through. */
  public void lookBack() {
    done = false;
  }

  @Override
  public List<WatchedName> list() {
    return tallies.values().stream().map(Tally::name).toList();
  }

  @Override
  public Optional<WatchedName> find(TagKey key) {
    return Optional.ofNullable(tallies.get(key)).map(Tally::name);
  }

  @Override
  public Taken set(Collection<WatchedName> names, Instant now) {
    names.forEach(name -> add(new Tally(name, 0, 0, 0, 0, null)));
    return new Watched(names.size(), 0, 0);
  }

  @Override
  public boolean remove(TagKey key) {
    return tallies.remove(key) != null;
  }

  @Override
  public Progress progress() {
    return new Progress(1, 0, null, 0, done);
  }

  @Override
  public List<Changed> changed(long after, int limit) {
    return List.of();
  }

  @Override
  public List<Article> before(Optional<Cursor> place, int limit) {
    return List.of();
  }

  @Override
  public List<Article> orphans(int limit) {
    return List.of();
  }

  @Override
  public boolean note(List<Found> found, List<ArticleId> gone, Progress reached) {
    return false;
  }

  @Override
  public List<Tally> tally(Days days) {
    return new ArrayList<>(tallies.values());
  }

  @Override
  public Page latest(Optional<Cursor> after, int size) {
    List<Card> cards = tallies.values().stream().flatMap(t -> t.findLast().stream()).toList();
    return new Page(cards.stream().map(card -> new Page.Listing(card, 1)).toList(), null);
  }
}
