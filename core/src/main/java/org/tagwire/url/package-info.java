/**
 * Addresses on the web: one parser, one canonical form, one way to say which publisher a host
 * belongs to.
 *
 * <p>Start with {@link org.tagwire.url.WebAddress}. It parses as browsers do (the WHATWG URL
 * standard, for http and https only), so that what the outbound guard checks is what the connection
 * uses; two parsers that disagree about a host are how guards are by-passed. {@link
 * org.tagwire.url.WebAddress#canonical} and {@link org.tagwire.url.WebAddress#key} are what
 * articles are identified by; {@link org.tagwire.url.WebAddress#domain} is the publisher's address;
 * {@link org.tagwire.url.WebAddress#carriesSecret} tells a private source. {@link
 * org.tagwire.url.IpAddress} is an address as bytes.
 *
 * <p>Deliberate departures from the standard, all of them stricter: no scheme but http and https;
 * an IPv4 literal must be written as four plain decimal numbers (octal, hexadecimal and shortened
 * forms are refused, because resolvers disagree on them); no empty label, no label over 63
 * characters; no address over 2,048 characters; the fragment is dropped while parsing.
 *
 * <p>Everything here is an immutable value. This package must never resolve a name, open a
 * connection or read a clock, and no other package may take an address apart by itself.
 */
@NullMarked
package org.tagwire.url;

import org.jspecify.annotations.NullMarked;
