/**
 * What the site says in the reader's language: its editions, their messages, their numbers and
 * their times.
 *
 * <p>Start with {@link org.tagwire.server.words.Words}, all that one edition says; {@link
 * org.tagwire.server.words.Ages} says when something was published. The messages themselves are
 * files, {@code messages/en.properties} and its siblings, UTF-8, one key a line; a test fails when
 * one of them lacks a key.
 *
 * <p>Plural forms, digits and relative times follow CLDR by way of ICU4J. Formatters are slow and
 * mostly not safe to share, so what they say is written down once at the start or at first use, in
 * tables of a fixed size; a request only looks things up.
 *
 * <p>This package must never know HTML, a request or the system's own locale, zone and clock.
 */
@NullMarked
package org.tagwire.server.words;

import org.jspecify.annotations.NullMarked;
