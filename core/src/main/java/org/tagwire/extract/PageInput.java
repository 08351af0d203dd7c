package org.tagwire.extract;

import org.jspecify.annotations.Nullable;
import org.tagwire.model.Knowledge;

/**
 * A page to be read: its bytes and what is known about it.
 *
 * @param page the bytes as received, content encoding already undone; owned by the caller, only
 *     read here
 * @param contentType the Content-Type header it came with, if any
 * @param url the address it was finally fetched from
 * @param announced what the feed said of it
 * @param knowledge what was learned of its publisher so far
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a page is read once; a copy of each would cost more than it protects
public record PageInput(
    byte[] page,
    @Nullable String contentType,
    String url,
    Announced announced,
    Knowledge knowledge) {

  /** Returns a page of which nothing else is known. */
  public static PageInput of(byte[] page, @Nullable String contentType, String url) {
    return new PageInput(page, contentType, url, Announced.NOTHING, Knowledge.NONE);
  }

  /**
   * What a feed said of the page.
   *
   * @param title plain text, empty if not known
   * @param summary plain text, empty if not known
   */
  public record Announced(String title, String summary) {
    public static final Announced NOTHING = new Announced("", "");
  }
}
