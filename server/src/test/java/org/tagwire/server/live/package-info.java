@NullMarked
package org.tagwire.server.live;

import org.jspecify.annotations.NullMarked;
