package org.tagwire.server.page;

/**
 * A hashtag and why it stands in a short list.
 *
 * @param tag which
 * @param numbers why it stands here, in words
 */
public record TagLine(CardView.Tag tag, String numbers) {}
