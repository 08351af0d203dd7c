package org.tagwire.store.sqlite;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Announcement;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Category;
import org.tagwire.model.CopyPrint;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Grade;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Mark;
import org.tagwire.model.Mention;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Publisher;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.model.Vector;
import org.tagwire.model.Visibility;

/**
 * The stored form of a {@link Reading}, without what its row holds as columns ({@link Row}).
 *
 * <p>Layout: version byte; vector and copy print as they are, since hashes do not compress; then,
 * packed, everything made of words. Sentences of mentions stand in the text too and cost next to
 * nothing once packed.
 */
final class ReadingCodec {
  /**
   * From 2 on with what the limits forbid to learn and when they end the article, from 3 on with
   * the marks of paragraphs, from 4 on with copy prints as they are made now; older ones are left
   * out and made anew where they are needed.
   */
  private static final int VERSION = 4;

  private ReadingCodec() {}

  /**
   * What the row of an article knows better than its payload, since it may have changed after the
   * payload was written.
   *
   * @param id the article
   * @param url its address
   * @param order its sort time
   * @param firstSeen when it was first seen
   * @param visibility who may see it
   */
  record Row(ArticleId id, String url, Instant order, Instant firstSeen, Visibility visibility) {}

  static byte[] encode(Reading reading) {
    ByteWriter words = new ByteWriter();
    announcement(words, reading.announcement());
    credit(words, reading.credit());
    words.optional(reading.timing().published(), Codec::moment);
    words.optional(reading.timing().updated(), Codec::moment);
    text(words, reading.text());
    Understanding understanding = reading.understanding();
    words.text(understanding.language().code()).ordinal(understanding.category());
    words.list(understanding.tags(), ReadingCodec::tagging);
    limits(words, reading.limits());
    StageVersions versions = reading.versions();
    words.varint(versions.feed()).varint(versions.extract()).varint(versions.understand());

    ByteWriter out = new ByteWriter().octet(VERSION);
    out.optional(understanding.vector(), (o, v) -> o.block(v.components()));
    print(out, understanding.copyPrint());
    Packing.LZ4.pack(out, words.buffer(), words.size());
    return out.toBytes();
  }

  static Reading decode(byte[] payload, Row row) {
    ByteReader out = new ByteReader(payload);
    int version = Codec.version(out, VERSION);
    Vector vector = out.optional(i -> Vector.of(i.block()));
    CopyPrint print = version < 4 ? withoutPrint(out) : print(out);

    ByteReader in = new ByteReader(Packing.unpack(out));
    Announcement announcement = announcement(in, row);
    Credit credit = credit(in);
    Timing timing = new Timing(in.optional(Codec::moment), in.optional(Codec::moment), row.order());
    ArticleText text = text(in, version);
    Understanding understanding = understanding(in, vector, print);
    return new Reading(
        row.id(),
        row.url(),
        announcement,
        credit,
        timing,
        text,
        understanding,
        limits(in, version),
        new StageVersions((int) in.varint(), (int) in.varint(), (int) in.varint()));
  }

  /** Hashes are sorted, so their distances are small numbers: three bytes instead of four. */
  private static void print(ByteWriter out, CopyPrint print) {
    int[] hashes = print.hashes();
    out.varint(hashes.length);
    long last = Integer.MIN_VALUE;
    for (int hash : hashes) {
      out.varint(hash - last);
      last = hash;
    }
  }

  private static CopyPrint print(ByteReader in) {
    int[] hashes = new int[hashes(in, 1)];
    long last = Integer.MIN_VALUE;
    for (int i = 0; i < hashes.length; i++) {
      last += in.varint();
      hashes[i] = (int) last;
    }
    return hashes.length == 0 ? CopyPrint.NONE : CopyPrint.of(hashes);
  }

  private static CopyPrint withoutPrint(ByteReader in) {
    int bytes = Integer.BYTES * hashes(in, Integer.BYTES);
    in.bare(bytes);
    return CopyPrint.NONE;
  }

  private static int hashes(ByteReader in, int bytesEach) {
    int size = in.length();
    if (size > in.remaining() / bytesEach) {
      throw in.damaged("a copy print of " + size + " hashes does not fit");
    }
    return size;
  }

  private static void announcement(ByteWriter out, Announcement from) {
    out.varint(from.source().value()).fixedLong(from.key().hash()).fixedLong(from.contentHash());
  }

  private static Announcement announcement(ByteReader in, Row row) {
    return new Announcement(
        new SourceId(in.varint()),
        new ItemKey(in.fixedLong()),
        in.fixedLong(),
        row.firstSeen(),
        row.visibility());
  }

  private static void credit(ByteWriter out, Credit credit) {
    Publisher carrier = credit.carrier();
    out.text(carrier.domain().name()).text(carrier.name());
    out.optional(carrier.homePage(), ByteWriter::text);
    out.optional(carrier.country(), ByteWriter::text);
    out.text(carrier.language().code());
    out.optional(credit.origin(), Codec::origin);
  }

  private static Credit credit(ByteReader in) {
    Publisher carrier =
        new Publisher(
            new Domain(in.text()),
            in.text(),
            in.optional(ByteReader::text),
            in.optional(ByteReader::text),
            Codec.language(in.text()));
    return new Credit(carrier, in.optional(Codec::origin));
  }

  private static void text(ByteWriter out, ArticleText text) {
    out.text(text.title()).text(text.byline()).text(text.summary());
    out.list(text.paragraphs(), ReadingCodec::paragraph);
    out.text(text.section()).list(text.publisherTags(), ByteWriter::text);
    Codec.image(out, text.image());
    out.ordinal(text.source());
  }

  private static void paragraph(ByteWriter out, Paragraph paragraph) {
    out.ordinal(paragraph.kind()).text(paragraph.text());
    out.list(
        paragraph.marks(),
        (o, m) -> o.ordinal(m.kind()).varint(m.from()).varint(m.to() - m.from()).text(m.value()));
  }

  private static Paragraph paragraph(ByteReader in, int version) {
    Paragraph.Kind kind = in.ordinal(Paragraph.Kind.values());
    return new Paragraph(kind, in.text(), version < 3 ? List.of() : in.list(ReadingCodec::mark));
  }

  private static Mark mark(ByteReader in) {
    Mark.Kind kind = in.ordinal(Mark.Kind.values());
    int from = in.length();
    return new Mark(kind, from, from + in.length(), in.text());
  }

  private static ArticleText text(ByteReader in, int version) {
    return new ArticleText(
        in.text(),
        in.text(),
        in.text(),
        in.list(i -> paragraph(i, version)),
        in.text(),
        in.list(ByteReader::text),
        Codec.image(in),
        in.ordinal(ArticleText.BodySource.values()));
  }

  private static Understanding understanding(
      ByteReader in, @Nullable Vector vector, CopyPrint print) {
    return new Understanding(
        Codec.language(in.text()),
        in.ordinal(Category.values()),
        in.list(ReadingCodec::tagging),
        vector,
        print);
  }

  static void tagging(ByteWriter out, Tagging tag) {
    out.text(tag.key().value())
        .text(tag.name())
        .ordinal(tag.kind())
        .ordinal(tag.grade())
        .real(tag.score());
    out.list(tag.mentions(), (o, m) -> o.text(m.sentence()).text(m.surface()).real(m.weight()));
  }

  static Tagging tagging(ByteReader in) {
    return new Tagging(
        new TagKey(in.text()),
        in.text(),
        in.ordinal(TagKind.values()),
        in.ordinal(Grade.values()),
        in.real(),
        in.list(i -> new Mention(i.text(), i.text(), i.real())));
  }

  private static void limits(ByteWriter out, ShowLimits limits) {
    out.varint(limits.maxSnippet()).flag(limits.listed()).flag(limits.archived());
    out.flag(limits.mined()).flag(limits.pictured()).flag(limits.paywalled());
    out.flag(limits.learned()).optional(limits.unavailableAfter(), ByteWriter::instant);
  }

  private static ShowLimits limits(ByteReader in, int version) {
    int maxSnippet = (int) in.varint();
    boolean listed = in.flag();
    boolean archived = in.flag();
    boolean mined = in.flag();
    boolean pictured = in.flag();
    boolean paywalled = in.flag();
    return version < 2
        ? new ShowLimits(maxSnippet, listed, archived, mined, pictured, paywalled)
        : new ShowLimits(
            maxSnippet,
            listed,
            archived,
            mined,
            pictured,
            paywalled,
            in.flag(),
            in.optional(ByteReader::instant));
  }
}
