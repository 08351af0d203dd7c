package org.tagwire.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One announcement, as the source words it: decoded and with addresses resolved, but neither
 * sanitised nor judged.
 *
 * @param guid what the source calls the item (RSS guid, Atom id), if anything
 * @param link the address of the article, if given
 * @param title plain text or HTML as the feed carries it, if given
 * @param summary HTML of the short text, if given
 * @param content HTML of the whole text, if given
 * @param published when it says it was published
 * @param updated when it says it was last changed
 * @param authors as written, in order
 * @param categories the publisher's own tags and sections, in order
 * @param media picture, attached files, comments page
 * @param origin whose text it is, when the feed says another's (RSS {@code source}, Atom {@code
 *     source})
 * @param language the language the item or its feed declares, as written
 */
public record FeedItem(
    @Nullable String guid,
    @Nullable String link,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String content,
    @Nullable Moment published,
    @Nullable Moment updated,
    List<Person> authors,
    List<String> categories,
    Media media,
    @Nullable Origin origin,
    @Nullable String language) {
  public FeedItem {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /**
   * What comes with an item beside its text.
   *
   * @param image the address of the picture, if any
   * @param comments the address of the comments page, if any
   * @param enclosures attached files, in order
   */
  public record Media(
      @Nullable String image, @Nullable String comments, List<Enclosure> enclosures) {
    public static final Media NONE = new Media(null, null, List.of());

    public Media {
      enclosures = List.copyOf(enclosures);
    }
  }
}
