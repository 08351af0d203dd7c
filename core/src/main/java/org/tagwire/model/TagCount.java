package org.tagwire.model;

/**
 * How often a tag occurs in a list.
 *
 * @param key which tag
 * @param articles how many articles carry it
 * @param publishers in how many publishers' pages
 */
public record TagCount(TagKey key, int articles, int publishers) {}
