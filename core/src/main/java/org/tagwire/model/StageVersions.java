package org.tagwire.model;

/**
 * Which version of each stage made a reading, so that {@code reread} knows what a newer one would
 * do better.
 *
 * @param feed the feed parser's
 * @param extract the article extractor's; 0 where no page was read
 * @param understand that of language, hashtags, category and vector together; 0 where nothing was
 *     asked
 */
public record StageVersions(int feed, int extract, int understand) {}
