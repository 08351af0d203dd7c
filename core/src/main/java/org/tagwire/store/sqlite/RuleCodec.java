package org.tagwire.store.sqlite;

import org.tagwire.model.Category;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;

/** The stored form of a {@link TagRule}: version, kind, and what it says. */
final class RuleCodec {
  private static final int VERSION = 1;
  private static final int MERGE = 0;
  private static final int SPLIT = 1;
  private static final int RENAME = 2;
  private static final int NOT_ABOUT = 3;

  private RuleCodec() {}

  static byte[] encode(TagRule rule) {
    ByteWriter out = new ByteWriter().octet(VERSION);
    switch (rule) {
      case TagRule.Merge merge ->
          out.octet(MERGE).text(merge.tag().value()).text(merge.into().value()).text(merge.name());
      case TagRule.Split split ->
          out.octet(SPLIT)
              .text(split.tag().value())
              .text(split.into().value())
              .text(split.name())
              .list(split.with(), ByteWriter::text);
      case TagRule.Rename rename ->
          out.octet(RENAME).text(rename.tag().value()).text(rename.name());
      case TagRule.NotAbout not -> {
        out.octet(NOT_ABOUT);
        Codec.id(out, not.article());
        out.text(not.tag().value()).flag(not.mentioned()).optional(not.field(), RuleCodec::field);
      }
    }
    return out.toBytes();
  }

  static TagRule decode(byte[] payload) {
    ByteReader in = new ByteReader(payload);
    Codec.version(in, VERSION);
    int kind = in.octet();
    return switch (kind) {
      case MERGE -> new TagRule.Merge(key(in), key(in), in.text());
      case SPLIT -> new TagRule.Split(key(in), key(in), in.text(), in.list(ByteReader::text));
      case RENAME -> new TagRule.Rename(key(in), in.text());
      case NOT_ABOUT ->
          new TagRule.NotAbout(Codec.id(in), key(in), in.flag(), in.optional(RuleCodec::field));
      default -> throw in.damaged("there is no rule of kind " + kind);
    };
  }

  private static TagKey key(ByteReader in) {
    return new TagKey(in.text());
  }

  private static void field(ByteWriter out, TagRule.Field field) {
    out.text(field.language().code()).ordinal(field.category());
  }

  private static TagRule.Field field(ByteReader in) {
    return new TagRule.Field(Codec.language(in.text()), in.ordinal(Category.values()));
  }
}
