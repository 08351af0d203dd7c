/**
 * The journey of an article, and the loops that keep it going.
 *
 * <p>Read {@link org.tagwire.ingest.Ingest} first: {@code read} takes a source that is due to
 * durable readings, {@code place} takes those to their places among the others. Around it, in the
 * order of the journey:
 *
 * <ul>
 *   <li>{@link org.tagwire.ingest.Poller} polls what is due; the package {@code polling} says what
 *       that is, and when it comes again.
 *   <li>{@link org.tagwire.ingest.Announcements} tells what is new; {@link
 *       org.tagwire.ingest.ArticleReader} reads it, with {@link org.tagwire.ingest.PageReader} for
 *       pages and {@link org.tagwire.ingest.Analyst} for understanding.
 *   <li>{@link org.tagwire.ingest.Placer} places shard by shard, each at its {@code Desk} of recent
 *       articles.
 *   <li>{@link org.tagwire.ingest.Indexer} follows into the index.
 *   <li>{@link org.tagwire.ingest.Deliveries} takes in articles given directly; {@link
 *       org.tagwire.ingest.Reread} runs newer stages over what was kept.
 *   <li>{@link org.tagwire.ingest.Rulebook} takes down what the owner says about hashtags; {@link
 *       org.tagwire.ingest.RulePass} has the articles that are there follow.
 *   <li>{@link org.tagwire.ingest.Quarantine} sets apart what a bug breaks on, so that the others
 *       go on; {@link org.tagwire.ingest.Retrial} tries it again. {@link
 *       org.tagwire.ingest.Archivist} drops what is kept no longer.
 * </ul>
 *
 * <p>This is the only package that calls stages, and the only one that folds observations into
 * knowledge. Each loop catches what breaks one unit of work, records it where its owner will see
 * it, and goes on.
 */
@NullMarked
package org.tagwire.ingest;

import org.jspecify.annotations.NullMarked;
