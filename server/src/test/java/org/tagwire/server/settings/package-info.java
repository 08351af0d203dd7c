/** Tests of {@code org.tagwire.server.settings}. */
@NullMarked
package org.tagwire.server.settings;

import org.jspecify.annotations.NullMarked;
