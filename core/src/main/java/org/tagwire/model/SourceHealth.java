package org.tagwire.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last full answers of a source were like, as far as a doctor needs it: a few hundred
 * bytes, written with the record of the poll they came with.
 *
 * @param answer the last full answer
 * @param items what it announced
 * @param habits how it compares with the answers before
 * @param pages what became of the pages of its articles, the last hundred or so
 * @param repairs what had to be mended to read it, as the parser words it
 * @param marks its first items, to recognise them by
 * @param disallowed whether robots.txt forbade it and it was made private for that
 */
public record SourceHealth(
    Answer answer,
    Items items,
    Habits habits,
    Map<PageState, Integer> pages,
    List<String> repairs,
    List<Mark> marks,
    boolean disallowed) {
  /** As many repairs as are remembered. */
  public static final int MAX_REPAIRS = 12;

  /** As many items as are remembered. */
  public static final int MAX_MARKS = 24;

  public SourceHealth {
    pages = Map.copyOf(pages);
    repairs = repairs.stream().limit(MAX_REPAIRS).toList();
    marks = marks.stream().limit(MAX_MARKS).toList();
  }

  /**
   * One full answer.
   *
   * @param at when it came
   * @param bytes how long it was, decoded
   * @param print a checksum of it
   * @param format what it was written in
   * @param ttl the interval the feed asks for; absent for none
   * @param freshness how long its headers call it fresh; absent for no word
   * @param landed where temporary redirects led; absent for straight there
   * @param landedSince since when they do
   * @param partial whether it was cut short on its way
   * @param hub the WebSub hub it names; absent for none
   */
  public record Answer(
      Instant at,
      int bytes,
      int print,
      String format,
      @Nullable Duration ttl,
      @Nullable Duration freshness,
      @Nullable String landed,
      @Nullable Instant landedSince,
      boolean partial,
      @Nullable String hub) {
    public Optional<Duration> findTtl() {
      return Optional.ofNullable(ttl);
    }

    public Optional<Duration> findFreshness() {
      return Optional.ofNullable(freshness);
    }

    public Optional<String> findLanded() {
      return Optional.ofNullable(landed);
    }

    public Optional<String> findHub() {
      return Optional.ofNullable(hub);
    }
  }

  /**
   * What an answer announced, in numbers of items.
   *
   * @param all all of them
   * @param undated without a date that can be read
   * @param future dated later than they were seen
   * @param nameless without a guid
   * @param repeated with a guid that another item of the same answer has
   * @param unlinked without a link
   * @param whole that carry a whole text
   * @param newest the latest date that is not in the future; absent when nothing is dated
   */
  public record Items(
      int all,
      int undated,
      int future,
      int nameless,
      int repeated,
      int unlinked,
      int whole,
      @Nullable Instant newest) {
    public Optional<Instant> findNewest() {
      return Optional.ofNullable(newest);
    }
  }

  /**
   * What happened at the last full answers, up to {@value #MAX_POLLS}: a bit for each, the latest
   * the lowest.
   *
   * @param polls how many answers are remembered
   * @param asked the request carried validators
   * @param same the body was the one before, byte for byte
   * @param moving the validators were other ones although the body was the same
   * @param bare no validators came
   * @param churned known links came under new guids
   * @param reused known guids came with other links and other headlines
   */
  public record Habits(
      int polls, int asked, int same, int moving, int bare, int churned, int reused) {
    /** As many full answers as are remembered. */
    public static final int MAX_POLLS = 32;

    /** Nothing is remembered. */
    public static final Habits NONE = new Habits(0, 0, 0, 0, 0, 0, 0);

    /** Returns these with one more answer, the oldest forgotten where there are too many. */
    public Habits with(Event event) {
      return new Habits(
          Math.min(MAX_POLLS, polls + 1),
          shifted(asked, event.asked()),
          shifted(same, event.same()),
          shifted(moving, event.moving()),
          shifted(bare, event.bare()),
          shifted(churned, event.churned()),
          shifted(reused, event.reused()));
    }

    /** Counts the answers that one of the fields says something of. */
    public static int count(int bits) {
      return Integer.bitCount(bits);
    }

    /** Returns how often the whole was sent again though the request could have been a 304. */
    public int wasted() {
      return count(asked & same);
    }

    private static int shifted(int bits, boolean latest) {
      return bits << 1 | (latest ? 1 : 0);
    }
  }

  /**
   * What one answer was like; the fields are those of {@link Habits}.
   *
   * @param asked the request carried validators
   * @param same the body was the one before
   * @param moving other validators, same body
   * @param bare no validators
   * @param churned known links, new guids
   * @param reused known guids, other articles
   */
  public record Event(
      boolean asked, boolean same, boolean moving, boolean bare, boolean churned, boolean reused) {}

  /**
   * What an item is recognised by, as hashes.
   *
   * @param link its canonical link
   * @param guid its guid
   * @param title its headline
   */
  public record Mark(int link, int guid, int title) {}

  /** What became of the page of an article. New constants only at the end. */
  public enum PageState {
    READ,
    NOT_NEEDED,
    SWITCHED_OFF,
    ROBOTS,
    RESERVED,
    NO_ARCHIVE,
    LICENCE,
    PAYWALLED,
    RESTRICTED,
    NOT_AN_ARTICLE,
    FAILED
  }
}
