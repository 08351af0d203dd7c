package org.tagwire.fetch;

import java.time.Duration;

/**
 * The bounds of one fetch.
 *
 * @param feedBytes greatest decoded size of a feed
 * @param pageBytes greatest decoded size of a page
 * @param rulesBytes how much of a robots.txt is read; the rest is ignored (RFC 9309 §2.5 asks for
 *     500 KiB)
 * @param headerBytes greatest size of all headers of an answer
 * @param redirects greatest number of redirects followed
 * @param total greatest time of one fetch from the first connection to the last byte, waiting for a
 *     turn not counted
 * @param connect greatest time to connect, to shake hands and to resolve, each
 * @param bytesPerSecond least rate of a body, averaged, judged after ten seconds
 */
public record FetchLimits(
    int feedBytes,
    int pageBytes,
    int rulesBytes,
    int headerBytes,
    int redirects,
    Duration total,
    Duration connect,
    int bytesPerSecond) {
  public static final FetchLimits DEFAULT =
      new FetchLimits(
          16 << 20,
          8 << 20,
          512 << 10,
          64 << 10,
          5,
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          1024);

  private static final int FORM_ANSWER = 8 << 10;
  private static final int PICTURE = 10 << 20;
  private static final int ICON = 1 << 20;

  public FetchLimits {
    if (feedBytes < 1 || pageBytes < 1 || rulesBytes < 1 || headerBytes < 1024 || redirects < 0) {
      throw new IllegalArgumentException(
          "limits of a fetch are positive, headers 1024 bytes or more");
    }
    if (total.isNegative() || total.isZero() || connect.isNegative() || connect.isZero()) {
      throw new IllegalArgumentException(
          "the times of a fetch are positive, but these are " + total + ", " + connect);
    }
  }

  int bytesFor(FetchRequest.Kind kind) {
    return switch (kind) {
      case FEED -> feedBytes;
      case PAGE -> pageBytes;
      case PICTURE -> PICTURE;
      case ICON -> ICON;
      case RULES -> rulesBytes;
      case FORM -> Math.min(rulesBytes, FORM_ANSWER);
    };
  }
}
