/**
 * The same news as JSON, under {@code /api/v1/}.
 *
 * <p>Start with {@link org.tagwire.server.api.Api}, whose map of routes is the whole of it; the
 * records in {@code Wire} are what goes over the wire, and the document {@code site/openapi.json}
 * (OpenAPI 3.1) describes both. A test fails when route, record and document part.
 *
 * <p>Errors are problem documents (RFC 9457) whose {@code code} is an {@link
 * org.tagwire.model.ErrorCode}. Times are ISO 8601 in UTC, languages BCP 47, and what is absent is
 * left out.
 *
 * <p>This package must never show an audience more than {@code query} gives it, or say in JSON what
 * no page says.
 */
@NullMarked
package org.tagwire.server.api;

import org.jspecify.annotations.NullMarked;
