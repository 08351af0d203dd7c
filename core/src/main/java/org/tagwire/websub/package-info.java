/**
 * Being told instead of asking: a subscriber by the W3C Recommendation WebSub, with polling as the
 * safety net.
 *
 * <p>Start with {@link org.tagwire.websub.Subscriber}. A feed that names a hub and itself makes an
 * {@link org.tagwire.websub.Offer}; the hub is asked to call us at an address that nobody can guess
 * and to sign what it sends; it confirms, and its lease is renewed before it ends. {@code Course}
 * decides, purely, where a subscription stands after each event; {@code HubDesk} is the only class
 * that asks hubs anything, through {@code fetch} and its guard.
 *
 * <p>A push is a hint that the source has news and nothing more. It must never bring an article, a
 * text or an address into Tagwire: the source is polled earlier, as it is always polled, and never
 * more often than once a minute. A subscription never makes a poll later, so a hub that lies,
 * sleeps or dies costs nothing but its pushes. Only public sources are subscribed, since a hub
 * learns what is read; addresses and secrets never reach a log.
 */
@NullMarked
package org.tagwire.websub;

import org.jspecify.annotations.NullMarked;
