package org.tagwire.model;

import java.time.Instant;

/**
 * How an article came to us.
 *
 * @param source which source announced it
 * @param key the item's identity within that source
 * @param contentHash hash of what the item said; another value under the same key is a correction
 * @param firstSeen when we first saw it
 * @param visibility who may see it, inherited from the source
 */
public record Announcement(
    SourceId source, ItemKey key, long contentHash, Instant firstSeen, Visibility visibility) {}
