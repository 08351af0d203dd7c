package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Card;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Totals;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.server.out.Format;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Phrase;

/**
 * The list behind an address, for its page and its feeds alike.
 *
 * @param heading what it is called, with a gap for {@code subject}
 * @param subject what it is about
 * @param facts what else is said of it, piece by piece
 * @param totals its numbers; none where nothing was asked
 * @param place its path in each edition
 * @param words what was searched for; empty for other lists
 * @param tag the hashtag whose list it is
 * @param view how the reader looks at it
 * @param page the cards
 * @param angle of what it is a part
 * @param faded whether it is of a person whom no article has been about for long
 */
record NewsList(
    Phrase heading,
    String subject,
    List<String> facts,
    Totals totals,
    Function<Edition, String> place,
    String words,
    @Nullable Hashtag tag,
    ListView view,
    ListPage page,
    Angle angle,
    boolean faded) {
  private static final int OUTLETS = 4;

  NewsList {
    facts = List.copyOf(facts);
  }

  /** Returns the same list, which is a part of another. */
  NewsList at(Angle part) {
    return new NewsList(
        heading, subject, facts, totals, place, words, tag, view, page, part, faded);
  }

  /** Returns the list of what has other words. */
  NewsList asking(String other) {
    return new NewsList(
        heading, subject, facts, totals, place, other, tag, view, page, angle, faded);
  }

  String title() {
    return heading.with(subject);
  }

  boolean isSearch() {
    return !words.isEmpty();
  }

  /**
   * A search, a narrowed list and a later page are other views of what is listed already, and whom
   * the news has forgotten others may forget too.
   */
  boolean isIndexed() {
    boolean whole =
        view.only() == null && !view.aboutOnly() && view.place().equals(ListPlace.START);
    return whole && angle.isPlain() && !isSearch() && !faded;
  }

  /** Returns the query of the page being looked at, without its place in the list. */
  String query() {
    return query(view.aboutOnly(), view.only(), null);
  }

  /** Returns the query of the following page; null on the last. */
  @Nullable String nextQuery() {
    return page.findNext().map(next -> query(view.aboutOnly(), view.only(), next)).orElse(null);
  }

  /** Returns the query of the same list at another place. */
  String queryAt(ListPlace place) {
    return query(view.aboutOnly(), view.only(), place);
  }

  /** Returns the query of the page at its present place. */
  String presentQuery() {
    boolean begun = !view.place().equals(ListPlace.START);
    return query(view.aboutOnly(), view.only(), begun ? view.place() : null);
  }

  /** Returns the query that looks at this list in another way. */
  String query(boolean about, @Nullable Language only, @Nullable ListPlace after) {
    return query(new Look(about, only, after, angle.parameters()));
  }

  /** Returns the query that looks at this list through another lens, from its beginning. */
  String query(Lens other) {
    return query(new Look(view.aboutOnly(), view.only(), null, angle.through(other).parameters()));
  }

  /** A way of looking at a list. */
  private record Look(
      boolean about, @Nullable Language only, @Nullable ListPlace after, List<String> lens) {}

  private String query(Look look) {
    List<String> parts = new ArrayList<>();
    if (isSearch()) {
      parts.add(Visit.WORDS + "=" + Addresses.encode(words));
    }
    if (look.about) {
      parts.add(Visit.ABOUT + "=1");
    }
    if (look.only != null) {
      parts.add(Visit.LANGUAGE + "=" + look.only.code());
    }
    parts.addAll(look.lens);
    if (look.after != null) {
      parts.add(Visit.AFTER + "=" + look.after.token());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /** Returns the frame of this list's page. */
  Frame frame(Frames frames, Edition edition) {
    Frame frame =
        frame(frames, edition, new Frames.Extras(true, isIndexed(), feeds(edition), words));
    List<Card> cards = page.listings().stream().map(Listing::card).toList();
    return frames.listing(frame, description(frame), cards);
  }

  /**
   * Returns the frame of the page to search on, which says nothing of itself to machines and has
   * feeds when something is searched for.
   */
  Frame searched(Frames frames, Edition edition) {
    List<Link> feeds = isSearch() ? feeds(edition) : List.of();
    return frame(frames, edition, new Frames.Extras(true, false, feeds, words));
  }

  private Frame frame(Frames frames, Edition edition, Frames.Extras extras) {
    List<String> parts = new ArrayList<>();
    if (isSearch()) {
      parts.add(Visit.WORDS + "=" + Addresses.encode(words));
    }
    parts.addAll(angle.parameters());
    String query = parts.isEmpty() ? "" : "?" + String.join("&", parts);
    return frames.of(edition, title(), e -> place.apply(e) + query, extras);
  }

  /** Says what the list is, how much there is of it, and from whom; nothing of any text. */
  private String description(Frame frame) {
    String numbers = totals.equals(Totals.NONE) ? "" : Numbers.of(totals, frame.words()).toString();
    String outlets =
        page.listings().stream()
            .map(listing -> listing.card().carrierName())
            .distinct()
            .limit(OUTLETS)
            .collect(Collectors.joining(", "));
    return Stream.of(title(), numbers, outlets)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Returns this list in its other forms, which are one article after the other. */
  List<Link> feeds(Edition edition) {
    String query = query(new Look(view.aboutOnly(), view.only(), null, angle.lens().narrowing()));
    return feeds(place.apply(edition), query);
  }

  /** Returns a list in its other forms. */
  static List<Link> feeds(String path, String query) {
    return Arrays.stream(Format.values())
        .map(
            format ->
                new Link(format.label(), path + format.suffix() + query, format.mediaType(), false))
        .toList();
  }
}
