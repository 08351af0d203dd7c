/**
 * The names an owner watches, and where a text says them.
 *
 * <p>Start with {@link org.tagwire.watch.WatchList}, which reads the lines an owner writes, and
 * {@link org.tagwire.watch.Lookout}, which is made of the names and finds them in articles:
 *
 * <ol>
 *   <li>{@code Scan} folds a text (case, accents, letters that are written in two ways) and cuts it
 *       into words, with what stands between them;
 *   <li>{@code Trie} holds the first words of all spellings, so that five thousand names cost no
 *       more than fifty;
 *   <li>{@code Phrase} compares the rest, and {@code Endings} says which endings and which letters
 *       before a word leave it the same word, by families of languages;
 *   <li>words that have to stand or must not stand in the same article decide last.
 * </ol>
 *
 * <p>A watched name is found wherever it stands: that is a promise, and where it can only be kept
 * by finding too much, too much is found. What is common enough to be found too often is for the
 * owner to narrow.
 *
 * <p>This package is a stage: it uses the model and {@code text}, remembers no article, and knows
 * nobody's name.
 */
@NullMarked
package org.tagwire.watch;

import org.jspecify.annotations.NullMarked;
