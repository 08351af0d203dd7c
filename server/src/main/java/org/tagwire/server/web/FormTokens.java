package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks our own forms, so that another site's page cannot send one in a visitor's name: a keyed
 * hash (HMAC-SHA256, RFC 2104) of whose form it is, under a secret that lives as long as the
 * process. Safe for use by many threads.
 *
 * <p>The form of somebody unknown is marked with the day as well and holds until the next is over;
 * who comes with a session or the password has a mark of their own that holds as long as they do.
 */
final class FormTokens {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 24;

  private final byte[] secret = new byte[32];

  /** The mark made last: most visitors in a row are nobody in particular, or the owner. */
  private volatile Marked last = new Marked("", "");

  private record Marked(String what, String mark) {}

  FormTokens(SecureRandom random) {
    random.nextBytes(secret);
  }

  /** Returns the mark of a form for {@code holder}, who is unknown when empty. */
  String of(String holder, Instant now) {
    return mark(holder, now.getEpochSecond() / DAY);
  }

  /** Returns whether a form that carries {@code token} was written for {@code holder}. */
  boolean accepts(String token, String holder, Instant now) {
    long day = now.getEpochSecond() / DAY;
    return same(token, mark(holder, day)) || same(token, mark(holder, day - 1));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String mark(String holder, long day) {
    String what = holder.isEmpty() ? "anybody " + day : "holder " + holder;
    Marked known = last;
    if (!known.what().equals(what)) {
      known = new Marked(what, hash(what));
      last = known;
    }
    return known.mark();
  }

  private String hash(String what) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] hash = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("this Java has no HmacSHA256, which every Java must have", e);
    }
  }
}
