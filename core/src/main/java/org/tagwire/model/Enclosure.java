package org.tagwire.model;

import org.jspecify.annotations.Nullable;

/**
 * A file that comes with an announcement.
 *
 * @param url its address
 * @param type its media type, if stated
 * @param length its size in bytes, if stated
 */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
