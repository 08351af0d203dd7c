/**
 * Which subjects are talked about more than they usually are.
 *
 * <p>Start with {@link org.tagwire.trend.Trends}. It compares what was written lately about a tag
 * with what its {@link org.tagwire.trend.Habit} lets expect, for windows from an hour to a day. A
 * habit is the tag's own past, by hour and weekday, on top of the {@link org.tagwire.trend.Rhythm}
 * of the whole stream: fewer articles appear at night and on Sundays, and that is no news of any
 * tag. How unlikely the difference is tells {@code Surprise}.
 *
 * <p>What is counted are origins in an hour: a copy is not counted, and who writes ten articles in
 * an hour counts once. So nobody makes a trend alone.
 *
 * <p>This package is pure: it uses the model and nothing else. It must never ask a store, read a
 * clock, or know of audiences; {@code query} gives it what an audience may see.
 */
@NullMarked
package org.tagwire.trend;

import org.jspecify.annotations.NullMarked;
