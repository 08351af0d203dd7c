/**
 * Foreign bytes of every kind, thrown at whatever reads them.
 *
 * <p>Start with {@link org.tagwire.fuzz.Target}: the targets by name, each with what must hold of
 * any input. {@code FuzzTest} runs in every build: the fixtures of {@code
 * src/test/resources/fuzz/TARGET}, then some thousand mutations of them, the same for the same
 * seed. With {@code -Dtagwire.deep=true} Jazzer searches for new ones, {@code
 * -Dtagwire.fuzz.seconds=N} for each target (60 unless said otherwise).
 *
 * <p>What it finds becomes a numbered fixture and is mended. Fixtures are small and our own;
 * nothing here opens a connection.
 */
@NullMarked
package org.tagwire.fuzz;

import org.jspecify.annotations.NullMarked;
