package org.tagwire.index.lucene;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagwireException;

/**
 * Packs a card into bytes and back, without loss.
 *
 * <p>Layout: version, id, flags, copy group (absent when it is the card's own id), story
 * (likewise), then numbers as varints and texts as UTF-8 with their length. Enums are written by
 * position, so a change in their order asks for a new {@link #VERSION}. Stateless.
 */
final class CardCodec {
  static final byte VERSION = 1;

  private static final int ID_LENGTH = 16;
  private static final int HAS_GROUP = 1;
  private static final int HAS_STORY = 1 << 1;
  private static final int HAS_ORIGIN = 1 << 2;
  private static final int HAS_PUBLISHED = 1 << 3;
  private static final int DAY_ONLY = 1 << 4;
  private static final int HAS_IMAGE = 1 << 5;
  private static final int WHOLE = 1 << 6;
  private static final int IMAGE_OFFERED = 1 << 7;
  private static final List<Category> CATEGORIES = List.of(Category.values());
  private static final List<TagKind> KINDS = List.of(TagKind.values());

  private CardCodec() {}

  static BytesRef encode(Card card) {
    PackedWriter out = new PackedWriter(512 + card.opening().length() + card.excerpt().length());
    out.octet(VERSION);
    out.raw(card.id().bytes());
    out.octet(flags(card));
    writeGroup(card, out);
    writeInstant(card.order(), out);
    writeMoment(card.published(), out);
    out.text(card.url());
    out.text(card.headline());
    out.text(card.carrier().name());
    out.text(card.carrierName());
    if (card.originName() != null) {
      out.text(card.originName());
    }
    out.number(CATEGORIES.indexOf(card.category()));
    out.text(card.language().code());
    writeImage(card.image(), out);
    out.text(card.opening());
    out.text(card.excerpt());
    writeChips(card.chips(), out);
    return out.done();
  }

  /**
   * Unpacks a card.
   *
   * @throws TagwireException {@link ErrorCode#INDEX_FAILED} when the bytes are not a card of this
   *     version
   */
  static Card decode(BytesRef bytes) {
    try {
      return read(new PackedReader(bytes));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | java.time.DateTimeException e) {
      throw new TagwireException(
          ErrorCode.INDEX_FAILED, "a card in the index cannot be read; rebuild the index", e);
    }
  }

  /** Reads only the id of the first article of the copy group. */
  static ArticleId copyGroup(BytesRef bytes) {
    PackedReader in = new PackedReader(bytes);
    requireVersion(in.octet());
    ArticleId id = ArticleId.of(in.raw(ID_LENGTH));
    return (in.octet() & HAS_GROUP) == 0 ? id : ArticleId.of(in.raw(ID_LENGTH));
  }

  private static Card read(PackedReader in) {
    requireVersion(in.octet());
    ArticleId id = ArticleId.of(in.raw(ID_LENGTH));
    int flags = in.octet();
    Card.Group group = readGroup(id, flags, in);
    Instant order = readInstant(in);
    Moment published = readMoment(flags, in);
    String url = in.text();
    String headline = in.text();
    Domain carrier = new Domain(in.text());
    String carrierName = in.text();
    String origin = has(flags, HAS_ORIGIN) ? in.text() : null;
    Category category = CATEGORIES.get((int) in.number());
    Language language = new Language(in.text());
    Image image = readImage(flags, in);
    String opening = in.text();
    String excerpt = in.text();
    return new Card(
        id,
        url,
        headline,
        carrier,
        carrierName,
        origin,
        published,
        order,
        category,
        language,
        image,
        opening,
        excerpt,
        has(flags, WHOLE),
        readChips(in),
        group);
  }

  private static void requireVersion(int version) {
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "a card of version " + version + " was found where " + VERSION + " is read");
    }
  }

  private static int flags(Card card) {
    Moment published = card.published();
    int flags = card.group().copies().equals(card.id()) ? 0 : HAS_GROUP;
    flags |= card.group().story().founder().equals(card.id()) ? 0 : HAS_STORY;
    flags |= card.originName() == null ? 0 : HAS_ORIGIN;
    flags |= published == null ? 0 : HAS_PUBLISHED;
    flags |= published != null && published.precision() == Moment.Precision.DAY ? DAY_ONLY : 0;
    flags |= card.image() == null ? 0 : HAS_IMAGE;
    flags |= card.image() != null && card.image().offered() ? IMAGE_OFFERED : 0;
    return flags | (card.whole() ? WHOLE : 0);
  }

  private static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  private static void writeGroup(Card card, PackedWriter out) {
    if (!card.group().copies().equals(card.id())) {
      out.raw(card.group().copies().bytes());
    }
    if (!card.group().story().founder().equals(card.id())) {
      out.raw(card.group().story().founder().bytes());
    }
  }

  private static Card.Group readGroup(ArticleId id, int flags, PackedReader in) {
    ArticleId copies = has(flags, HAS_GROUP) ? ArticleId.of(in.raw(ID_LENGTH)) : id;
    ArticleId founder = has(flags, HAS_STORY) ? ArticleId.of(in.raw(ID_LENGTH)) : id;
    return new Card.Group(new StoryId(founder), copies);
  }

  private static void writeInstant(Instant instant, PackedWriter out) {
    out.signed(instant.getEpochSecond());
    out.number(instant.getNano());
  }

  private static Instant readInstant(PackedReader in) {
    long second = in.signed();
    return Instant.ofEpochSecond(second, in.number());
  }

  private static void writeMoment(@Nullable Moment moment, PackedWriter out) {
    if (moment != null) {
      writeInstant(moment.instant(), out);
      out.signed(moment.offset().getTotalSeconds());
    }
  }

  private static @Nullable Moment readMoment(int flags, PackedReader in) {
    if (!has(flags, HAS_PUBLISHED)) {
      return null;
    }
    Instant instant = readInstant(in);
    ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) in.signed());
    return new Moment(
        instant, offset, has(flags, DAY_ONLY) ? Moment.Precision.DAY : Moment.Precision.MINUTE);
  }

  private static void writeImage(@Nullable Image image, PackedWriter out) {
    if (image != null) {
      out.text(image.url());
      out.text(image.alt());
      writeSize(image.width(), out);
      writeSize(image.height(), out);
    }
  }

  /**
   * Sizes come from publishers, so even a negative one must come back as it was; 0 stands for none.
   */
  private static void writeSize(@Nullable Integer size, PackedWriter out) {
    out.signed(size == null ? 0 : size < 0 ? size : size + 1L);
  }

  private static @Nullable Image readImage(int flags, PackedReader in) {
    if (!has(flags, HAS_IMAGE)) {
      return null;
    }
    return new Image(in.text(), in.text(), readSize(in), readSize(in), has(flags, IMAGE_OFFERED));
  }

  private static @Nullable Integer readSize(PackedReader in) {
    long size = in.signed();
    return size == 0 ? null : Integer.valueOf((int) (size < 0 ? size : size - 1));
  }

  private static void writeChips(List<Card.Chip> chips, PackedWriter out) {
    out.number(chips.size());
    for (Card.Chip chip : chips) {
      out.text(chip.form());
      out.text(chip.name());
      out.number(2L * KINDS.indexOf(chip.kind()) + (chip.shielded() ? 1 : 0));
    }
  }

  private static List<Card.Chip> readChips(PackedReader in) {
    int size = (int) in.number();
    List<Card.Chip> chips = new ArrayList<>(Math.min(size, 64));
    for (int i = 0; i < size; i++) {
      String form = in.text();
      String name = in.text();
      int kind = (int) in.number();
      chips.add(new Card.Chip(form, name, KINDS.get(kind / 2), kind % 2 == 1));
    }
    return chips;
  }
}
