/**
 * A loopback world of publishers: what the demo, tests and benchmarks poll instead of the web.
 *
 * <p>Start with {@link org.tagwire.newsstand.Newsstand}: it opens a {@link
 * org.tagwire.newsstand.site.World} and gives every publisher an address of its own in
 * 127.64.0.0–127.127.255.255, all on one port. Whoever polls resolves names by {@link
 * org.tagwire.newsstand.Newsstand#hosts()}; nothing else is special, so it polls as it polls the
 * web.
 *
 * <pre>{@code
 * try (var stand = Newsstand.open(Newsroom.shipped(), Options.at(clock))) {
 *   poll(stand.subscriptions(), stand.hosts());
 *   stand.fault("northquay-herald.example", new Fault.ServerError(503));
 * }
 * }</pre>
 *
 * <p>{@code newsroom} reads the fiction, {@code press} prints it, {@code archive} plays stored
 * pages and streams, {@code http} serves, {@code site} is what they agree on. {@code FrontDesk}
 * stands between sites and HTTP: conditional requests, compression, scripted {@link
 * org.tagwire.newsstand.Fault}s, the log.
 *
 * <p>It must never use anything of Tagwire, never listen outside loopback and never read the system
 * clock except in {@code Main}.
 */
@NullMarked
package org.tagwire.newsstand;

import org.jspecify.annotations.NullMarked;
