package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The owner's password, kept as an Argon2id hash (RFC 9106) and given by HTTP Basic authentication
 * (RFC 7617); the user name does not matter.
 *
 * <p>Of a password every character counts, spaces too; only how accents are composed does not (NFC,
 * as RFC 8265 section 4.2 has it), since keyboards differ in that.
 *
 * <p>A check costs some ten milliseconds and 19 MiB, so checks are made one at a time, which also
 * slows down guessing, and the credentials that last were right are remembered by their SHA-256.
 * Safe for use by many threads.
 */
public final class OwnerPassword {
  /** The least number of characters. */
  public static final int MIN_LENGTH = 8;

  /** The greatest number of characters. */
  public static final int MAX_LENGTH = 1024;

  private static final String SCHEME = "basic ";
  private static final String FORM = "$argon2id$v=19$m=19456,t=2,p=1$";
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int BYTES = 32;

  private volatile @Nullable String encoded;
  private volatile byte[] remembered = {};

  private OwnerPassword(@Nullable String encoded) {
    this.encoded = encoded;
  }

  /** Returns the password of an owner who has set none: nothing opens. */
  public static OwnerPassword unset() {
    return new OwnerPassword(null);
  }

  /**
   * Returns the password with this {@link #hash}.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static OwnerPassword of(String hash) {
    return new OwnerPassword(requireHash(hash));
  }

  private static String requireHash(String hash) {
    if (!hash.startsWith(FORM) || hash.substring(FORM.length()).split("\\$", -1).length != 2) {
      throw new IllegalArgumentException(
          "the owner's password hash does not begin with '" + FORM + "'; set the password again");
    }
    return hash;
  }

  /** Returns whether there is one. */
  public boolean isSet() {
    return encoded != null;
  }

  /** Is another one from now on; the old one opens nothing any more. */
  synchronized void change(String hash) {
    encoded = requireHash(hash);
    remembered = new byte[0];
  }

  /** Hashes a new password for keeping; empty when it is too short or too long. */
  public static Optional<String> hash(String password, SecureRandom random) {
    if (!isFit(password)) {
      return Optional.empty();
    }
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return Optional.of(
        FORM + base64.encodeToString(salt) + '$' + base64.encodeToString(argon2(password, salt)));
  }

  /** Returns whether this is the password; costs some ten milliseconds. */
  boolean isRight(String password) {
    return isFit(password) && check(password, new byte[0]);
  }

  /** Returns whether credentials were right a moment ago, which costs nothing to say. */
  boolean remembers(String authorization) {
    byte[] known = remembered;
    return known.length > 0 && MessageDigest.isEqual(sha256(authorization), known);
  }

  /** Returns whether an Authorization header offers a password of the right form. */
  boolean isOffered(String authorization) {
    return isSet()
        && authorization.length() <= 4 * MAX_LENGTH
        && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
  }

  /** Returns whether an Authorization header carries the password. */
  boolean opens(@Nullable String authorization) {
    return authorization != null
        && isOffered(authorization)
        && (remembers(authorization)
            || password(authorization)
                .filter(OwnerPassword::isFit)
                .map(p -> check(p, sha256(authorization)))
                .orElse(false));
  }

  /** Returns whether a password has a length that is taken. */
  public static boolean isFit(String password) {
    return password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH;
  }

  /** Under the lock of a change, so that what was right before it is never remembered after. */
  private synchronized boolean check(String password, byte[] digest) {
    String hash = encoded;
    if (hash == null) {
      return false;
    }
    String[] parts = hash.substring(FORM.length()).split("\\$", -1);
    byte[] expected = Base64.getDecoder().decode(parts[1]);
    boolean right =
        MessageDigest.isEqual(argon2(password, Base64.getDecoder().decode(parts[0])), expected);
    if (right && digest.length > 0) {
      remembered = digest;
    }
    return right;
  }

  private static Optional<String> password(String authorization) {
    try {
      byte[] pair = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      String text = new String(pair, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] argon2(String password, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[BYTES];
    byte[] secret =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    generator.generateBytes(secret, hash);
    Arrays.fill(secret, (byte) 0);
    return hash;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
