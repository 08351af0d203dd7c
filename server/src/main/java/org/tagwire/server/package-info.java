/**
 * Tagwire as a program.
 *
 * <p>Start with {@link org.tagwire.server.Main}, which hands over to {@code cli}. A command is a
 * class in {@code cli}; what it orders is carried out by an errand in {@code orders}, in this
 * process or, over {@code control}, in the running {@code node}. {@code works} builds the engines
 * and the journey of the articles, {@code settings} says how, {@code health} tells how it goes,
 * {@code inspect} runs single stages, {@code demo} plays a whole world.
 *
 * <p>What comes over HTTP passes the door in {@code web}. News pages are made in {@code site}, the
 * owner's in {@code office} and {@code reading}, what is about the site itself in {@code contact};
 * {@code page} is what all of them share, {@code look} how they are dressed, {@code words} what
 * they say. Feeds are made in {@code out}, the API in {@code api}; {@code live} tells open pages of
 * news. Nothing in the other modules may point here.
 */
@NullMarked
package org.tagwire.server;

import org.jspecify.annotations.NullMarked;
