/**
 * The field of an article, in the words of IPTC Media Topics that readers know.
 *
 * <p>Start with {@link org.tagwire.category.Categoriser}. It asks in turn: what the publisher says
 * ({@code PublisherWord}: its section, the path of the address, its tags), and else the text. There
 * three kinds of evidence are added up, with the weights of {@code Weights}: the meaning of the
 * text and its words ({@code FieldModel}, {@code Wording}), and the habits that publishers' own
 * sections have taught this instance ({@code Habits}).
 *
 * <p>{@code fields.bin.gz} is made by {@code TrainFields} in {@code core/src/tools}, out of
 * headlines and phrases written for this project; {@code sections.txt} and {@code words.txt} were
 * written for it too. To teach a field something new, write examples of it there, train, and fit
 * the weights again with {@code FitFields}.
 *
 * <p>It abstains: General is the honest answer where no field stands out. Every answer says its
 * reason.
 *
 * <p>This package is a stage: it uses the model, {@code url}, {@code text} and the vectors of
 * {@code embedding}, which ingest hands in. It must never use another stage, or learn from an
 * article whose section it guessed itself.
 */
@NullMarked
package org.tagwire.category;

import org.jspecify.annotations.NullMarked;
