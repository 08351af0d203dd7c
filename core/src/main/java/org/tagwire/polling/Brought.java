package org.tagwire.polling;

import java.util.List;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.model.SourceHealth.PageState;

/**
 * What an answer brought.
 *
 * @param feed what it announces
 * @param accepted how many of its items were new or changed
 * @param pages what became of the pages of those
 * @param hidden whether its source is private because robots.txt forbids it
 */
public record Brought(ParsedFeed feed, int accepted, List<PageState> pages, boolean hidden) {
  public Brought {
    pages = List.copyOf(pages);
  }
}
