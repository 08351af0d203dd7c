/**
 * Measurements of the whole: {@code ./dev bench [name…]}, each a small class that stops by itself.
 *
 * <p>Start with {@link org.tagwire.bench.Main}, the table of benchmarks; {@link
 * org.tagwire.bench.Benchmark} is what each of them is. Whatever is measured runs in a JVM of its
 * own ({@link org.tagwire.bench.Child}), so that its warm-up counts and the measuring does not: the
 * rig, the load and the clocks stay in this one. The children are {@link
 * org.tagwire.bench.PollingChild} (feeds in), {@link org.tagwire.bench.StageChild} (stages one by
 * one) and {@link org.tagwire.bench.ServingChild} (pages out).
 *
 * <p>The figure is CPU time by the operating system's account of the process, since the wall clock
 * of a shared machine says little. Nothing in here is shipped, and nothing may point at this
 * package.
 */
@NullMarked
package org.tagwire.bench;

import org.jspecify.annotations.NullMarked;
