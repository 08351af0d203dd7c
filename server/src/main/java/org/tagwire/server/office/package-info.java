/**
 * Where the owner does things: signs in, adds and changes sources, corrects hashtags, watches
 * names, and sees what waits.
 *
 * <p>Start with {@link org.tagwire.server.office.Office}: the table of its pages and forms. Each
 * room behind it ({@code Gate}, {@code SourceRoom}, {@code TagRoom}, {@code WatchForms}, {@code
 * WaitingRoom}, {@code Overview}) answers a visit with a {@link
 * org.tagwire.server.office.OfficeView}: a heading and blocks of a few kinds ({@link
 * org.tagwire.server.office.Block}), which one template places. What is done is done by {@code
 * server.orders} and {@code ingest}, as for a command; a room reads the form, asks for what is
 * missing in the visitor's language with everything typed kept, and then shows the page that proves
 * it (303).
 *
 * <p>A page must change nothing. A form is never taken in for anybody but whom the table names, and
 * that is seen to at the door: a room must not decide who somebody is. No password, proof or cookie
 * may be logged or shown again.
 */
@NullMarked
package org.tagwire.server.office;

import org.jspecify.annotations.NullMarked;
