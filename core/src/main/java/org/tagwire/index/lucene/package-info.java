/**
 * The search index on Lucene: one directory, one writer, sorted by time so that the newest stand
 * first.
 *
 * <p>Start with {@link org.tagwire.index.lucene.LuceneSearchIndex}. Writing: {@code DocumentForm}
 * turns a change into a document of the fields named in {@code Schema}, {@code CardCodec} packs its
 * card, {@code WordTokenizer} cuts its text. Reading: {@code Questions}, {@code Conditions} and
 * {@code Words} turn a filter into a query; {@code NewestFirst} walks its matches over all segments
 * in the order of time and stops when the page is full; {@code CopyGroups} decides which of several
 * copies is shown; {@code Counting} and {@code Kinship} answer the rest.
 *
 * <p>Three ideas carry the speed. Every segment is sorted by (time, id), both descending, so a page
 * needs only its first matches and a cursor is found by bisection. A card lies ready in one binary
 * value, so thirty cards are thirty reads. And of each segment the copies are kept in memory
 * (twelve bytes each), so an article without copies costs one failed look-up.
 *
 * <p>Nothing here is truth: {@code IndexDirectory} throws away what is damaged or of another
 * format, and the store fills it again. This package must never keep the text of an article, nor
 * answer a question without its audience.
 */
@NullMarked
package org.tagwire.index.lucene;

import org.jspecify.annotations.NullMarked;
