package org.tagwire.model;

import org.jspecify.annotations.Nullable;

/**
 * An author as a feed writes one.
 *
 * @param raw the whole text, as in {@code Ada Quill (ada@example.org)}
 * @param name the name in it, if one can be told apart
 * @param email the address in it, if any
 */
public record Person(String raw, @Nullable String name, @Nullable String email) {}
