package org.tagwire.server.orders;

import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagwireException;
import org.tagwire.server.works.Works;
import org.tagwire.store.SourceStore;
import org.tagwire.url.WebAddress;

/** Finds the source somebody means by its number or address. */
final class Sources {
  private Sources() {}

  static Source require(Works works, String written) {
    SourceStore sources = works.store().sources();
    Optional<Source> byNumber =
        written.matches("[1-9]\\d{0,17}")
            ? sources.find(new SourceId(Long.parseLong(written)), Audience.OWNER)
            : Optional.empty();
    return byNumber
        .or(() -> sources.findByUrl(written, Audience.OWNER))
        .or(
            () ->
                WebAddress.parse(written)
                    .flatMap(url -> sources.findByUrl(url.href(), Audience.OWNER)))
        .orElseThrow(
            () ->
                new TagwireException(
                    ErrorCode.NOT_FOUND,
                    "there is no source '"
                        + written
                        + "'; 'tagwire sources' lists them, 'tagwire add' adds one"));
  }
}
