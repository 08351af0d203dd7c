package org.tagwire.server.web;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All the site needs from outside.
 *
 * @param questions what may be asked
 * @param options how the owner wants the site
 * @param keys what opens it to its owner
 * @param clock what time it is
 * @param change the number of the last change that lists show; a page is fresh as long as it stays
 *     the same
 * @param limits how much one reader may have
 * @param colophon what the site says of itself
 * @param redress how it makes good what is wrong with it; absent for a site that only shows
 * @param pictures how publishers' pictures come to readers
 */
public record SiteContext(
    Questions questions,
    SiteOptions options,
    Keys keys,
    InstantSource clock,
    LongSupplier change,
    Limits limits,
    Colophon colophon,
    @Nullable Redress redress,
    PictureWay pictures) {

  /** A site that only shows, without pictures, and whose readers may have what they like. */
  public SiteContext(
      Questions questions,
      SiteOptions options,
      Keys keys,
      InstantSource clock,
      LongSupplier change) {
    this(
        questions,
        options,
        keys,
        clock,
        change,
        Limits.NONE,
        Colophon.PLAIN,
        null,
        new PictureWay.None());
  }

  /** A site whose sessions end with the process. */
  public SiteContext(
      Questions questions,
      SiteOptions options,
      OwnerPassword password,
      InstantSource clock,
      LongSupplier change) {
    this(questions, options, Keys.of(password), clock, change);
  }

  /** Returns the same site, whose readers may have so much. */
  public SiteContext with(Limits most) {
    return new SiteContext(
        questions, options, keys, clock, change, most, colophon, redress, pictures);
  }

  /** Returns the same site, which says this of itself and makes good what is wrong. */
  public SiteContext with(Colophon said, Redress way) {
    return new SiteContext(questions, options, keys, clock, change, limits, said, way, pictures);
  }

  /** Returns the same site, to which pictures come in another way. */
  public SiteContext with(PictureWay way) {
    return new SiteContext(questions, options, keys, clock, change, limits, colophon, redress, way);
  }

  public Optional<Redress> findRedress() {
    return Optional.ofNullable(redress);
  }
}
