package org.tagwire.query;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.query.FrontPages.Covered;
import org.tagwire.store.TagStore;

/**
 * The index of hashtags, in order of their keys, by letter, or by how much they are covered. Safe
 * for use by many threads.
 */
public final class TagDirectory {
  /** How many tags a page by coverage has. */
  public static final int COVERED = 60;

  private static final int PAGE_SIZE = 120;

  /** How many of the most covered tags are listed at all. */
  private static final int MOST_COVERED = 600;

  private static final Duration COVERED_WITHIN = Duration.ofDays(30);

  /** How far it is looked for a tag of a letter that may be shown. */
  private static final int LOOK = 200;

  /** Letters hardly ever change. */
  private static final Duration LETTERS_HOLD = Duration.ofMinutes(10);

  private final TagStore tags;
  private final TagGate gate;
  private final Lists lists;
  private final Kept<Audience, List<Hashtag>> letters = new Kept<>(Audience.values().length);

  public TagDirectory(TagStore tags, Lists lists) {
    this.tags = tags;
    this.gate = new TagGate(lists);
    this.lists = lists;
  }

  /** Opens the index at a key, or at its beginning. */
  public DirectoryPage open(Optional<TagKey> from, Audience audience) {
    List<Hashtag> read = tags.list(from, audience, PAGE_SIZE + 1);
    TagKey next = read.size() > PAGE_SIZE ? read.getLast().key() : null;
    List<Hashtag> shown =
        read.stream().limit(PAGE_SIZE).filter(t -> gate.admits(t, audience)).toList();
    return new DirectoryPage(shown, next);
  }

  /**
   * Returns, of each letter that tags begin with, the first that the audience may be led to; as it
   * was at most ten minutes ago.
   */
  public List<Hashtag> initials(Audience audience, Instant now) {
    return letters.ask(audience, Kept.Moment.within(LETTERS_HOLD, now), () -> initials(audience));
  }

  private List<Hashtag> initials(Audience audience) {
    return tags.initials(audience).stream()
        .flatMap(first -> firstAdmitted(first, audience).stream())
        .toList();
  }

  private Optional<Hashtag> firstAdmitted(Hashtag first, Audience audience) {
    if (gate.admits(first, audience)) {
      return Optional.of(first);
    }
    int letter = letter(first);
    return tags.list(Optional.of(first.key()), audience, LOOK).stream()
        .takeWhile(tag -> letter(tag) == letter)
        .filter(tag -> gate.admits(tag, audience))
        .findFirst();
  }

  /**
   * Opens the tags of some letters, one letter after the other.
   *
   * @param firsts the first tag of each letter
   * @param from the key to go on from
   */
  public DirectoryPage open(List<Hashtag> firsts, Optional<TagKey> from, Audience audience) {
    List<Hashtag> shown = new ArrayList<>();
    boolean begun = from.isEmpty();
    for (Hashtag first : firsts) {
      boolean here = from.isPresent() && from.get().value().codePointAt(0) == letter(first);
      begun |= here;
      if (begun) {
        TagKey start = here ? from.get() : first.key();
        for (Hashtag tag : tags.list(Optional.of(start), audience, PAGE_SIZE + 1)) {
          if (letter(tag) != letter(first)) {
            break;
          }
          if (shown.size() == PAGE_SIZE) {
            return new DirectoryPage(admitted(shown, audience), tag.key());
          }
          shown.add(tag);
        }
      }
    }
    return new DirectoryPage(admitted(shown, audience), null);
  }

  private List<Hashtag> admitted(List<Hashtag> read, Audience audience) {
    return read.stream().filter(tag -> gate.admits(tag, audience)).toList();
  }

  private static int letter(Hashtag tag) {
    return tag.key().value().codePointAt(0);
  }

  /**
   * Returns the tags most publishers wrote about within thirty days.
   *
   * @param page which page, the first is 0
   */
  public CoveredPage covered(int page, Audience audience, Instant now) {
    Instant since = now.truncatedTo(ChronoUnit.HOURS).minus(COVERED_WITHIN);
    List<TagCount> counts = lists.topTags(Filter.ALL, audience, since, MOST_COVERED);
    List<TagCount> here = counts.stream().skip((long) page * COVERED).limit(COVERED).toList();
    List<Covered> covered = Covered.of(here, tags, tag -> gate.admits(tag, audience));
    return new CoveredPage(covered, counts.size() > (page + 1) * COVERED);
  }

  /**
   * A page of the most covered tags.
   *
   * @param tags the most covered first
   * @param more whether another page follows
   */
  public record CoveredPage(List<Covered> tags, boolean more) {
    public CoveredPage {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A page of the index.
   *
   * @param tags in order of their keys
   * @param next the first key of the following page; absent on the last
   */
  public record DirectoryPage(List<Hashtag> tags, @Nullable TagKey next) {
    public DirectoryPage {
      tags = List.copyOf(tags);
    }

    public Optional<TagKey> findNext() {
      return Optional.ofNullable(next);
    }
  }
}
