package org.tagwire.model;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was received for one article, as it came: the truth that newer stages read again.
 *
 * @param item the feed item in the store's own encoding, always there
 * @param page the page's decoded bytes, if one was fetched and may be kept
 * @param pageType the page's Content-Type header, if a page is there
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the reader to the store
public record Raw(FeedItem item, byte @Nullable [] page, @Nullable String pageType) {
  public Optional<byte[]> findPage() {
    return Optional.ofNullable(page);
  }

  @Override
  public String toString() {
    return "Raw["
        + item.guid()
        + ", page "
        + (page == null ? "none" : page.length + " bytes")
        + "]";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Raw raw && item.equals(raw.item) && Arrays.equals(page, raw.page);
  }

  @Override
  public int hashCode() {
    return item.hashCode();
  }
}
