package org.tagwire.server.page;

import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/**
 * What every room makes its pages with.
 *
 * @param addresses where things stand
 * @param dictionary the words of each edition
 * @param frames what stands around a page
 * @param nameplates how publishers are worded
 * @param cards how articles and tags are worded
 * @param notices what stands instead of a page
 */
public record Tools(
    Addresses addresses,
    Dictionary dictionary,
    Frames frames,
    Nameplates nameplates,
    Cards cards,
    Notices notices) {
  /** Makes the tools of a site. */
  public static Tools of(SiteContext context, Addresses addresses, Assets assets) {
    Dictionary dictionary = new Dictionary(context.options());
    Frames frames = new Frames(context.options(), addresses, dictionary, assets);
    Illustrations illustrations = new Illustrations(context.pictures(), addresses);
    Nameplates nameplates = new Nameplates(context.pictures(), addresses);
    Cards cards = new Cards(addresses, dictionary, illustrations, nameplates);
    Notices notices = new Notices(frames, cards, dictionary);
    return new Tools(addresses, dictionary, frames, nameplates, cards, notices);
  }

  /** Returns the words of a visitor's edition. */
  public Words words(Visit visit) {
    return dictionary.in(visit.edition());
  }
}
