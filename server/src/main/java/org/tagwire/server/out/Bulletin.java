package org.tagwire.server.out;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;

/**
 * A list of articles to be written as a feed.
 *
 * @param title its heading
 * @param subtitle what else is said of it
 * @param place where it stands
 * @param site what the site is called
 * @param language the edition's
 * @param entries its articles, in the order of the page
 */
public record Bulletin(
    String title,
    String subtitle,
    Place place,
    String site,
    Language language,
    List<Entry> entries) {
  public Bulletin {
    entries = List.copyOf(entries);
  }

  /** Returns what is said of the list, which no feed may leave out. */
  public String description() {
    return subtitle.isBlank() ? title : subtitle;
  }

  /**
   * Returns when the newest of its articles changed; the epoch when it has none, so that an empty
   * feed stays the same.
   */
  public Instant updated() {
    return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /**
   * The addresses of one list.
   *
   * @param path absolute address of its page, without query
   * @param query what follows, question mark included; empty for none
   * @param nextQuery the same for the following page; absent on the last
   */
  public record Place(String path, String query, @Nullable String nextQuery) {
    /** Returns the address of the page itself. */
    public String page() {
      return path + query;
    }

    /** Returns the address of the list as a feed. */
    public String as(Format format) {
      return path + format.suffix() + query;
    }

    /** Returns the address of the following page as a feed. */
    public Optional<String> next(Format format) {
      return Optional.ofNullable(nextQuery).map(q -> path + format.suffix() + q);
    }
  }

  /**
   * One article.
   *
   * @param id which
   * @param original its publisher's address of it, if it is one of the web
   * @param page our absolute address of it
   * @param title its headline
   * @param carrier whose page it is
   * @param origin whose text it is, when another's
   * @param category its category in words
   * @param language what it is written in
   * @param published when; absent when undated
   * @param updated when it was last changed, or published, or first seen
   * @param age when it was published, as the page says it
   * @param text its text, a paragraph each
   * @param tags the names of its hashtags
   * @param image its picture
   */
  public record Entry(
      ArticleId id,
      @Nullable String original,
      String page,
      String title,
      String carrier,
      @Nullable String origin,
      String category,
      Language language,
      @Nullable Moment published,
      Instant updated,
      String age,
      List<String> text,
      List<String> tags,
      @Nullable Image image) {
    public Entry {
      text = List.copyOf(text);
      tags = List.copyOf(tags);
    }

    /** Returns the article's lasting identity as a URI: its 128 bits as a UUID. */
    public String urn() {
      String hex = id.hex();
      return "urn:uuid:"
          + String.join(
              "-",
              hex.substring(0, 8),
              hex.substring(8, 12),
              hex.substring(12, 16),
              hex.substring(16, 20),
              hex.substring(20));
    }

    /** Returns the address a reader is led to: the publisher's, or ours where there is none. */
    public String link() {
      return original == null ? page : original;
    }

    /** Returns carrier and origin as readers see them, as in {@code Yahoo · IndieWire}. */
    public String credit() {
      return origin == null ? carrier : carrier + " · " + origin;
    }
  }
}
