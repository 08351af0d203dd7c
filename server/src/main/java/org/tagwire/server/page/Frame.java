package org.tagwire.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.words.Words;

/**
 * What stands around the content of every page.
 *
 * @param words what the edition says
 * @param site what the site is called
 * @param title what the page is called
 * @param canonical its one address; absent where the site has no lasting one
 * @param indexed whether search engines may list it
 * @param home the front page
 * @param sections the main menu
 * @param editions the same page in each edition
 * @param alternates where a public site says the same to readers of each language, by whole
 *     addresses; empty for a page that differs by edition
 * @param feeds the same list in other forms
 * @param search where searches go
 * @param suggest where suggestions come from while a search is typed
 * @param query what was searched for; empty otherwise
 * @param livery style, script and icon
 * @param contact how to reach the owner; empty for none
 * @param footer links at the foot of the page
 * @param share what it says of itself where others point to it
 * @param live where the page learns of new articles; absent where it does not
 */
public record Frame(
    Words words,
    String site,
    String title,
    @Nullable String canonical,
    boolean indexed,
    String home,
    List<Link> sections,
    List<Link> editions,
    List<Link> alternates,
    List<Link> feeds,
    String search,
    String suggest,
    String query,
    Livery livery,
    String contact,
    List<Link> footer,
    Share share,
    @Nullable String live) {
  public Frame {
    sections = List.copyOf(sections);
    editions = List.copyOf(editions);
    alternates = List.copyOf(alternates);
    feeds = List.copyOf(feeds);
    footer = List.copyOf(footer);
  }

  /** Returns the same frame for a page that says {@code other} of itself. */
  public Frame with(Share other) {
    return with(alternates, other, live);
  }

  /** Returns the frame of a page that learns of new articles at an address. */
  public Frame live(String address) {
    return with(alternates, share, address);
  }

  /** Returns the frame of a page that says the same elsewhere to readers of other languages. */
  Frame alternates(List<Link> elsewhere) {
    return with(elsewhere, share, live);
  }

  private Frame with(List<Link> elsewhere, Share other, @Nullable String heard) {
    return new Frame(
        words, site, title, canonical, indexed, home, sections, editions, elsewhere, feeds, search,
        suggest, query, livery, contact, footer, other, heard);
  }

  public String language() {
    return words.edition().code();
  }

  public String direction() {
    return words.edition().direction();
  }

  /** Returns a plain message. */
  public String say(String key) {
    return words.text(key);
  }
}
