package org.tagwire.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a push (WebSub §8): an HMAC over its body.
 *
 * <p>SHA-256 and longer are taken. SHA-1, which the Recommendation lets hubs use, is not: a source
 * whose hub knows nothing better is polled.
 *
 * @param algorithm the name of the MAC
 * @param hex what the hub sent, in lower case
 */
record Signature(String algorithm, String hex) {
  private static final int LONGEST = 200;
  private static final Map<String, String> TAKEN =
      Map.of("sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

  /** Reads the header {@code X-Hub-Signature}; empty when it is missing or not one we take. */
  static Optional<Signature> parse(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return Optional.empty();
    }
    String[] parts = header.strip().toLowerCase(Locale.ROOT).split("=", 2);
    String algorithm = TAKEN.get(parts[0]);
    return parts.length < 2 || algorithm == null
        ? Optional.empty()
        : Optional.of(new Signature(algorithm, parts[1]));
  }

  /** Says whether the body is what the holder of the secret signed; takes the same time for all. */
  boolean signs(byte[] body, String secret) {
    byte[] sent = hex.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(mac(body, secret).getBytes(StandardCharsets.US_ASCII), sent);
  }

  private String mac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is missing from this Java", e);
    }
  }
}
