/**
 * The settings of one node: what can be set, where it is read from, and what stands when nothing is
 * said.
 *
 * <p>Start with {@link org.tagwire.server.settings.Settings}, the record tree that everything else
 * is given; {@link org.tagwire.server.settings.Keys} is the table of all names with their forms,
 * defaults and meanings, and the page {@code docs/settings.md} is printed from it. {@link
 * org.tagwire.server.settings.SettingsReader} reads the file {@code settings.toml} of the data
 * directory, then the environment, then the flags; the later one wins.
 *
 * <p>Everything a file can set, a test can set in code. Settings are read once, at the start, and
 * never change; nothing in here keeps state. A wrong setting is refused with its place, its value
 * and what to write instead: no setting is ever ignored silently, and none is guessed.
 */
@NullMarked
package org.tagwire.server.settings;

import org.jspecify.annotations.NullMarked;
