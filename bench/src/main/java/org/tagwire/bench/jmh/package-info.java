/**
 * The parts by themselves, under JMH: {@code ./dev bench jmh [--only PATTERN]}.
 *
 * <p>Start with {@link org.tagwire.bench.jmh.FeedBenchmark}: feeds out of {@code GeneratedFeeds},
 * read by us, by ROME and by Woodstox alone, in one run. {@link org.tagwire.bench.jmh.Account}
 * counts bytes and CPU time, from which {@link org.tagwire.bench.Micro} makes the table.
 *
 * <p>The figure is megabytes per CPU second of one thread; compare within one run only. Nothing
 * here may depend on the network, on the clock or on files.
 */
@NullMarked
package org.tagwire.bench.jmh;

import org.jspecify.annotations.NullMarked;
