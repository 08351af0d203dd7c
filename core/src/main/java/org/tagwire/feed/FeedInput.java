package org.tagwire.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document to be read as a feed.
 *
 * @param body its decoded bytes, not changed by the parser
 * @param contentType the HTTP Content-Type header, if there was one
 * @param base the address relative links are resolved against: Content-Location, else the final
 *     URL; absent when unknown
 */
@SuppressWarnings(
    "ArrayRecordComponent") // read once; a copy of every feed would cost what parsing costs
public record FeedInput(byte[] body, @Nullable String contentType, @Nullable String base) {
  public Optional<String> findContentType() {
    return Optional.ofNullable(contentType);
  }

  public Optional<String> findBase() {
    return Optional.ofNullable(base);
  }
}
