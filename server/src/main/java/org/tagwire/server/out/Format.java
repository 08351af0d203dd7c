package org.tagwire.server.out;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The forms in which every list is there beside its page. */
public enum Format {
  RSS(".rss", "application/rss+xml", "RSS", Rss::write),
  ATOM(".atom", "application/atom+xml", "Atom", Atom::write),
  JSON(".json", "application/feed+json", "JSON Feed", JsonFeed::write),
  TEXT(".txt", "text/plain", "Text", PlainText::write);

  private final String suffix;
  private final String mediaType;
  private final String label;
  private final Function<Bulletin, String> writer;

  Format(String suffix, String mediaType, String label, Function<Bulletin, String> writer) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.label = label;
    this.writer = writer;
  }

  /** Returns what its addresses end in, dot included. */
  public String suffix() {
    return suffix;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Returns its name for readers. */
  public String label() {
    return label;
  }

  /** Returns the media type with its charset. */
  public String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /** Writes a bulletin in this form, UTF-8. */
  public byte[] write(Bulletin bulletin) {
    return writer.apply(bulletin).getBytes(StandardCharsets.UTF_8);
  }

  /** Finds the format that {@code name} ends in. */
  public static Optional<Format> findBySuffix(String name) {
    return Arrays.stream(values()).filter(f -> name.endsWith(f.suffix)).findFirst();
  }
}
