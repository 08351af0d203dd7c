package org.tagwire.model;

import org.jspecify.annotations.Nullable;

/**
 * A picture by its address.
 *
 * @param url absolute http or https address
 * @param alt what it shows, empty if not said
 * @param width in CSS pixels, if stated
 * @param height in CSS pixels, if stated
 */
public record Image(String url, String alt, @Nullable Integer width, @Nullable Integer height) {
  public static Image of(String url) {
    return new Image(url, "", null, null);
  }
}
