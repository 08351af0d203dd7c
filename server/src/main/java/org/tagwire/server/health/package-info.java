/**
 * How a node says that it is well: {@code /health/live}, {@code /health/ready} and {@code
 * /metrics}.
 *
 * <p>Start with {@link org.tagwire.server.health.Health}, which puts the routes beside the site's.
 * They are asked by machines that know neither host name nor password, so no admission stands
 * before them; therefore they tell nothing about articles, sources or readers, and the metrics only
 * to this machine or to whoever shows the token.
 *
 * <p>Nothing in here changes anything, and nothing may take long: a probe comes every few seconds.
 */
@NullMarked
package org.tagwire.server.health;

import org.jspecify.annotations.NullMarked;
