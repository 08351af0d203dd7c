/**
 * How the owner dresses the site: a colour and a logo, and the arithmetic that keeps both readable.
 *
 * <p>Start with {@link org.tagwire.server.look.Look}, which the settings fill and every page wears.
 * {@link org.tagwire.server.look.Accent} turns the owner's colour into the two shades, one for each
 * scheme, that can be read on the papers of {@link org.tagwire.server.look.Palette}; {@link
 * org.tagwire.server.look.Logo} takes a picture file in and says how large it is.
 *
 * <p>Contrast is that of WCAG 2.2: text and what it stands on must differ by 4.5:1 or more. Only
 * {@code #rrggbb} is read, so that nothing an owner writes can become another rule of the style.
 *
 * <p>This package must never know a route, a page or a request.
 */
@NullMarked
package org.tagwire.server.look;

import org.jspecify.annotations.NullMarked;
