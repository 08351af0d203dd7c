package org.tagwire.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tagwire.rights.LicenceTerms;
import org.tagwire.url.WebAddress;

/**
 * The licence documents (RSL) that publishers point to, fetched through the same door as everything
 * else and kept for a day. A document that cannot be had prohibits nothing. Safe for threads.
 */
public final class Licences {
  private static final Duration KEEP = Duration.ofHours(24);

  private final Fetcher fetcher;
  private final InstantSource clock;
  private final PerOrigin<Kept> documents;

  Licences(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.documents = new PerOrigin<>(this::load, kept -> !clock.instant().isBefore(kept.until()));
  }

  private record Kept(LicenceTerms terms, Instant until) {}

  /** Returns the terms that stand at an address; asks its server first when they are not known. */
  public LicenceTerms terms(WebAddress licence) {
    documents.trim();
    try {
      return documents.get(licence.href()).terms();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return LicenceTerms.NONE;
    }
  }

  private Kept load(String address) {
    LicenceTerms terms =
        fetcher.fetch(FetchRequest.rules(WebAddress.of(address)))
                instanceof FetchResult.Fetched document
            ? LicenceTerms.parse(document.body())
            : LicenceTerms.NONE;
    return new Kept(terms, clock.instant().plus(KEEP));
  }
}
