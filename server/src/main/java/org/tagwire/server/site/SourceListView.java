package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Nameplate;

/**
 * The list of all sources as its template places it.
 *
 * @param frame what stands around it
 * @param count how many there are, in words
 * @param add where sources are added
 * @param states ways to narrow the list to one state
 * @param lines the sources
 * @param empty what stands there when there is none
 * @param next where the list goes on; absent at its end
 */
public record SourceListView(
    Frame frame,
    String count,
    String add,
    List<Link> states,
    List<Line> lines,
    String empty,
    @Nullable String next) {
  public SourceListView {
    states = List.copyOf(states);
    lines = List.copyOf(lines);
  }

  /**
   * A source.
   *
   * @param title what it calls itself
   * @param href its page
   * @param publisher whose it is
   * @param hidden what says that only the owner sees its articles; empty where anybody may
   * @param state where it stands
   * @param detail what was wrong at its last poll; empty for nothing
   * @param last when it was last polled
   * @param next when it is polled next
   * @param articles how many articles it announced
   */
  public record Line(
      String title,
      String href,
      Nameplate publisher,
      String hidden,
      SourceView.Badge state,
      String detail,
      String last,
      String next,
      String articles) {}
}
