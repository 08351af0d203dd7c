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
import org.tagwire.model.ArticleId;
import org.tagwire.model.CopyPrint;

/**
 * The window of recent prints: finds for a new article the first article whose text it nearly is.
 *
 * <p>Candidates come from an index of each print's {@value #INDEXED} least hashes; all hashes of
 * the new article are looked up in it, and the texts met most often are then compared in full. A
 * text eight times as long as one that it holds is still met in five of those hashes.
 *
 * <p>What texts of {@value #COMMON} copy groups say alike is what their outlets always say, and
 * does not count between short texts. Owned by one thread; not safe for use by more. Memory: about
 * 2.3 KB an article.
 */
public final class Copies {
  static final int INDEXED = 64;
  static final int COMMON = 5;

  private static final int CANDIDATES = 48;

  /** Of the hashes that a copy shares by its likeness, at least a fifth are met in the index. */
  private static final int LEAST_HITS = 5;

  private static final Comparator<Entry> EARLIEST =
      Comparator.comparing(Entry::order).thenComparing(Entry::id);

  private final Map<ArticleId, Integer> places = new HashMap<>();
  private List<@Nullable Entry> entries = new ArrayList<>();
  private Postings index = new Postings();
  private final Hits hits = new Hits();
  private final int[] met = new int[COMMON];

  /** The groups of the entries, as hashes: enough to count them, and found without a detour. */
  private int[] groups = new int[256];

  @SuppressWarnings("ArrayRecordComponent") // never leaves the window, never compared
  private record Entry(ArticleId id, ArticleId group, int[] hashes, Instant order) {}

  /** A near-copy in the window, as it is found. */
  private record Found(Entry entry, Likeness likeness) {}

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
    int[] common = meet(hashes);
    Found first = null;
    for (int place : hits.most(CANDIDATES)) {
      Entry entry = entries.get(place);
      boolean earlier =
          entry != null && (first == null || EARLIEST.compare(entry, first.entry) < 0);
      if (entry != null && earlier && isPromising(hashes, entry, hits.count(place))) {
        Likeness likeness = compare(hashes, entry.hashes, common);
        first = likeness.isCopy() ? new Found(entry, likeness) : first;
      }
    }
    return Optional.ofNullable(first)
        .map(found -> new Match(found.entry.id, found.entry.group, found.likeness));
  }

  /**
   * Takes an article into the window; one without a print, or already there, changes nothing.
   *
   * @param group the first article of its copy group, itself when it is alone
   * @param order its place in time
   */
  public void add(ArticleId id, ArticleId group, CopyPrint print, Instant order) {
    if (print.size() > 0 && !places.containsKey(id)) {
      add(new Entry(id, group, print.hashes(), order));
    }
  }

  /** Drops an article, for tombstones. */
  public void remove(ArticleId id) {
    Integer place = places.remove(id);
    if (place != null) {
      entries.set(place, null);
    }
  }

  /** Drops all articles before {@code oldest}. */
  public void expire(Instant oldest) {
    List<@Nullable Entry> before = entries;
    entries = new ArrayList<>();
    places.clear();
    index = new Postings();
    for (Entry entry : before) {
      if (entry != null && !entry.order.isBefore(oldest)) {
        add(entry);
      }
    }
  }

  public int size() {
    return places.size();
  }

  private void add(Entry entry) {
    int place = entries.size();
    entries.add(entry);
    groups = place < groups.length ? groups : Arrays.copyOf(groups, 2 * place);
    groups[place] = entry.group.hashCode();
    places.put(entry.id, place);
    int indexed = Math.min(INDEXED, entry.hashes.length);
    for (int i = 0; i < indexed; i++) {
      index.add(entry.hashes[i] >>> Wording.HELD, place);
    }
  }

  /** A long text has phrases that others have too; of a short one they may be the most. */
  private static Likeness compare(int[] one, int[] other, int[] common) {
    Likeness likeness = CopyFinder.compare(one, other);
    return common.length == 0 || likeness.shorter() > INDEXED
        ? likeness
        : likeness.without(CopyFinder.compare(common, other).shared());
  }

  /** Whether so many hits are enough for a copy, of those that there could be. */
  private static boolean isPromising(int[] shingles, Entry entry, int hits) {
    int indexed = Math.min(INDEXED, entry.hashes.length);
    int last = Math.min(shingles[shingles.length - 1], entry.hashes[indexed - 1]);
    return hits * LEAST_HITS
        >= Math.min(upTo(shingles, shingles.length, last), upTo(entry.hashes, indexed, last));
  }

  private static int upTo(int[] sorted, int size, int last) {
    int at = Arrays.binarySearch(sorted, 0, size, last);
    return at < 0 ? -at - 1 : at + 1;
  }

  /** Counts in {@link #hits} who shares hashes with a print; returns those that say nothing. */
  private int[] meet(int[] shingles) {
    hits.clear(entries.size());
    int[] common = new int[shingles.length];
    int count = 0;
    for (int shingle : shingles) {
      if (meet(shingle >>> Wording.HELD) >= COMMON) {
        common[count++] = shingle;
      }
    }
    return Arrays.copyOf(common, count);
  }

  /** Returns in how many copy groups the hash was met, at most {@link #COMMON}. */
  private int meet(int hash) {
    int count = 0;
    for (int at = index.find(hash); at != Postings.NONE; at = index.findNext(at)) {
      int place = index.text(at);
      hits.add(place);
      count = withGroup(groups[place], count);
    }
    return count;
  }

  private int withGroup(int group, int count) {
    for (int i = 0; i < count; i++) {
      if (met[i] == group) {
        return count;
      }
    }
    if (count == COMMON) {
      return count;
    }
    met[count] = group;
    return count + 1;
  }
}
