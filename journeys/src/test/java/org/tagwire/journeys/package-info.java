/**
 * Journeys of a reader through the demo, in a real browser.
 *
 * <p>What is told here is what a visitor does: open a hashtag page, follow a card, go back by a
 * chip, search, page through the news, change to Arabic, mistype a tag. Start with {@link
 * org.tagwire.journeys.HashtagJourneyTest}; {@link org.tagwire.journeys.Demo} is the running
 * program, in a process of its own as {@code ./tagwire demo} starts it, {@link
 * org.tagwire.journeys.Branch} an empty instance for what the demo cannot show, and {@link
 * org.tagwire.journeys.Reader} one visitor at one screen. {@link org.tagwire.journeys.SiteMap}
 * knows every page there is.
 *
 * <p>A reader has scripts switched off unless the journey is about them, and witnesses everything:
 * an error on the console, a refusal by the content policy or a request that leaves the site fails
 * the journey in which it happens.
 *
 * <p>Never here: what a test without a browser could say, and sleeping.
 */
@NullMarked
package org.tagwire.journeys;

import org.jspecify.annotations.NullMarked;
