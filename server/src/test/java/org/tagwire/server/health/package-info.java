/** Tests of {@code org.tagwire.server.health}. */
@NullMarked
package org.tagwire.server.health;

import org.jspecify.annotations.NullMarked;
