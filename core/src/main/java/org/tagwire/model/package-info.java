/**
 * The words of Tagwire as values: what a publisher announces, what was read of it, where it was
 * placed, and how readers find it.
 *
 * <p>This page is the glossary. In the order in which one article meets them:
 *
 * <ul>
 *   <li>{@link org.tagwire.model.Publisher}: who answers for a site, addressed by {@link
 *       org.tagwire.model.Domain}.
 *   <li>{@link org.tagwire.model.Source}: where articles are announced, a feed or a news sitemap.
 *   <li>{@link org.tagwire.model.FeedItem}: one announcement, as the source words it.
 *   <li>{@link org.tagwire.model.ArticleText}: title, paragraphs and what else the page or the item
 *       says.
 *   <li>{@link org.tagwire.model.Tagging}: a hashtag on an article with its {@link
 *       org.tagwire.model.Grade} and the {@link org.tagwire.model.Mention}s that are its reasons.
 *   <li>{@link org.tagwire.model.Reading}: all that one article says by itself; durable before it
 *       is placed.
 *   <li>{@link org.tagwire.model.Placement}: where it belongs among the others, its copy group and
 *       story.
 *   <li>{@link org.tagwire.model.Article}: a reading that has been placed.
 *   <li>{@link org.tagwire.model.Card}: an article as lists show it.
 *   <li>{@link org.tagwire.model.Filter}: which articles a list shows; {@link
 *       org.tagwire.model.Condition}: what else they must be, as a tree.
 *   <li>{@link org.tagwire.model.Knowledge}: what was learned from the stream; {@link
 *       org.tagwire.model.Observation}: what one article adds to it.
 *   <li>{@link org.tagwire.model.TagRule}: what the owner says about hashtags, over all that was
 *       understood; {@link org.tagwire.model.TagRules}: what all of it comes to.
 * </ul>
 *
 * <p>Start with {@link org.tagwire.model.Article} and follow its components. Everything here is an
 * immutable value, safe to share between threads; constructors refuse what makes no sense with
 * {@link IllegalArgumentException}.
 *
 * <p>This package uses ICU4J and nothing else of ours or others'. It must never read a clock, a
 * file or the network.
 */
@NullMarked
package org.tagwire.model;

import org.jspecify.annotations.NullMarked;
