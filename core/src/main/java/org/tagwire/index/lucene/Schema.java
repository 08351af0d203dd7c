package org.tagwire.index.lucene;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/**
 * The fields of a document and what is written in them.
 *
 * <p>What filters look up shares one field, {@link #MARKS}, each kind of mark under a letter of its
 * own: one term dictionary is cheaper to write and to open than seven.
 *
 * <p>Ids are compared by their first eight bytes, the <em>rank</em>. They are made by SHA-256: two
 * articles of one millisecond that share a rank do not happen by chance, and whoever makes two of
 * his own on purpose hides one of them from a page.
 */
final class Schema {
  /** Raised whenever documents written before no longer mean what this code reads. */
  static final int FORMAT = 2;

  /** The id, 16 bytes. */
  static final String ID = "id";

  /** What filters look up. */
  static final String MARKS = "marks";

  /** Title and body, with positions for phrases. */
  static final String TEXT = "text";

  /** Sort time in milliseconds. */
  static final String ORDER = "order";

  /** The first eight bytes of the id, as a number whose signed order is that of the id. */
  static final String RANK = "rank";

  /** The rank of the first article of its copy group; only on those that are not the first. */
  static final String COPY_OF = "copy-of";

  /**
   * For counting: a hash of the carrier's domain in the upper half, of the name whose text it is in
   * the lower. Of a thousand publishers two fall together once in ten thousand lists, and then one
   * fewer is counted.
   */
  static final String CREDIT = "credit";

  /** 1 when public lists may show it, 0 when only the owner's. */
  static final String PUBLIC = "public";

  /** Keys of the tags it is about. */
  static final String ABOUT = "about";

  /** The packed card. */
  static final String CARD = "card";

  /** Newest first, then greater id first. */
  static final Sort NEWEST_FIRST =
      new Sort(
          new SortField(ORDER, SortField.Type.LONG, true),
          new SortField(RANK, SortField.Type.LONG, true));

  private Schema() {}

  static BytesRef tagged(TagKey tag) {
    return new BytesRef("t" + tag.value());
  }

  static BytesRef about(TagKey tag) {
    return new BytesRef("a" + tag.value());
  }

  /** On articles whose person of this tag is spared before strangers. */
  static BytesRef shielded(TagKey tag) {
    return new BytesRef("x" + tag.value());
  }

  static BytesRef carrier(Domain domain) {
    return new BytesRef("p" + domain.name());
  }

  static BytesRef category(Category category) {
    return new BytesRef("c" + category.slug());
  }

  static BytesRef language(Language language) {
    return new BytesRef("l" + language.code());
  }

  static BytesRef story(StoryId story) {
    return new BytesRef("s" + story.hex());
  }

  static BytesRef source(SourceId source) {
    return new BytesRef("f" + source.value());
  }

  static Term id(ArticleId id) {
    return new Term(ID, new BytesRef(id.bytes()));
  }

  static long order(Instant order) {
    return order.toEpochMilli();
  }

  static long rank(ArticleId id) {
    return ByteBuffer.wrap(id.bytes()).getLong() ^ Long.MIN_VALUE;
  }

  static long credit(Card card) {
    String origin = card.findOriginName().orElse(card.carrierName());
    return ((long) hash(card.carrier().name()) << 32) | (hash(origin) & 0xFFFF_FFFFL);
  }

  private static int hash(String text) {
    return StringHelper.murmurhash3_x86_32(new BytesRef(text), 0);
  }
}
