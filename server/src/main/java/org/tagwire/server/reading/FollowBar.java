package org.tagwire.server.reading;

import org.jspecify.annotations.Nullable;

/**
 * What the owner can do with a hashtag, under the heading of its page.
 *
 * @param tag its spelling
 * @param token what the forms must carry
 * @param follow where the form goes that follows, or ends it
 * @param followed whether it is followed
 * @param seen where the form goes that moves the mark; absent where nothing is new
 * @param fresh what has come since, in words; empty where nothing has
 * @param until up to when the page shows everything, in milliseconds
 * @param correct where the owner mends what the tag means
 * @param reading the page with all that is followed
 */
public record FollowBar(
    String tag,
    String token,
    String follow,
    boolean followed,
    @Nullable String seen,
    String fresh,
    String until,
    String correct,
    String reading) {}
