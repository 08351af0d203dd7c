package org.tagwire.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The lasting address of one article: 32 lower-case hex digits, minted once at first acceptance and
 * never derived again.
 *
 * @param hex 32 lower-case hex digits
 */
public record ArticleId(String hex) implements Comparable<ArticleId> {
  public ArticleId {
    if (!isHex(hex)) {
      throw new IllegalArgumentException(
          "an article id is 32 lower-case hex digits, but this is '" + hex + "'");
    }
  }

  /** Mints the id of an article whose canonical URL, as known now, is {@code url}. */
  public static ArticleId mint(String url) {
    return new ArticleId(HexFormat.of().formatHex(sha256(url), 0, 16));
  }

  /**
   * Mints the id of an article whose URL already belongs to another: the guid and the day it was
   * first seen tell them apart.
   */
  public static ArticleId mint(String url, String guid, LocalDate firstSeen) {
    return mint(url + '\n' + guid + '\n' + firstSeen);
  }

  /**
   * Reads an id from outside; empty when {@code text} is not one. Upper-case digits are accepted.
   */
  public static Optional<ArticleId> parse(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return isHex(lower) ? Optional.of(new ArticleId(lower)) : Optional.empty();
  }

  /** Returns the id whose 16 bytes these are, the reverse of {@link #bytes}. */
  public static ArticleId of(byte[] bytes) {
    return new ArticleId(HexFormat.of().formatHex(bytes));
  }

  /** Returns the 16 bytes of the id, a new array each time. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(ArticleId other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static boolean isHex(String text) {
    if (text.length() != 32) {
      return false;
    }
    for (int i = 0; i < 32; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
