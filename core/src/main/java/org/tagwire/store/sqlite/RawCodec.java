package org.tagwire.store.sqlite;

import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Person;

/** The stored form of what was received: the feed item, and the page's bytes. */
final class RawCodec {
  private static final int VERSION = 1;

  private RawCodec() {}

  static byte[] encode(FeedItem item) {
    ByteWriter words = new ByteWriter();
    words.optional(item.guid(), ByteWriter::text).optional(item.link(), ByteWriter::text);
    words.optional(item.title(), ByteWriter::text).optional(item.summary(), ByteWriter::text);
    words.optional(item.content(), ByteWriter::text);
    words.optional(item.published(), Codec::moment).optional(item.updated(), Codec::moment);
    words.list(item.authors(), RawCodec::person).list(item.categories(), ByteWriter::text);
    FeedItem.Media media = item.media();
    words.optional(media.image(), ByteWriter::text).optional(media.comments(), ByteWriter::text);
    words.list(media.enclosures(), RawCodec::enclosure);
    words.optional(item.origin(), Codec::origin).optional(item.language(), ByteWriter::text);
    ByteWriter out = new ByteWriter().octet(VERSION);
    Packing.LZ4.pack(out, words.buffer(), words.size());
    return out.toBytes();
  }

  static FeedItem decode(byte[] payload) {
    ByteReader out = new ByteReader(payload);
    Codec.version(out, VERSION);
    ByteReader in = new ByteReader(Packing.unpack(out));
    return new FeedItem(
        in.optional(ByteReader::text),
        in.optional(ByteReader::text),
        in.optional(ByteReader::text),
        in.optional(ByteReader::text),
        in.optional(ByteReader::text),
        in.optional(Codec::moment),
        in.optional(Codec::moment),
        in.list(RawCodec::person),
        in.list(ByteReader::text),
        media(in),
        in.optional(Codec::origin),
        in.optional(ByteReader::text));
  }

  static byte[] encodePage(byte[] page) {
    return Packing.ZSTD.pack(page);
  }

  static byte[] decodePage(byte[] payload) {
    return Packing.unpack(new ByteReader(payload));
  }

  private static FeedItem.Media media(ByteReader in) {
    return new FeedItem.Media(
        in.optional(ByteReader::text), in.optional(ByteReader::text), in.list(RawCodec::enclosure));
  }

  private static void person(ByteWriter out, Person person) {
    out.text(person.raw());
    out.optional(person.name(), ByteWriter::text).optional(person.email(), ByteWriter::text);
  }

  private static Person person(ByteReader in) {
    return new Person(in.text(), in.optional(ByteReader::text), in.optional(ByteReader::text));
  }

  private static void enclosure(ByteWriter out, Enclosure file) {
    out.text(file.url()).optional(file.type(), ByteWriter::text);
    out.optional(file.length(), (o, length) -> o.signed(length));
  }

  private static Enclosure enclosure(ByteReader in) {
    return new Enclosure(in.text(), in.optional(ByteReader::text), in.optional(ByteReader::signed));
  }
}
