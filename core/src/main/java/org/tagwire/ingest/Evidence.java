package org.tagwire.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Raw;

/**
 * What has been received for one item while it is being read, in case a stage breaks on it. Used by
 * one thread.
 */
final class Evidence {
  /** The greatest size of what is kept of an item and its page. */
  static final int MOST_BYTES = 1 << 20;

  private byte @Nullable [] page;
  private @Nullable String pageType;

  /** Shows a page that has arrived and may be kept. */
  void page(byte[] body, @Nullable String contentType) {
    page = body;
    pageType = contentType;
  }

  /** Returns item and page, cut so that both together do not exceed {@value #MOST_BYTES} bytes. */
  Raw cut(FeedItem item) {
    return cut(new Raw(item, page, pageType));
  }

  static Raw cut(Raw raw) {
    FeedItem item = raw.item();
    int left = MOST_BYTES - bytes(item.guid()) - bytes(item.link()) - bytes(item.title());
    @Nullable String summary = cut(item.summary(), left);
    left -= bytes(summary);
    @Nullable String content = cut(item.content(), left);
    left -= bytes(content);
    byte[] page = raw.page();
    return new Raw(
        withTexts(item, summary, content),
        page == null || page.length <= left ? page : Arrays.copyOf(page, Math.max(0, left)),
        raw.pageType());
  }

  private static FeedItem withTexts(
      FeedItem item, @Nullable String summary, @Nullable String content) {
    return new FeedItem(
        item.guid(),
        item.link(),
        item.title(),
        summary,
        content,
        item.published(),
        item.updated(),
        item.authors(),
        item.categories(),
        item.media(),
        item.origin(),
        item.language());
  }

  private static int bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Cuts to so many bytes, or fewer: a UTF-16 unit takes three at most. */
  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || bytes(text) <= most
        ? text
        : FeedText.cut(text, Math.max(2, most / 3 - 1));
  }
}
