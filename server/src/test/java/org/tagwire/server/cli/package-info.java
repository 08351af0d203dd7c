/** Tests of {@code org.tagwire.server.cli}. */
@NullMarked
package org.tagwire.server.cli;

import org.jspecify.annotations.NullMarked;
