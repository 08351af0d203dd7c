/**
 * Which articles of one language tell of one event.
 *
 * <p>Start with {@link org.tagwire.story.Stories}: the window of live stories, in which each new
 * article is placed as it comes. {@link org.tagwire.story.StoryView} is what it reads of an
 * article, {@link org.tagwire.story.Linker} weighs an article against a story by wording, names,
 * numbers, meaning and time.
 *
 * <p>A story keeps the id of its founding article. Placing is final for the reader's address: a
 * later merge keeps the older id and tells ingest of the younger, which becomes a redirect.
 *
 * <p>The window is mutable and belongs to the one thread that owns its language shard. This package
 * uses the model and {@code text}. It must never ask the index, which lags, or a clock: time is
 * what the articles say.
 */
@NullMarked
package org.tagwire.story;

import org.jspecify.annotations.NullMarked;
