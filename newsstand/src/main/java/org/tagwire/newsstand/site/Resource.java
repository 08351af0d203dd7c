package org.tagwire.newsstand.site;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a page, feed or picture with type and date of last change. Immutable for callers and
 * safe for use by many threads; the compressed or plain twin is made when first asked for.
 */
public final class Resource {

  private final String contentType;
  private final Instant lastModified;
  private final String digest;
  private volatile byte @Nullable [] plain;
  private volatile byte @Nullable [] gzipped;

  private Resource(
      String contentType,
      Instant lastModified,
      String digest,
      byte @Nullable [] plain,
      byte @Nullable [] gzipped) {
    this.contentType = contentType;
    this.lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    this.plain = plain;
    this.gzipped = gzipped;
    this.digest = digest;
  }

  /** A resource from its plain bytes, which the caller must not change afterwards. */
  public static Resource of(String contentType, byte[] plain, Instant lastModified) {
    return new Resource(contentType, lastModified, digest(plain), plain, null);
  }

  /** A resource from a gzip file's bytes, which are sent as they are to whoever accepts gzip. */
  public static Resource ofGzip(String contentType, byte[] gzipped, Instant lastModified) {
    return new Resource(contentType, lastModified, digest(gzipped), null, gzipped);
  }

  /** The value of Content-Type, with charset where the publisher says one. */
  public String contentType() {
    return contentType;
  }

  /** The last change, in whole seconds as HTTP dates are. */
  public Instant lastModified() {
    return lastModified;
  }

  /** A strong entity tag in quotes (RFC 9110, 8.8.3), equal exactly when the bytes are. */
  public String entityTag() {
    return '"' + digest + '"';
  }

  /** Whether compressing is worth it: text is, pictures are not. */
  public boolean compressible() {
    return !contentType.startsWith("image/");
  }

  /** The bytes without compression; not to be changed. */
  public byte[] plain() {
    byte[] known = plain;
    if (known == null) {
      known = unzip(gzipped());
      plain = known;
    }
    return known;
  }

  /** The bytes as gzip; not to be changed. */
  public byte[] gzipped() {
    byte[] known = gzipped;
    if (known == null) {
      known = zip(plain());
      gzipped = known;
    }
    return known;
  }

  private static byte[] zip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] unzip(byte[] bytes) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a stored page is not sound gzip", e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
