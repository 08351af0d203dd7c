package org.tagwire.picture;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the addresses of pictures that a page shows, so that nothing else is ever fetched for a
 * reader.
 *
 * <p>HMAC-SHA-256 (RFC 2104) over the purpose, the UTC day and the address, cut to its first 128
 * bits; it holds on its day and the next. Safe for use by many threads.
 */
public final class Seal {
  private static final int KEY_BYTES = 32;
  private static final int KEPT_BYTES = 16;
  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** Nothing else that this key might sign begins so. */
  private static final String PURPOSE = "picture\n";

  private static final String ALGORITHM = "HmacSHA256";

  /** Cloned for every use: looking an algorithm up costs more than a signature. */
  private final Mac keyed;

  private Seal(byte[] key) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM + ", which all have", e);
    }
  }

  /** Returns a new key of 256 bits, in hexadecimal digits. */
  public static String newKey(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** Returns the seal with a key as {@link #newKey} makes it. */
  public static Seal of(String key) {
    byte[] bytes = HexFormat.of().parseHex(key);
    if (bytes.length < KEY_BYTES) {
      throw new IllegalArgumentException(
          "a key has 256 bits or more, but this has " + bytes.length * 8);
    }
    return new Seal(bytes);
  }

  /** Signs an address: 22 characters fit for a path. */
  public String sign(String address, Instant now) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(address, day(now)));
  }

  /** Returns until when a signature holds; empty when it does not hold now. */
  public Optional<Instant> findEnd(String signature, String address, Instant now) {
    byte[] given = decoded(signature);
    long today = day(now);
    for (long day = today; day >= today - 1; day--) {
      if (MessageDigest.isEqual(given, mac(address, day))) {
        return Optional.of(Instant.ofEpochSecond((day + 2) * DAY));
      }
    }
    return Optional.empty();
  }

  private byte[] mac(String address, long day) {
    try {
      Mac mac = (Mac) keyed.clone();
      mac.update((PURPOSE + day + "\n" + address).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(), KEPT_BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the " + ALGORITHM + " of this Java cannot be cloned", e);
    }
  }

  private static byte[] decoded(String signature) {
    try {
      return Base64.getUrlDecoder().decode(signature);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  private static long day(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), DAY);
  }
}
