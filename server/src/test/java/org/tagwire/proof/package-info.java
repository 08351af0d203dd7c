/**
 * Proofs over the whole: what must hold when every room works together.
 *
 * <p>Start with {@link org.tagwire.proof.Newsday}: a newsstand of fictional publishers, a data
 * directory, a clock that stands still until it is told, and the works between them. {@code
 * JourneyTest} follows articles from feed to page; {@code TruthTest} measures understanding against
 * the labels of the newsroom; {@code KillTest} ends child processes at each failpoint and counts
 * what is left; {@code DamageTest} spoils files; {@code HostileTest} asks what nobody should;
 * {@code RetentionTest} drops what is kept no longer, and {@code PoisonTest} has a stage break on
 * an item.
 *
 * <p>Nothing here replaces a room's own tests: a proof that goes red says that two rooms disagree.
 * Nothing in here may reach beyond loopback, sleep for a fixed time, or know an answer that it has
 * not asked the newsroom for.
 */
@NullMarked
package org.tagwire.proof;

import org.jspecify.annotations.NullMarked;
