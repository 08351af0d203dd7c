/**
 * Plain text cut into the pieces that the stages compare: sentences, tokens, terms and shingles.
 *
 * <p>Start with {@link org.tagwire.text.Tokens}: every other cut is made of its tokens. {@link
 * org.tagwire.text.Sentences} divides a paragraph for the mentions readers see, {@link
 * org.tagwire.text.Normalise} makes two spellings of one text alike, {@link org.tagwire.text.Terms}
 * gives the words that say what a text is about, and {@link org.tagwire.text.Shingles} the short
 * word sequences by which copies are found.
 *
 * <p>Everything works in every script: where words are not separated by spaces, ICU's dictionaries
 * cut them. No method needs to know the language; those that can use it take it as a parameter.
 *
 * <p>This package uses the model and ICU4J. It must never read a file after its classes are loaded,
 * ask for the default locale, or take time that grows faster than the text.
 */
@NullMarked
package org.tagwire.text;

import org.jspecify.annotations.NullMarked;
