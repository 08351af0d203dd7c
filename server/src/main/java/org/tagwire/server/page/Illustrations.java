package org.tagwire.server.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Card;
import org.tagwire.model.Image;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.Visit;

/**
 * Says where a page's pictures come from, and signs the addresses of those that come through here.
 * Safe for use by many threads.
 */
public final class Illustrations {
  /** Longer addresses are nobody's picture, and would not fit into a request. */
  public static final int LONGEST = 2000;

  private static final int USUAL = 960;

  private final PictureWay way;
  private final Addresses addresses;

  public Illustrations(PictureWay way, Addresses addresses) {
    this.way = way;
    this.addresses = addresses;
  }

  /** Words a card's picture; null where none is to be shown. */
  CardView.@Nullable Picture of(Card card, Visit visit) {
    Image image = card.image();
    if (image == null || image.url().length() > LONGEST) {
      return null;
    }
    return of(image.withAlt(alt(card, image, visit)), visit.now());
  }

  /** What a picture shows is its publisher's text as well, which the public sees excerpts of. */
  private static String alt(Card card, Image image, Visit visit) {
    String alt = visit.isOwner() ? image.alt().strip() : "";
    return alt.equals(card.headline()) ? "" : alt;
  }

  private CardView.@Nullable Picture of(Image image, Instant now) {
    return switch (way) {
      case PictureWay.None none -> null;
      case PictureWay.Direct direct ->
          addresses.outward(image.url()).map(url -> picture(url, "", image)).orElse(null);
      case PictureWay.Proxied proxied -> proxied(proxied, image, now);
    };
  }

  private CardView.Picture proxied(PictureWay.Proxied proxied, Image image, Instant now) {
    String signature = proxied.seal().sign(image.url(), now);
    List<Integer> widths =
        proxied.pictures().gallery().widths().stream().filter(w -> w >= 320).toList();
    StringBuilder sources = new StringBuilder();
    for (int width : widths) {
      sources
          .append(sources.isEmpty() ? "" : ", ")
          .append(addresses.picture(signature, width, image.url()))
          .append(' ')
          .append(width)
          .append('w');
    }
    String first = addresses.picture(signature, widths.getFirst(), image.url());
    return picture(first, widths.size() > 1 ? sources.toString() : "", image);
  }

  private static CardView.Picture picture(String address, String sources, Image image) {
    int width = stated(image.width());
    int height = stated(image.height());
    return width > 0 && height > 0 && height <= 2L * width
        ? new CardView.Picture(address, sources, width, height, image.alt())
        : new CardView.Picture(address, sources, USUAL, USUAL * 9 / 16, image.alt());
  }

  private static int stated(@Nullable Integer length) {
    return length == null ? 0 : length;
  }
}
