/**
 * Where names stand in a text and what they are names of, before anyone asks what matters.
 *
 * <p>Start with {@link org.tagwire.names.NameTagger}: it reads one sentence and returns its {@link
 * org.tagwire.names.Name}s, by a model that was trained on openly licensed English. {@link
 * org.tagwire.names.NameMiner} needs no model and no language: it counts how the words of the
 * stream are written, and tells from the counts which sequences are names. {@link
 * org.tagwire.names.Lexicon} knows what English words and names usually are.
 *
 * <p>The model file is made by {@code ./dev train names} (tools in core/src/tools); the same inputs
 * give the same bytes. NOTICE names what it was trained on.
 *
 * <p>This package uses the model and {@code text}. It must never decide what an article is about,
 * remember an article, or hold a list of the famous that people wrote.
 */
@NullMarked
package org.tagwire.names;

import org.jspecify.annotations.NullMarked;
