package org.tagwire.copies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.copies.CopyFinder.Likeness;
import org.tagwire.model.ArticleId;
import org.tagwire.model.CopyPrint;

/**
 * The window of recent prints: finds for a new article the first article whose text it nearly is.
 *
 * <p>Candidates come from an index of each print's {@value #INDEXED} least hashes (as unsigned,
 * bits reversed, so that the sample does not depend on the level); the whole print of the new
 * article is looked up in it, and every candidate is then compared in full. Owned by one thread;
 * not safe for use by more. Memory: about 2 KB an article.
 */
public final class Copies {
  static final int INDEXED = 48;

  /** A hash that this many texts share is boilerplate and finds nothing more. */
  private static final int COMMON = 64;

  private static final int CANDIDATES = 64;

  private static final Comparator<Entry> EARLIEST =
      Comparator.comparing(Entry::order).thenComparing(Entry::id);

  private final Map<ArticleId, Entry> entries = new HashMap<>();
  private final Map<Integer, List<Entry>> index = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never leaves the window; equal means the same article
  private record Entry(ArticleId id, ArticleId group, int[] hashes, Instant order) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry entry && id.equals(entry.id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /**
   * A near-copy in the window.
   *
   * @param article the article it was compared with
   * @param group the first article of that one's copy group
   * @param likeness how alike they are
   */
  public record Match(ArticleId article, ArticleId group, Likeness likeness) {
    /** Returns one line that says why. */
    public String reason() {
      return String.format(
          Locale.ROOT,
          "same text: %.0f %% of the wording in common, %.0f %% of the shorter text",
          100 * likeness.jaccard(),
          100 * likeness.containment());
    }
  }

  /**
   * Finds the earliest article in the window of which a text with {@code print} is nearly a copy.
   */
  public Optional<Match> find(CopyPrint print) {
    int[] hashes = print.hashes();
    return candidates(hashes).stream()
        .map(entry -> Map.entry(entry, CopyFinder.compare(hashes, entry.hashes)))
        .filter(compared -> CopyFinder.isCopy(compared.getValue()))
        .min(Map.Entry.comparingByKey(EARLIEST))
        .map(e -> new Match(e.getKey().id, e.getKey().group, e.getValue()));
  }

  /**
   * Takes an article into the window; one without a print, or already there, changes nothing.
   *
   * @param group the first article of its copy group, itself when it is alone
   * @param order its place in time
   */
  public void add(ArticleId id, ArticleId group, CopyPrint print, Instant order) {
    if (print.size() == 0 || entries.containsKey(id)) {
      return;
    }
    Entry entry = new Entry(id, group, print.hashes(), order);
    entries.put(id, entry);
    for (int hash : indexed(entry.hashes)) {
      List<Entry> sharing = index.computeIfAbsent(hash, h -> new ArrayList<>(1));
      if (sharing.size() < COMMON) {
        sharing.add(entry);
      }
    }
  }

  /** Drops an article, for tombstones. */
  public void remove(ArticleId id) {
    Entry entry = entries.remove(id);
    if (entry != null) {
      forget(entry);
    }
  }

  /** Drops all articles before {@code oldest}. */
  public void expire(Instant oldest) {
    List<Entry> gone = entries.values().stream().filter(e -> e.order.isBefore(oldest)).toList();
    for (Entry entry : gone) {
      entries.remove(entry.id);
      forget(entry);
    }
  }

  public int size() {
    return entries.size();
  }

  private void forget(Entry entry) {
    for (int hash : indexed(entry.hashes)) {
      List<Entry> sharing = index.get(hash);
      if (sharing != null) {
        sharing.remove(entry);
        if (sharing.isEmpty()) {
          index.remove(hash);
        }
      }
    }
  }

  private List<Entry> candidates(int[] hashes) {
    Map<Entry, Integer> hits = new HashMap<>();
    for (int hash : hashes) {
      for (Entry entry : index.getOrDefault(hash, List.of())) {
        hits.merge(entry, 1, Integer::sum);
      }
    }
    return hits.entrySet().stream()
        .sorted(
            Map.Entry.<Entry, Integer>comparingByValue()
                .reversed()
                .thenComparing(e -> e.getKey().id))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The hashes with the most zero bits at their end come first, so prints of different levels index
   * the same ones.
   */
  private static int[] indexed(int[] hashes) {
    return Arrays.stream(hashes)
        .mapToLong(hash -> Integer.toUnsignedLong(Integer.reverse(hash)))
        .sorted()
        .limit(INDEXED)
        .mapToInt(bits -> Integer.reverse((int) bits))
        .toArray();
  }
}
