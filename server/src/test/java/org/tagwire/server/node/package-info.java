/** Tests of {@code org.tagwire.server.node}. */
@NullMarked
package org.tagwire.server.node;

import org.jspecify.annotations.NullMarked;
