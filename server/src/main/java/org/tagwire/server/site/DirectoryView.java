package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.TagLine;

/**
 * The index of hashtags as its template places it.
 *
 * @param frame what stands around it
 * @param ways the most covered, all, and each letter
 * @param covered the tags most written about
 * @param heading what {@code covered} are, a key
 * @param tags the tags of this page, by name
 * @param next the following page
 */
public record DirectoryView(
    Frame frame,
    List<Link> ways,
    List<TagLine> covered,
    String heading,
    List<CardView.Tag> tags,
    @Nullable String next) {
  public DirectoryView {
    ways = List.copyOf(ways);
    covered = List.copyOf(covered);
    tags = List.copyOf(tags);
  }
}
