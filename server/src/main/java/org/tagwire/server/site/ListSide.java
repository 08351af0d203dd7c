package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Chart;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Nameplate;

/**
 * What stands around a list: ways to look at it, and what is told of it.
 *
 * @param terms the hashtags of the heading with what joins them; empty for other headings
 * @param layouts one after the other, or grouped by story; empty for none
 * @param active how the list is narrowed, each with where it is not
 * @param filters how it can be narrowed
 * @param days the form that asks for days; absent where nothing can be narrowed
 * @param stories the list grouped by story; empty where it is not
 * @param chart its articles per day; absent for none
 * @param related tags that stand in the same articles
 * @param publisher whose articles they are; absent for a list of several
 */
public record ListSide(
    List<Terms> terms,
    List<Link> layouts,
    List<Link> active,
    List<Filters> filters,
    @Nullable Days days,
    List<Teaser> stories,
    @Nullable Chart chart,
    List<Related> related,
    @Nullable Nameplate publisher) {
  /** Nothing but the list. */
  static final ListSide NONE =
      new ListSide(
          List.of(), List.of(), List.of(), List.of(), null, List.of(), null, List.of(), null);

  public ListSide {
    terms = List.copyOf(terms);
    layouts = List.copyOf(layouts);
    active = List.copyOf(active);
    filters = List.copyOf(filters);
    stories = List.copyOf(stories);
    related = List.copyOf(related);
  }

  /** Returns whether anything stands beside the list. */
  public boolean isWide() {
    return chart != null || !related.isEmpty();
  }

  /**
   * Ways to narrow a list of one kind.
   *
   * @param name what kind
   * @param links the ways
   */
  public record Filters(String name, List<Link> links) {
    public Filters {
      links = List.copyOf(links);
    }
  }

  /**
   * A form that asks for days.
   *
   * @param action where it leads
   * @param since the first day asked for now; empty for none
   * @param until the last day asked for now; empty for none
   * @param kept the parameters that stay, names and values
   */
  public record Days(String action, String since, String until, List<Link> kept) {
    public Days {
      kept = List.copyOf(kept);
    }
  }

  /**
   * A tag that stands in the same articles.
   *
   * @param tag which
   * @param together where the articles with both are
   * @param label what that link is, for who does not see it
   */
  public record Related(CardView.Tag tag, String together, String label) {}
}
