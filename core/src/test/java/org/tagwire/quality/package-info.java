/**
 * The floors under what was reached: tests that measure whole stages over the development sets and
 * fail when a change makes them worse.
 *
 * <p>Start with {@link org.tagwire.quality.PageQualityTest} and {@link
 * org.tagwire.quality.FeedQualityTest}. {@code PageMeasure} and {@code FeedMeasure} are the
 * measures of {@code score/pages.py} and {@code score/feeds.py} that come with the sets, told
 * again; where the two differ, the scripts are right.
 *
 * <p>A floor lies a little below the figure that was measured when it was laid, and goes up with
 * it. It must never be lowered to let a change in without saying so in {@code docs/benchmarks.md}.
 * Where the sets are absent a line says that nothing was measured; the measures themselves are
 * always tested, on texts made up here.
 */
@NullMarked
package org.tagwire.quality;

import org.jspecify.annotations.NullMarked;
