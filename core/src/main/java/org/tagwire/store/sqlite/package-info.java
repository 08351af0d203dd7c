/**
 * The store in one SQLite file: the embedded adapter of {@link org.tagwire.store}.
 *
 * <p>Start with {@link org.tagwire.store.sqlite.SqliteStore}, which opens it; then {@code Database}
 * (one writer under a fair lock, a few readers), {@code Acceptance} and {@code Placing} (the two
 * transactions through which an article enters) and {@code Lists}. The tables are in the migrations
 * next to this package, {@code V1__sources.sql} and so on.
 *
 * <p>Rows are narrow and hold what is searched, sorted or changed; everything that is only read
 * back is one packed value, written by a codec of ours ({@code ReadingCodec}, {@code CardCodec},
 * {@code RawCodec}, {@code CountsCodec}) with a version byte in front. Enums are kept as ordinals:
 * constants may be appended, never moved.
 *
 * <p>The SQL keeps to what SQLite and PostgreSQL both understand, tables and upkeep aside; ADR 0002
 * says why there is no layer in between. Nothing here may decide where an article belongs, read the
 * system's clock, or hold a lock while it encodes.
 */
@NullMarked
package org.tagwire.store.sqlite;

import org.jspecify.annotations.NullMarked;
