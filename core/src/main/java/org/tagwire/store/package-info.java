/**
 * The port to what is true: sources and their schedule, articles, hashtags and the owner's rules
 * about them, learned counts, tombstones, subscriptions at hubs, watched names, and how much of the
 * past is kept.
 *
 * <p>Start with {@link org.tagwire.store.Store}, the record of the stores; then {@link
 * org.tagwire.store.ArticleStore}, which an article enters twice: {@code accept} makes its reading
 * durable, {@code place} puts it among the others. Both are one transaction each, and both may be
 * repeated after a crash without losing or doubling anything.
 *
 * <p>The contract of every method stands in its Javadoc, and the abstract suites in the test tree
 * ({@code SourceStoreContract} and so on) say it again as tests that each adapter inherits. Every
 * read names its {@link org.tagwire.model.Audience}; there is no finder that forgets who asks.
 *
 * <p>All methods may be called from any thread. Broken surroundings throw {@link
 * org.tagwire.model.TagwireException} with {@code STORE_FAILED} or {@code DISK}. This package holds
 * no SQL and knows no engine.
 */
@NullMarked
package org.tagwire.store;

import org.jspecify.annotations.NullMarked;
