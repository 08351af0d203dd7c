/**
 * Publishers' pictures, shown from here: fetched once, made small, kept for a while.
 *
 * <p>Start with {@link org.tagwire.picture.Pictures#show}: an address and a width in, one sealed
 * {@link org.tagwire.picture.Picture} out. A page signs the addresses it shows with a {@link
 * org.tagwire.picture.Seal}, so that nobody can have anything else fetched; the seal holds for two
 * days at most. On its way a picture passes
 *
 * <ul>
 *   <li>{@link org.tagwire.fetch.Fetcher}: guard, robots, turns, limits, as everything;
 *   <li>{@link org.tagwire.picture.Negative}: what it is by its own first bytes, how large it says
 *       it is, and of its content only the parts that decoding needs;
 *   <li>{@link org.tagwire.picture.Darkroom}: one decode at a time, by its work bounded, into a new
 *       picture of pixels and nothing else;
 *   <li>{@link org.tagwire.picture.Cabinet}: files named by hashes, a bounded number of bytes.
 * </ul>
 *
 * <p>{@link org.tagwire.picture.Icons} are the small ones that sites are known by: asked for when a
 * page first wants one, made an opaque square of 32 pixels, kept for a month, and so is that there
 * is none.
 *
 * <p>JPEG, PNG and GIF (its first frame) are decoded and made anew. Java reads no WebP, so a still
 * WebP is taken apart, put together again out of its picture chunks alone and shown in its own
 * size, if that is small enough. Of an ICO file the largest picture is taken. SVG and everything
 * else is no picture here.
 *
 * <p>What must never happen: bytes of a publisher sent on as they came; a decoder asked before the
 * size is known; a reader told why there is no picture.
 */
@NullMarked
package org.tagwire.picture;

import org.jspecify.annotations.NullMarked;
