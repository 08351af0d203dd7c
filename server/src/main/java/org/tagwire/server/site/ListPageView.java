package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.reading.FollowBar;
import org.tagwire.server.words.Phrase;

/**
 * A list page as its template places it.
 *
 * @param frame what stands around it
 * @param heading the heading, with a gap for {@code subject}
 * @param subject what the list is about
 * @param facts what else is said of it, piece by piece
 * @param numbers how much there is; absent where nothing was asked
 * @param narrow ways to narrow the list; empty for none
 * @param languages ways to narrow it to a language; empty for none
 * @param cards the cards
 * @param empty what is said when there are none
 * @param next the following page
 * @param start the first page, when this is not it
 * @param mine what the owner can do with a hashtag
 * @param sources where the list comes from, for the owner
 * @param side what stands around it
 */
public record ListPageView(
    Frame frame,
    Phrase heading,
    String subject,
    List<String> facts,
    @Nullable Numbers numbers,
    List<Link> narrow,
    List<Link> languages,
    List<CardView> cards,
    String empty,
    @Nullable String next,
    @Nullable String start,
    @Nullable FollowBar mine,
    @Nullable Link sources,
    ListSide side) {
  public ListPageView {
    facts = List.copyOf(facts);
    narrow = List.copyOf(narrow);
    languages = List.copyOf(languages);
    cards = List.copyOf(cards);
  }
}
