/**
 * The laws of the house, as tests: what design.md draws, a red build enforces.
 *
 * <p>Start with {@link org.tagwire.architecture.Arrows}, the table of which package may use which;
 * then {@link org.tagwire.architecture.CompiledRules}, which reads compiled classes, and {@link
 * org.tagwire.architecture.SourceRules}, which reads source files with the compiler's own parser.
 * Both only gather findings. {@link org.tagwire.architecture.ArchitectureTest} runs them over the
 * product, {@link org.tagwire.architecture.RulesBiteTest} over code that breaks each rule on
 * purpose, so that no rule goes blind unnoticed.
 *
 * <p>An exception to a rule is one line with its reason in {@code waivers.txt}; a waiver nothing
 * needs any more fails the build too. A new package gets its line in the table, and an arrow the
 * design does not draw gets a decision record before it gets a line.
 *
 * <p>Nothing here may be loosened to let a change pass.
 */
@NullMarked
package org.tagwire.architecture;

import org.jspecify.annotations.NullMarked;
