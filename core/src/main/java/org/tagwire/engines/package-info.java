/**
 * The engines behind the ports, and the embedded way to fill them: one data directory, nothing to
 * install.
 *
 * <p>Start with {@link org.tagwire.engines.Engines#embedded}. The scaled way (PostgreSQL,
 * OpenSearch, Kafka) fills the same record from another jar. This is the only package that knows
 * both a port and an adapter.
 */
@NullMarked
package org.tagwire.engines;

import org.jspecify.annotations.NullMarked;
