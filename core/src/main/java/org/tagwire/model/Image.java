package org.tagwire.model;

import org.jspecify.annotations.Nullable;

/**
 * A picture by its address.
 *
 * @param url absolute http or https address
 * @param alt what it shows, empty if not said
 * @param width in CSS pixels, if stated
 * @param height in CSS pixels, if stated
 * @param offered whether the feed itself offers it, and not the article's page alone
 */
public record Image(
    String url, String alt, @Nullable Integer width, @Nullable Integer height, boolean offered) {

  /** A picture that stands on the article's page. */
  public Image(String url, String alt, @Nullable Integer width, @Nullable Integer height) {
    this(url, alt, width, height, false);
  }

  public static Image of(String url) {
    return new Image(url, "", null, null);
  }

  /** Returns the same picture, of which this is said. */
  public Image withAlt(String words) {
    return new Image(url, words, width, height, offered);
  }

  /** Returns the same picture as a feed offers it. */
  public Image asOffered() {
    return new Image(url, alt, width, height, true);
  }
}
