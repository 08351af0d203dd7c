/**
 * The fiction of the demo as values: publishers, and who tells what when.
 *
 * <p>Start with {@link org.tagwire.newsstand.newsroom.Newsroom}. {@code publishers.txt} lists the
 * publishers; every file under {@code stories/} holds one event told by several of them, every file
 * under {@code singles/} articles of their own. An {@link org.tagwire.newsstand.newsroom.Account}
 * is one publisher's article, with what readers see and the truth labels that measurements compare
 * with.
 *
 * <p>Reading is strict: all mistakes of all files are reported at once with file and line ({@link
 * org.tagwire.newsstand.newsroom.NewsroomException}). Times in the files are relative; nothing here
 * knows a clock, a port or HTML.
 */
@NullMarked
package org.tagwire.newsstand.newsroom;

import org.jspecify.annotations.NullMarked;
