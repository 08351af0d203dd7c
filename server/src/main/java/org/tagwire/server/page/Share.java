package org.tagwire.server.page;

import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself where others point to it: search results, previews of links.
 *
 * @param description what stands there, in one line; empty for nothing. Of an article's text never
 *     more than its excerpt
 * @param type the type of the Open Graph protocol
 * @param locale the edition as that protocol writes it, as in {@code ar_EG}
 * @param image a picture's whole address; absent where the site has no lasting one
 * @param data the page for machines; absent on private sites, which no machine is to read
 */
public record Share(
    String description,
    String type,
    String locale,
    @Nullable String image,
    @Nullable LinkedData data) {
  /** Returns the same with what the page is about. */
  public Share with(String said, String kind, @Nullable LinkedData linked) {
    return new Share(said, kind, locale, image, linked);
  }
}
