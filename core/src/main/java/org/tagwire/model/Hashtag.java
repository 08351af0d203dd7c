package org.tagwire.model;

import java.time.Instant;

/**
 * A subject readers follow.
 *
 * @param key its identity
 * @param form the spelling in addresses, fixed at first publication, as in {@code ImogenPoots}
 * @param name the name in headings, following usage, as in {@code Imogen Poots}
 * @param kind what it stands for, as most articles have it
 * @param since when the first article with it was published
 */
public record Hashtag(TagKey key, String form, String name, TagKind kind, Instant since) {}
