/**
 * From the bytes of a news page to the article on it, and nothing else.
 *
 * <p>Start with {@link org.tagwire.extract.ArticleExtractor}, which explains the method; {@link
 * org.tagwire.extract.PageInput} goes in, {@link org.tagwire.extract.ExtractedPage} comes out.
 * Inside, a page becomes a list of {@code Block}s below a tree of {@code Frame}s ({@code
 * BlockReader}), one frame is chosen to be the article's ({@code BodyFinder}), and block by block
 * it is decided what stays ({@code Pruning}). What pages say about themselves is read by {@code
 * PageFacts} from {@code MetaTags} and {@code StructuredData}.
 *
 * <p>Words of the trade used here: <em>furniture</em> is what surrounds an article on its page
 * (navigation, share bars, related links, newsletter boxes); the <em>standfirst</em> is the short
 * text between headline and body.
 *
 * <p>A pure stage: it must never fetch, read a clock or know a host. Words and weights are about
 * kinds of pages, never about one publisher's.
 */
@NullMarked
package org.tagwire.extract;

import org.jspecify.annotations.NullMarked;
