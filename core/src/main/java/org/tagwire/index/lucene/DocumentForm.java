package org.tagwire.index.lucene;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.tagwire.index.IndexChange;
import org.tagwire.model.Card;
import org.tagwire.model.Grade;
import org.tagwire.model.SourceId;
import org.tagwire.model.Tagging;
import org.tagwire.model.Visibility;

/**
 * A form that is filled in anew for each article; what it returns is valid until the next one. For
 * one thread.
 */
final class DocumentForm {
  private static final FieldType MARK = mark();
  private static final FieldType WORDS = words();

  private final Field title = new Field(Schema.TEXT, "", WORDS);
  private final Field body = new Field(Schema.TEXT, "", WORDS);
  private final Field order = new NumericDocValuesField(Schema.ORDER, 0);
  private final Field rank = new NumericDocValuesField(Schema.RANK, 0);
  private final Field copyOf = new NumericDocValuesField(Schema.COPY_OF, 0);
  private final Field credit = new NumericDocValuesField(Schema.CREDIT, 0);
  private final Field shown = new NumericDocValuesField(Schema.PUBLIC, 0);
  private final Field packed = new BinaryDocValuesField(Schema.CARD, new BytesRef());
  private final Document document = new Document();

  Document fill(IndexChange.Put put) {
    document.clear();
    Card card = put.card();
    document.add(new Field(Schema.ID, card.id().bytes(), MARK));
    title.setStringValue(card.headline());
    body.setStringValue(put.body());
    document.add(title);
    document.add(body);
    number(order, Schema.order(card.order()));
    number(rank, Schema.rank(card.id()));
    number(credit, Schema.credit(card));
    number(shown, put.visibility() == Visibility.PUBLIC && put.listed() ? 1 : 0);
    if (!card.group().copies().equals(card.id())) {
      number(copyOf, Schema.rank(card.group().copies()));
    }
    packed.setBytesValue(CardCodec.encode(card));
    document.add(packed);
    addMarks(put);
    return document;
  }

  private void number(Field field, long value) {
    field.setLongValue(value);
    document.add(field);
  }

  private void addMarks(IndexChange.Put put) {
    Card card = put.card();
    mark(Schema.carrier(card.carrier()));
    mark(Schema.category(card.category()));
    mark(Schema.language(card.language()));
    mark(Schema.story(card.group().story()));
    for (SourceId source : put.sources()) {
      mark(Schema.source(source));
    }
    put.shielded().forEach(tag -> mark(Schema.shielded(tag)));
    for (Tagging tag : put.tags()) {
      mark(Schema.tagged(tag.key()));
      if (tag.grade() == Grade.ABOUT) {
        mark(Schema.about(tag.key()));
        document.add(new SortedSetDocValuesField(Schema.ABOUT, new BytesRef(tag.key().value())));
      }
    }
  }

  private void mark(BytesRef value) {
    document.add(new Field(Schema.MARKS, value, MARK));
  }

  private static FieldType mark() {
    FieldType type = new FieldType();
    type.setTokenized(false);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /**
   * Positions for phrases; no norms, because lists are sorted by time and kinship counts rare words
   * only.
   */
  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }
}
