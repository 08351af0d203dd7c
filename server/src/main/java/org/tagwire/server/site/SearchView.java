package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.words.Phrase;

/**
 * The search page as its template places it.
 *
 * @param frame what stands around it
 * @param heading the heading, with a gap for {@code typed}
 * @param typed what was typed; empty before anything was
 * @param numbers how much was found; absent where nothing was asked
 * @param notes what was not understood, and what else is to be known
 * @param read how alternatives were read; empty where there are none
 * @param meant hashtags that may have been meant
 * @param orders the ways to order what was found; empty where nothing was asked
 * @param held what narrows the search already, each leading to the search without it
 * @param side how it is narrowed beside, and how it can be
 * @param hits what was found
 * @param empty what is said when that is nothing; empty where nothing was asked
 * @param next the following page
 * @param start the first page, when this is not it
 * @param ways where else to go from here, where a search is no question to the lists
 * @param examples what can be typed; empty where something was
 */
public record SearchView(
    Frame frame,
    Phrase heading,
    String typed,
    @Nullable Numbers numbers,
    List<Note> notes,
    String read,
    List<CardView.Tag> meant,
    List<Link> orders,
    List<Link> held,
    ListSide side,
    List<Hit> hits,
    String empty,
    @Nullable String next,
    @Nullable String start,
    List<Link> ways,
    List<Example> examples) {
  public SearchView {
    notes = List.copyOf(notes);
    meant = List.copyOf(meant);
    orders = List.copyOf(orders);
    held = List.copyOf(held);
    hits = List.copyOf(hits);
    ways = List.copyOf(ways);
    examples = List.copyOf(examples);
  }

  /**
   * A sentence about a part of the search.
   *
   * @param words the sentence, with a gap for {@code typed}
   * @param typed the part
   */
  public record Note(Phrase words, String typed) {}

  /**
   * A card with what was looked for marked in it.
   *
   * @param card the card
   * @param headline its title, piece by piece
   * @param text its passage, piece by piece; empty for none
   */
  public record Hit(CardView card, List<Piece> headline, List<Piece> text) {
    public Hit {
      headline = List.copyOf(headline);
      text = List.copyOf(text);
    }
  }

  /**
   * A piece of a text.
   *
   * @param text the piece
   * @param sought whether it is what was looked for
   */
  public record Piece(String text, boolean sought) {}

  /**
   * Something that can be typed.
   *
   * @param typed what
   * @param href where it leads
   * @param meaning what it finds
   */
  public record Example(String typed, String href, String meaning) {}
}
