package org.tagwire.ingest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;

/**
 * An article that was given directly, without a feed.
 *
 * @param carrier the publisher whose page it is: a domain or a name
 * @param origin whose text it is, when another's
 * @param published when it was published, if known
 * @param category its field, if known
 * @param section the publisher's own name for the field, empty if none
 * @param title its headline
 * @param text its body, paragraphs separated by line breaks
 * @param url its address, if it has one
 * @param language what it is written in, if known
 * @param tags the publisher's own tags
 */
public record GivenArticle(
    String carrier,
    @Nullable String origin,
    @Nullable Moment published,
    @Nullable Category category,
    String section,
    String title,
    String text,
    @Nullable String url,
    @Nullable Language language,
    List<String> tags) {
  public GivenArticle {
    tags = List.copyOf(tags);
    if (carrier.isBlank()) {
      throw new IllegalArgumentException(
          "an article needs a carrier: the publisher whose page it is");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("an article needs a title");
    }
  }

  public Optional<String> findUrl() {
    return Optional.ofNullable(url);
  }
}
