package org.tagwire.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server gave to ask "has it changed?" with, kept byte for byte (RFC 9110 §8.8). Never
 * invented.
 *
 * @param etag the ETag header as received
 * @param lastModified the Last-Modified header as received, also when it is no date
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
  /** Nothing to compare with: the request is unconditional. */
  public static final Validators NONE = new Validators(null, null);

  public Optional<String> findEtag() {
    return Optional.ofNullable(etag);
  }

  public Optional<String> findLastModified() {
    return Optional.ofNullable(lastModified);
  }

  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }
}
