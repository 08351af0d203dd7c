package org.tagwire.store.sqlite;

import java.util.List;
import java.util.Optional;
import org.tagwire.model.Language;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.WatchedName;

/** The stored form of a watched name, and of what was found of names in an article. */
final class WatchCodec {
  private static final int VERSION = 1;

  private WatchCodec() {}

  static byte[] encode(WatchedName name) {
    return new ByteWriter()
        .octet(VERSION)
        .list(name.spellings(), ByteWriter::text)
        .list(name.needed(), (out, either) -> out.list(either, ByteWriter::text))
        .list(name.excluded(), ByteWriter::text)
        .text(name.findLanguage().map(Language::code).orElse(""))
        .optional(name.kind(), ByteWriter::ordinal)
        .flag(name.exact())
        .toBytes();
  }

  static WatchedName decodeName(byte[] payload) {
    ByteReader in = new ByteReader(payload);
    Codec.version(in, VERSION);
    return new WatchedName(
        in.list(ByteReader::text),
        in.list(i -> i.list(ByteReader::text)),
        in.list(ByteReader::text),
        Optional.of(in.text()).filter(c -> !c.isEmpty()).map(Language::new).orElse(null),
        in.optional(i -> i.ordinal(TagKind.values())),
        in.flag());
  }

  static byte[] encode(List<Tagging> found) {
    ByteWriter words = new ByteWriter().list(found, ReadingCodec::tagging);
    ByteWriter out = new ByteWriter().octet(VERSION);
    Packing.LZ4.pack(out, words.buffer(), words.size());
    return out.toBytes();
  }

  static List<Tagging> decodeFound(byte[] payload) {
    ByteReader in = new ByteReader(payload);
    Codec.version(in, VERSION);
    return new ByteReader(Packing.unpack(in)).list(ReadingCodec::tagging);
  }
}
