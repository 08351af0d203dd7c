/**
 * The dates of feeds and pages, in all the ways people write them.
 *
 * <p>Start with {@link org.tagwire.dates.FeedDates}. What cannot be read is no date, never an
 * exception; there is no clock here, so a date in the future is returned as it stands and judged by
 * whoever has one.
 */
@NullMarked
package org.tagwire.dates;

import org.jspecify.annotations.NullMarked;
