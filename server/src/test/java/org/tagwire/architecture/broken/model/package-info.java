/** Code that breaks rules on purpose; only the rules' own tests read it. */
@NullMarked
package org.tagwire.architecture.broken.model;

import org.jspecify.annotations.NullMarked;
