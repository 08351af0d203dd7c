/**
 * Which subjects an article is about and which it names, each with the sentences that say so.
 *
 * <p>Start with {@link org.tagwire.hashtag.Tagger}. It takes a {@link org.tagwire.hashtag.Piece}
 * and goes four steps:
 *
 * <ol>
 *   <li>{@code Lines} cuts it into sentences, without datelines; {@code Asides} puts credits,
 *       bylines and calls to subscribe behind them;
 *   <li>{@code Spotting} asks who suits the writing: for English the name tagger of {@code names},
 *       and rules for what it has nothing against; capitals where they mean names; quotes, titles,
 *       known names and script elsewhere; {@code Topics} finds what is no name; {@code
 *       PublisherTags} cleans the publisher's own;
 *   <li>{@code Subjects} gathers the spots that mean one thing, {@code People} tells whom a surname
 *       means, {@code Memory} what the stream knows of short forms;
 *   <li>{@code Features} measures each subject and {@code Salience} adds up the weights of {@code
 *       Feature}; the best become chips, and {@code Explanation} says why.
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
