package org.tagwire.server.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tagwire.model.Domain;
import org.tagwire.picture.Icons;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.Visit;

/**
 * Words publishers, each with the icon of its site where pictures are shown from here. A browser
 * asks no publisher for one: where pictures come straight from publishers there are no icons. Safe
 * for use by many threads.
 */
public final class Nameplates {
  /** What is signed for an icon begins so, which no address of a picture does. */
  private static final String SCHEME = "icon:";

  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int MOST_REMEMBERED = 10_000;

  private final PictureWay way;
  private final Addresses addresses;

  /** The icons' addresses: every page has dozens, and a signature is dear. */
  private final ConcurrentMap<Domain, Signed> known = new ConcurrentHashMap<>();

  /** An address and the day it was signed on. */
  private record Signed(long day, String path) {}

  public Nameplates(PictureWay way, Addresses addresses) {
    this.way = way;
    this.addresses = addresses;
  }

  /** Returns of whose site's icon a signed address speaks; empty for a picture's. */
  public static Optional<Domain> findDomain(String signed) {
    return signed.startsWith(SCHEME)
        ? Domain.parse(signed.substring(SCHEME.length()))
        : Optional.empty();
  }

  /** Words a publisher, whose name leads to its page. */
  public Nameplate of(String name, Domain domain, Visit visit) {
    String href = addresses.publisher(visit.edition(), domain);
    return Nameplate.of(name, href, icon(domain, visit.now()));
  }

  private String icon(Domain domain, Instant now) {
    if (!(way instanceof PictureWay.Proxied proxied) || domain.equals(Domain.UNKNOWN)) {
      return "";
    }
    long day = Math.floorDiv(now.getEpochSecond(), DAY);
    Signed before = known.get(domain);
    if (before != null && before.day() == day) {
      return before.path();
    }
    String what = SCHEME + domain.name();
    String path = addresses.picture(proxied.seal().sign(what, now), Icons.SIDE, what);
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    known.put(domain, new Signed(day, path));
    return path;
  }
}
