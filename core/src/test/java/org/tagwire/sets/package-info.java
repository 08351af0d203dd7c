/**
 * The development sets, for the tests that measure or defend against what is in them.
 *
 * <p>The sets lie outside the repository and may be absent; then a test says aloud that it did not
 * ask them and goes on with its own inputs. {@link org.tagwire.sets.SharedSets} finds the folder,
 * {@link org.tagwire.sets.HostileCase} is a case of the hostile set.
 *
 * <p>Nothing in here may be copied into the repository.
 */
@NullMarked
package org.tagwire.sets;

import org.jspecify.annotations.NullMarked;
