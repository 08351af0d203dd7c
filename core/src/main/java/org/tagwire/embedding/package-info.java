/**
 * The meaning of a text as a vector, where an engine for it is there.
 *
 * <p>Start with {@link org.tagwire.embedding.Embedder}; {@link org.tagwire.embedding.OnnxEmbedder}
 * runs the sentence model all-MiniLM-L6-v2 in ONNX Runtime, {@link
 * org.tagwire.embedding.Embedder#none} does without, and every stage then goes by words alone. The
 * model is English first; nearby languages gain a little, others nothing.
 *
 * <p>This package uses the model package alone. It must never be asked for a text under a
 * text-mining reservation, and it loads nothing before the first text.
 */
@NullMarked
package org.tagwire.embedding;

import org.jspecify.annotations.NullMarked;
