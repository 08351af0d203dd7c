package org.tagwire.model;

import java.util.Locale;

/**
 * Where articles are announced.
 *
 * @param id its number in the store
 * @param url the address that is polled
 * @param kind a feed, a news sitemap, or articles given directly
 * @param title the name it gives itself, or its address
 * @param publisher the domain of the site it belongs to
 * @param folder the owner's folder; empty for none. Folders nest with {@code /}
 * @param visibility who may see its articles
 * @param pages whether article pages are fetched
 */
public record Source(
    SourceId id,
    String url,
    Kind kind,
    String title,
    Domain publisher,
    String folder,
    Visibility visibility,
    PageFetching pages) {

  /** What a source is. */
  public enum Kind {
    FEED,
    SITEMAP,
    DIRECT;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether the pages of a source's articles are fetched: where needed and allowed, always where
   * allowed, or never.
   */
  public enum PageFetching {
    AUTO,
    ON,
    OFF
  }
}
