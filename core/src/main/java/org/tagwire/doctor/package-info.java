/**
 * How sources fare, and what is wrong with them: the feed doctor.
 *
 * <p>Start with {@link org.tagwire.doctor.SourcePages}, which gathers what is known of a source
 * into a {@link org.tagwire.doctor.Chart}; {@link org.tagwire.doctor.FeedDoctor} reads it and makes
 * {@link org.tagwire.doctor.Finding}s of it: what was seen, how grave it is, with the figures that
 * words need, and none of the words, which are each edition's own.
 *
 * <p>All of it is for the owner alone: to anybody else there is no source here. It only reads,
 * through the store's port; it must never write, fetch or poll, and asks no clock.
 */
@NullMarked
package org.tagwire.doctor;

import org.jspecify.annotations.NullMarked;
