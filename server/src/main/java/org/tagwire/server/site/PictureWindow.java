package org.tagwire.server.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.tagwire.model.Domain;
import org.tagwire.model.Publisher;
import org.tagwire.picture.Icons;
import org.tagwire.picture.Picture;
import org.tagwire.picture.Print;
import org.tagwire.server.page.Illustrations;
import org.tagwire.server.page.Nameplates;
import org.tagwire.server.web.Exhibit;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Ticket;
import org.tagwire.url.WebAddress;

/**
 * Answers for the pictures that our pages show, by the signature in their address. Whatever is
 * wrong with an address, the answer is the same. Safe for use by many threads.
 */
final class PictureWindow {
  private static final int LONGEST_CODED = Illustrations.LONGEST * 4 / 3 + 1;
  private static final Duration FRESH = Duration.ofDays(1);

  /** How long a browser waits before it asks again for what is being fetched. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private final PictureWay way;
  private final Function<Domain, Optional<Publisher>> publishers;
  private final InstantSource clock;

  PictureWindow(
      PictureWay way, Function<Domain, Optional<Publisher>> publishers, InstantSource clock) {
    this.way = way;
    this.publishers = publishers;
    this.clock = clock;
  }

  Exhibit show(Ticket ticket) {
    return way instanceof PictureWay.Proxied proxied && ticket.address().length() <= LONGEST_CODED
        ? show(proxied, ticket, decoded(ticket.address()))
        : Exhibit.none();
  }

  private Exhibit show(PictureWay.Proxied proxied, Ticket ticket, String told) {
    Instant now = clock.instant();
    Optional<Instant> end = proxied.seal().findEnd(ticket.signature(), told, now);
    Optional<Domain> site = end.flatMap(e -> Nameplates.findDomain(told));
    if (site.isPresent()) {
      return icon(proxied, home(site.get()));
    }
    Optional<Integer> width =
        proxied.pictures().gallery().widths().stream()
            .filter(w -> Integer.toString(w).equals(ticket.width()))
            .findFirst();
    Optional<WebAddress> address = end.flatMap(e -> WebAddress.parse(told));
    if (end.isEmpty() || width.isEmpty() || address.isEmpty()) {
      return Exhibit.none();
    }
    if (proxied.gone().test(told)) {
      proxied.pictures().forget(address.get());
      return Exhibit.none();
    }
    return switch (proxied.pictures().show(address.get(), width.get())) {
      case Picture.Shown shown -> exhibit(shown.print(), Duration.between(now, end.get()));
      case Picture.Missing missing -> Exhibit.none();
      case Picture.Busy busy -> Exhibit.later();
    };
  }

  /** Where there is no icon, or none yet, one transparent pixel lets the initial be seen. */
  private static Exhibit icon(PictureWay.Proxied proxied, WebAddress home) {
    if (proxied.gone().test(home.href())) {
      proxied.icons().forget(home);
      return Exhibit.none();
    }
    return switch (proxied.icons().show(home)) {
      case Picture.Shown shown -> exhibit(shown.print(), FRESH);
      case Picture.Missing missing -> exhibit(Icons.blank(), FRESH);
      case Picture.Busy busy -> exhibit(Icons.blank(), SOON);
    };
  }

  /** A feed may name any home page, so one elsewhere is not believed. */
  private WebAddress home(Domain domain) {
    return publishers
        .apply(domain)
        .flatMap(Publisher::findHomePage)
        .flatMap(WebAddress::parse)
        .filter(home -> home.domain().equals(domain))
        .or(() -> WebAddress.parse("https://" + domain.name()))
        .flatMap(home -> WebAddress.parse(home.origin() + "/"))
        .orElseThrow(() -> new IllegalStateException("a domain that is no host: " + domain));
  }

  private static Exhibit exhibit(Print print, Duration left) {
    return new Exhibit(
        Reply.of(print.format().mediaType(), print.bytes()),
        version(print.bytes()),
        left.compareTo(FRESH) < 0 ? left : FRESH);
  }

  private static String decoded(String coded) {
    try {
      return new String(Base64.getUrlDecoder().decode(coded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String version(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
