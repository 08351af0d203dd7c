/**
 * Tests of the subscriber, and the {@link org.tagwire.websub.LoopbackHub} it is tried against, here
 * and in other modules.
 */
@NullMarked
package org.tagwire.websub;

import org.jspecify.annotations.NullMarked;
