/**
 * Prints the newsroom: turns publishers and accounts into sites with feeds, pages and pictures.
 *
 * <p>Start with {@link org.tagwire.newsstand.press.Press}, the world of the fiction, then {@code
 * NewsroomSite} (one publisher) and {@code Edition} (its state between two events, where all routes
 * are). {@code Layout} knows where things are, {@code ArticlePage}, {@code FrontPages} and {@code
 * Announcements} say what is on them, {@code Habit} the odd but legal ways of single publishers.
 * All markup is in {@code templates/}, all words around the news in {@code furniture/}, both
 * resources.
 *
 * <p>What is printed depends on the newsroom and the instant only, so equal states have equal bytes
 * and conditional requests can be honest. Truth labels are never printed.
 */
@NullMarked
package org.tagwire.newsstand.press;

import org.jspecify.annotations.NullMarked;
