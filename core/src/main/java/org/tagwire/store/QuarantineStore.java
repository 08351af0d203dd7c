package org.tagwire.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Raw;
import org.tagwire.model.SourceId;

/**
 * Items on which a bug of ours broke: first tried again, then set apart so that all others go on.
 * Safe for use by many threads.
 *
 * <p>An entry goes in the transaction in which its item is accepted after all, or its reading
 * placed, and an unread one with its source. Of unread items at most {@value #MOST} are kept, and
 * the bytes of the newest {@value #MOST_WITH_BYTES}; an older one that goes is simply tried again.
 */
public interface QuarantineStore {
  /** After how many tries an item is set apart. */
  int TRIES = 3;

  int MOST = 10_000;

  int MOST_WITH_BYTES = 500;

  /**
   * Notes that work on an item broke, and returns how it stands now. A reading that broke for the
   * last time does not wait to be placed any more, in the same transaction.
   */
  Entry broke(Breakage breakage);

  /** Returns the items of a source that are set apart unread, and what each said. */
  Map<ItemKey, Long> setApart(SourceId source);

  /** Lists all entries, the latest first; those that will be tried again by themselves, too. */
  List<Entry> list();

  Optional<Entry> find(long number);

  /** Returns what was received for an entry, as far as it is kept. */
  Optional<Raw> findRaw(long number);

  /** Counts the entries that are set apart. */
  long count();

  /**
   * Lets an entry be tried once more: a reading waits to be placed again; an item is forgotten
   * here, and its source asked for the whole feed at {@code now}.
   */
  void release(long number, Instant now);

  /** Removes an entry that has nothing to wait for any more. */
  void remove(long number);

  /** Removes entries that were last tried before {@code before}. Returns how many. */
  int forget(Instant before);

  /**
   * One time that work on an item broke.
   *
   * @param source which source announced it
   * @param key which item of it
   * @param contentHash what it said
   * @param url the article's address
   * @param article the reading that could not be placed; absent when the item could not be read
   * @param fault what broke
   * @param raw what was received, cut to what may be kept
   * @param at when
   */
  record Breakage(
      SourceId source,
      ItemKey key,
      long contentHash,
      String url,
      @Nullable ArticleId article,
      Fault fault,
      Optional<Raw> raw,
      Instant at) {}

  /**
   * What broke, for who has to mend it.
   *
   * @param stage the part of the journey, as in {@code extract}
   * @param error the exception's class and message
   * @param frames where it came from, the innermost first
   */
  record Fault(String stage, String error, List<String> frames) {
    public Fault {
      frames = List.copyOf(frames);
    }
  }

  /**
   * How an item stands.
   *
   * @param number its number here
   * @param tries how often it broke
   * @param since when it broke first
   * @param last the last time, without what was received
   */
  record Entry(long number, int tries, Instant since, Breakage last) {
    /** Whether it is left alone while it says the same. */
    public boolean isSetApart() {
      return tries >= TRIES;
    }
  }
}
