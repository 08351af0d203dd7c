/**
 * The owner's own reading: what is followed, what has been seen, what is muted.
 *
 * <p>Start with {@link org.tagwire.server.reading.ReadingRoom}: one page with everything, and the
 * three forms that change it. What the forms do is kept by {@code store}'s ReaderStore; what lists
 * make of it is decided in {@code query} ({@code Following}, {@code Mutes}). {@link
 * org.tagwire.server.reading.FollowBar} is what stands under the heading of a hashtag's page.
 *
 * <p>Nothing here is ever shown to anybody but the owner, and reading a page never moves a mark:
 * the owner says what has been seen.
 */
@NullMarked
package org.tagwire.server.reading;

import org.jspecify.annotations.NullMarked;
