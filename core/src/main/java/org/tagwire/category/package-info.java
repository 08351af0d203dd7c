/**
 * The field of an article, in the words of IPTC Media Topics that readers know.
 *
 * <p>Start with {@link org.tagwire.category.Categoriser}. It asks in turn: what the publisher says
 * (its section, its feed's categories, the path of the address), and else what the words say, by a
 * table written for this project and by what publishers' own sections have taught the instance.
 *
 * <p>It abstains: General is the honest answer where no field stands out.
 *
 * <p>This package is a stage: it uses the model, {@code text} and {@code embedding}. It must never
 * use another stage, or learn from an article whose section it guessed itself.
 */
@NullMarked
package org.tagwire.category;

import org.jspecify.annotations.NullMarked;
