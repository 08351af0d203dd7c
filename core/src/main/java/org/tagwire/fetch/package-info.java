/**
 * The one way out: everything Tagwire asks of other people's servers goes through this package.
 *
 * <p>Start with {@link org.tagwire.fetch.Fetcher#fetch}: one request in, one sealed {@link
 * org.tagwire.fetch.FetchResult} out, every expected outcome a value. On its way a request passes
 *
 * <ul>
 *   <li>{@link org.tagwire.fetch.OutboundGuard}: the name is resolved once, every address is
 *       judged, and the connection goes to the very address that was judged;
 *   <li>{@link org.tagwire.fetch.Robots}: what robots.txt says, for everything but feeds the owner
 *       named;
 *   <li>{@link org.tagwire.fetch.HostGate}: one request at a time and a gap between two, per host,
 *       address and domain;
 *   <li>the exchange itself: our own redirect loop, limits on decoded bytes, headers, time and
 *       rate;
 *   <li>{@link org.tagwire.fetch.Dialler}: the one class that connects a socket, to that address or
 *       through the owner's proxy, with {@link org.tagwire.fetch.Handshake} for TLS.
 * </ul>
 *
 * <p>{@link org.tagwire.fetch.PollPolicy} decides, purely, when a source is asked again.
 *
 * <p>Made for thousands of virtual threads: nothing here spins or holds a monitor while it waits.
 * What must never happen: a socket opened anywhere else; a cookie, a referrer or a disguise sent;
 * the proxy environment obeyed; an address with credentials in a log line.
 */
@NullMarked
package org.tagwire.fetch;

import org.jspecify.annotations.NullMarked;
