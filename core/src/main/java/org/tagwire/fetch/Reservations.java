package org.tagwire.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tagwire.model.ShowLimits;
import org.tagwire.rights.TdmReservations;
import org.tagwire.url.WebAddress;

/**
 * The text-mining reservations of whole sites ({@code /.well-known/tdmrep.json}), fetched through
 * the same door as everything else and kept for a day. A site without the file, or whose file
 * cannot be had, reserves nothing by it. Safe for threads.
 */
public final class Reservations {
  private static final Duration KEEP = Duration.ofHours(24);

  private final Fetcher fetcher;
  private final InstantSource clock;
  private final PerOrigin<Kept> origins;

  Reservations(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.origins = new PerOrigin<>(this::load, kept -> !clock.instant().isBefore(kept.until()));
  }

  private record Kept(TdmReservations rules, Instant until) {}

  /**
   * Returns what the site reserves for an address; asks its server first when the file is not
   * known.
   */
  public ShowLimits limits(WebAddress url) {
    origins.trim();
    try {
      return origins.get(url.origin()).rules().limits(url.path());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ShowLimits.NONE;
    }
  }

  private Kept load(String origin) {
    WebAddress url = WebAddress.of(origin + "/.well-known/tdmrep.json");
    TdmReservations rules =
        fetcher.fetch(FetchRequest.rules(url)) instanceof FetchResult.Fetched file
            ? TdmReservations.parse(file.body())
            : TdmReservations.NONE;
    return new Kept(rules, clock.instant().plus(KEEP));
  }
}
