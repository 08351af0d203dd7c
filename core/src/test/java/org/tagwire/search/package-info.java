@NullMarked
package org.tagwire.search;

import org.jspecify.annotations.NullMarked;
