/**
 * A small HTTP/1.1 server for loopback, made to misbehave on demand.
 *
 * <p>Start with {@link org.tagwire.newsstand.http.LoopbackServer}: one selector accepts on any
 * number of loopback addresses that share a port, and every connection gets a virtual thread
 * ({@code Conversation}). A {@link org.tagwire.newsstand.http.Handler} turns a {@link
 * org.tagwire.newsstand.http.Request} into an {@link org.tagwire.newsstand.http.Answer}.
 *
 * <p>Why not the JDK's server: it wants two platform threads for each listening address, of which a
 * stand may have twelve hundred, and it can neither reset a connection nor promise more bytes than
 * it sends, which is what the scripted faults are.
 *
 * <p>It must never listen on an address that is not loopback, never answer anything but GET and
 * HEAD, and knows nothing of publishers.
 */
@NullMarked
package org.tagwire.newsstand.http;

import org.jspecify.annotations.NullMarked;
