package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.TagLine;

/**
 * The front page as its template places it.
 *
 * @param frame what stands around it
 * @param stories the newest stories
 * @param covered the tags that trend, or else those most written about
 * @param heading what {@code covered} are, a key
 * @param categories links to the categories
 * @param news the list of all news
 * @param start where the owner chooses the first sources; absent for others, and once there are any
 */
public record FrontView(
    Frame frame,
    List<Teaser> stories,
    List<TagLine> covered,
    String heading,
    List<Link> categories,
    String news,
    @Nullable String start) {
  public FrontView {
    stories = List.copyOf(stories);
    covered = List.copyOf(covered);
    categories = List.copyOf(categories);
  }
}
