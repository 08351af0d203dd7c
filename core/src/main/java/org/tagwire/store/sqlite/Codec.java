package org.tagwire.store.sqlite;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Domain;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;

/**
 * How the values that several records share are written. Enums go by ordinal: their constants may
 * only be appended to.
 */
final class Codec {
  private Codec() {}

  static void id(ByteWriter out, ArticleId id) {
    out.bare(id.bytes(), 16);
  }

  static ArticleId id(ByteReader in) {
    return ArticleId.of(in.bare(16));
  }

  static void moment(ByteWriter out, Moment moment) {
    out.instant(moment.instant());
    out.signed(moment.offset().getTotalSeconds()).ordinal(moment.precision());
  }

  static Moment moment(ByteReader in) {
    Instant instant = in.instant();
    int seconds = (int) in.signed();
    ZoneOffset offset = seconds == 0 ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds(seconds);
    return new Moment(instant, offset, in.ordinal(Moment.Precision.values()));
  }

  /** Begins with 0 for none, 1 for a page's picture, 2 for one that a feed offers. */
  static void image(ByteWriter out, @Nullable Image image) {
    if (image == null) {
      out.octet(0);
      return;
    }
    out.octet(image.offered() ? 2 : 1).text(image.url()).text(image.alt());
    out.optional(image.width(), (o, v) -> o.signed(v))
        .optional(image.height(), (o, v) -> o.signed(v));
  }

  static @Nullable Image image(ByteReader in) {
    int kind = in.octet();
    if (kind == 0) {
      return null;
    }
    return new Image(
        in.text(),
        in.text(),
        in.optional(i -> (int) i.signed()),
        in.optional(i -> (int) i.signed()),
        kind == 2);
  }

  static void origin(ByteWriter out, Origin origin) {
    out.text(origin.name());
    out.optional(origin.domain(), (o, d) -> o.text(d.name()))
        .optional(origin.url(), ByteWriter::text);
  }

  static Origin origin(ByteReader in) {
    return new Origin(
        in.text(), in.optional(i -> new Domain(i.text())), in.optional(ByteReader::text));
  }

  /** Returns the language of {@code code}; the frequent ones without checking them again. */
  static Language language(String code) {
    return switch (code) {
      case "en" -> Language.ENGLISH;
      case "ar" -> Language.ARABIC;
      case "und" -> Language.UNDETERMINED;
      default -> new Language(code);
    };
  }

  /**
   * Checks the first byte of a stored value against the newest layout this code knows, and returns
   * it.
   */
  static int version(ByteReader in, int newest) {
    int version = in.octet();
    if (version < 1 || version > newest) {
      throw in.damaged(
          "its layout is number " + version + ", and only 1 to " + newest + " are known");
    }
    return version;
  }
}
