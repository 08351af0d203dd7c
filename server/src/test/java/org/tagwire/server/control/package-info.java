/** Tests of {@code org.tagwire.server.control}. */
@NullMarked
package org.tagwire.server.control;

import org.jspecify.annotations.NullMarked;
