/**
 * What every page has in common: the frame around it, cards, notices, and the words and assets they
 * are made with.
 *
 * <p>Start with {@link org.tagwire.server.page.Tools}, which every room is handed, and with {@link
 * org.tagwire.server.page.Frames}: every page of every room stands in one. {@link
 * org.tagwire.server.page.Cards} words an article for a reader, the same way wherever it stands;
 * {@link org.tagwire.server.page.Notices} says why there is no page; {@link
 * org.tagwire.server.page.Sheet} prints a template. Templates stand in {@code src/main/jte}, take
 * public records in which everything is already worded, and only place things.
 *
 * <p>This room knows no route and asks nothing of {@code query}; rooms that answer visits ({@code
 * site} and its neighbours) use it, and it uses none of them.
 */
@NullMarked
package org.tagwire.server.page;

import org.jspecify.annotations.NullMarked;
