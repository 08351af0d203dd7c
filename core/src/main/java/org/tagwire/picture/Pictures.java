package org.tagwire.picture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Fetcher;
import org.tagwire.url.WebAddress;

/**
 * Shows publishers' pictures: out of the cabinet, or fetched and made small. Safe for use by many
 * threads; blocks, so call it from virtual threads.
 *
 * <p>A picture is fetched once, however many ask and in whatever widths: of what comes the widest
 * is made and kept, and the others are made of that.
 */
public final class Pictures implements AutoCloseable {
  private static final int FETCHES = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Duration TURN = Duration.ofSeconds(10);
  private static final Duration A_WHILE = Duration.ofMinutes(15);
  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration KEPT = Duration.ofDays(7);

  private final Fetcher fetcher;
  private final Gallery gallery;
  private final Cabinet cabinet;
  private final Misses misses;
  private final Darkroom darkroom = new Darkroom();
  private final Semaphore fetches = new Semaphore(FETCHES, true);
  private final ConcurrentMap<String, CompletableFuture<Picture>> underWay =
      new ConcurrentHashMap<>();

  /**
   * @param folder where pictures are kept; made when the first one comes
   */
  public Pictures(Fetcher fetcher, Gallery gallery, Path folder, InstantSource clock) {
    this.fetcher = fetcher;
    this.gallery = gallery;
    this.cabinet = new Cabinet(folder, gallery.cacheBytes(), KEPT, clock);
    this.misses = new Misses(clock);
  }

  public Gallery gallery() {
    return gallery;
  }

  /**
   * Shows the picture at an address that one of our pages has signed.
   *
   * @param width one of the gallery's
   */
  public Picture show(WebAddress address, int width) {
    if (!gallery.widths().contains(width)) {
      return new Picture.Missing();
    }
    String hash = hash(address);
    Optional<Print> kept = cabinet.find(hash, width);
    if (kept.isPresent()) {
      return new Picture.Shown(kept.get());
    }
    Picture widest = widest(address, hash);
    return width < gallery.widest() && widest instanceof Picture.Shown shown
        ? reduced(shown, hash, width)
        : widest;
  }

  /** Throws away what is kept of the picture at an address, which nobody is to see any more. */
  public void forget(WebAddress address) {
    cabinet.remove(hash(address));
  }

  private Picture widest(WebAddress address, String hash) {
    Optional<Print> kept = cabinet.find(hash, gallery.widest());
    if (kept.isPresent()) {
      return new Picture.Shown(kept.get());
    }
    if (misses.has(hash)) {
      return new Picture.Missing();
    }
    CompletableFuture<Picture> ours = new CompletableFuture<>();
    CompletableFuture<Picture> theirs = underWay.putIfAbsent(hash, ours);
    return theirs == null ? obtained(address, hash, ours) : awaited(theirs);
  }

  private Picture obtained(WebAddress address, String hash, CompletableFuture<Picture> awaited) {
    Picture picture = new Picture.Busy();
    try {
      picture = obtain(address, hash);
      return picture;
    } finally {
      underWay.remove(hash);
      awaited.complete(picture);
    }
  }

  private static Picture awaited(CompletableFuture<Picture> picture) {
    try {
      return picture.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Picture.Busy();
    } catch (TimeoutException | ExecutionException slow) {
      return new Picture.Busy();
    }
  }

  private Picture obtain(WebAddress address, String hash) {
    return switch (fetched(address)) {
      case FetchResult.Fetched fetched -> developed(fetched, hash);
      case FetchResult.RateLimited limited -> miss(hash, limited.findDelay().orElse(A_WHILE));
      case FetchResult.Refused refused -> miss(hash, LONG);
      case FetchResult.Gone gone -> miss(hash, LONG);
      case FetchResult.Moved moved -> miss(hash, LONG);
      case FetchResult.NotModified unasked -> miss(hash, A_WHILE);
      case FetchResult.Failed failed ->
          failed.kind() == FetchResult.Kind.INTERRUPTED
              ? new Picture.Busy()
              : miss(hash, failed.kind() == FetchResult.Kind.NOT_FOUND ? LONG : A_WHILE);
    };
  }

  private FetchResult fetched(WebAddress address) {
    try {
      if (fetches.tryAcquire(TURN.toSeconds(), TimeUnit.SECONDS)) {
        try {
          return fetcher.fetch(FetchRequest.picture(address));
        } finally {
          fetches.release();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return new FetchResult.Failed(FetchResult.Kind.INTERRUPTED, "too many pictures are fetched");
  }

  private Picture developed(FetchResult.Fetched fetched, String hash) {
    Optional<Negative> negative =
        fetched.trail().partial() ? Optional.empty() : Negative.read(fetched.body());
    if (negative.isEmpty()) {
      return miss(hash, LONG);
    }
    Picture picture =
        negative.get().kind() == Negative.Kind.WEBP
            ? passed(negative.get())
            : darkroom.develop(negative.get(), gallery.widest());
    switch (picture) {
      case Picture.Shown shown -> cabinet.put(hash, gallery.widest(), shown.print());
      case Picture.Missing missing -> misses.add(hash, LONG);
      case Picture.Busy busy -> {}
    }
    return picture;
  }

  private Picture passed(Negative webp) {
    boolean small =
        webp.width() <= gallery.widestPassed()
            && webp.height() <= 2 * gallery.widestPassed()
            && webp.bytes().length <= Gallery.MOST_BYTES_PASSED;
    return small
        ? new Picture.Shown(new Print(Print.Format.WEBP, webp.bytes()))
        : new Picture.Missing();
  }

  /** What is narrow enough already, or cannot be decoded here, is shown as it is. */
  private Picture reduced(Picture.Shown widest, String hash, int width) {
    Optional<Negative> negative = Negative.read(widest.print().bytes());
    if (negative.isEmpty()
        || negative.get().kind() == Negative.Kind.WEBP
        || negative.get().width() <= width) {
      return widest;
    }
    Picture picture = darkroom.develop(negative.get(), width);
    if (picture instanceof Picture.Shown shown) {
      cabinet.put(hash, width, shown.print());
    }
    return picture;
  }

  private Picture miss(String hash, Duration rest) {
    misses.add(hash, rest);
    return new Picture.Missing();
  }

  static String hash(WebAddress address) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(address.href().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }

  @Override
  public void close() {
    darkroom.close();
  }
}
