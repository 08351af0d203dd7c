package org.tagwire.feed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Person;

/**
 * One feed document, whatever its format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed.
 *
 * @param format what it was written in
 * @param head what it says of itself
 * @param pace how often it wants to be asked
 * @param items its announcements, in document order
 * @param mended what had to be mended, assumed or left out to read it; empty for a feed without
 *     fault
 */
public record ParsedFeed(
    Format format, Head head, Pace pace, List<FeedItem> items, List<Repair> mended) {
  public ParsedFeed {
    items = List.copyOf(items);
    mended = List.copyOf(mended);
  }

  /** Returns what had to be mended, one line each: code and sentence. */
  public List<String> repairs() {
    return mended.stream().map(Repair::toString).toList();
  }

  /**
   * Returns whether the document ended in the middle; then what the server said of it (ETag,
   * Last-Modified) is not to be trusted, and the next poll asks for all of it again.
   */
  public boolean isTruncated() {
    return mended.stream().anyMatch(repair -> repair.kind() == Repair.Kind.TRUNCATED);
  }

  /** What a feed is written in. */
  public enum Format {
    RSS,
    RDF,
    ATOM,
    JSON,
    SITEMAP
  }

  /**
   * What a feed says of itself; what it does not say is absent.
   *
   * @param title its name
   * @param link the home page it belongs to
   * @param id its own identity (Atom id, JSON feed_url)
   * @param description its subtitle
   * @param language as declared
   * @param copyright its rights line
   * @param image the address of its logo or icon
   * @param published when it says it was published
   * @param updated when it says it was last changed
   * @param authors as written
   * @param categories as written
   * @param hubs WebSub hubs
   * @param self the address it gives itself
   */
  public record Head(
      @Nullable String title,
      @Nullable String link,
      @Nullable String id,
      @Nullable String description,
      @Nullable String language,
      @Nullable String copyright,
      @Nullable String image,
      @Nullable Moment published,
      @Nullable Moment updated,
      List<Person> authors,
      List<String> categories,
      List<String> hubs,
      @Nullable String self) {
    /** A document that says nothing of itself. */
    public static final Head UNSAID =
        new Head(
            null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(),
            null);

    public Head {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
      hubs = List.copyOf(hubs);
    }
  }

  /**
   * How often a feed wants to be asked (RSS ttl, skipHours, skipDays; sy:updatePeriod and
   * updateFrequency).
   *
   * @param interval the least time between polls; absent when not said
   * @param skipHours hours of the day in UTC, 0 to 23, when nothing is published
   * @param skipDays days of the week when nothing is published
   */
  public record Pace(
      @Nullable Duration interval, Set<Integer> skipHours, Set<java.time.DayOfWeek> skipDays) {
    public static final Pace ANY = new Pace(null, Set.of(), Set.of());

    public Pace {
      skipHours = Set.copyOf(skipHours);
      skipDays = Set.copyOf(skipDays);
    }
  }
}
