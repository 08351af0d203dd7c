/** The owner's office, asked over HTTP as a browser asks. */
@NullMarked
package org.tagwire.server.office;

import org.jspecify.annotations.NullMarked;
