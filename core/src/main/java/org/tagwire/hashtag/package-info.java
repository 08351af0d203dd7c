/**
 * Which subjects an article is about and which it names, each with the sentences that say so.
 *
 * <p>Start with {@link org.tagwire.hashtag.Tagger}. It takes a {@link org.tagwire.hashtag.Piece}
 * and goes four steps:
 *
 * <ol>
 *   <li>{@code Lines} cuts it into sentences, without datelines;
 *   <li>a {@code Spotter} finds names: by capitals where they mean names, by quotes, titles, known
 *       names and script elsewhere; {@code PublisherTags} cleans the publisher's own;
 *   <li>{@code Subjects} gathers the spots that mean one thing: surnames, acronyms, short forms;
 *   <li>{@code Salience} weighs each subject with a few named numbers; the best become chips.
 * </ol>
 *
 * <p>What is never a tag: the dateline, a weekday or month, the outlet itself, an agency. Rather no
 * tag than a wrong one.
 *
 * <p>This package is a stage: it uses the model and {@code text}. It must never use another stage,
 * remember an article, or hold a list of the famous: it knows what names look like, the stream
 * tells it who they are.
 */
@NullMarked
package org.tagwire.hashtag;

import org.jspecify.annotations.NullMarked;
