package org.tagwire.store.sqlite;

import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.TagKind;

/**
 * The stored form of a {@link Card}; its story and copy group are columns of the article's row,
 * since they may change.
 */
final class CardCodec {
  private static final int VERSION = 1;

  private CardCodec() {}

  static byte[] encode(Card card) {
    ByteWriter words = new ByteWriter();
    words
        .text(card.headline())
        .text(card.url())
        .text(card.carrier().name())
        .text(card.carrierName());
    words.optional(card.originName(), ByteWriter::text).optional(card.published(), Codec::moment);
    words.instant(card.order()).ordinal(card.category()).text(card.language().code());
    Codec.image(words, card.image());
    words.text(card.opening()).text(card.excerpt());
    words.flag(card.whole());
    words.list(card.chips(), (o, c) -> o.text(c.form()).text(c.name()).ordinal(c.kind()));
    ByteWriter out = new ByteWriter().octet(VERSION);
    Packing.LZ4.pack(out, words.buffer(), words.size());
    return out.toBytes();
  }

  static Card decode(byte[] payload, ArticleId id, Card.Group group) {
    ByteReader in = words(payload);
    String headline = in.text();
    return new Card(
        id,
        in.text(),
        headline,
        new Domain(in.text()),
        in.text(),
        in.optional(ByteReader::text),
        in.optional(Codec::moment),
        in.instant(),
        in.ordinal(Category.values()),
        Codec.language(in.text()),
        Codec.image(in),
        in.text(),
        in.text(),
        in.flag(),
        in.list(i -> new Card.Chip(i.text(), i.text(), i.ordinal(TagKind.values()))),
        group);
  }

  /** Reads the headline alone. */
  static String headline(byte[] payload) {
    return words(payload).text();
  }

  private static ByteReader words(byte[] payload) {
    ByteReader out = new ByteReader(payload);
    Codec.version(out, VERSION);
    return new ByteReader(Packing.unpack(out));
  }
}
