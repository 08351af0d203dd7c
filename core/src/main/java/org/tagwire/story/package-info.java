/**
 * Which articles of one language tell of one event.
 *
 * <p>Start with {@link org.tagwire.story.Stories}: the window of live stories, in which each new
 * article is placed as it comes, and which {@code confer} looks at as a whole now and then. {@link
 * org.tagwire.story.StoryView} is what it reads of an article, {@code Linker} weighs two stories by
 * wording, names, meaning, weekdays and time, beside how near their surroundings are; {@code
 * Regrouping} groups articles anew, {@code Naming} decides which group keeps which id. {@link
 * org.tagwire.story.Interpreter} links stories of several languages.
 *
 * <p>A story keeps the id of its founding article. A merge keeps the older id and tells ingest of
 * the younger, which becomes a redirect; a part without the founder is named after its earliest
 * article. A group comes out the same in whatever order its articles came.
 *
 * <p>The window is mutable and belongs to the one thread that owns its language shard. This package
 * uses the model and {@code text}. It must never ask the index, which lags, or a clock: time is
 * what the articles say.
 */
@NullMarked
package org.tagwire.story;

import org.jspecify.annotations.NullMarked;
