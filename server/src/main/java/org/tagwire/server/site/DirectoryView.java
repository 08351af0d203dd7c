package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The index of hashtags as its template places it.
 *
 * @param frame what stands around it
 * @param covered the tags most written about
 * @param tags the tags of this page, by name
 * @param next the following page
 */
public record DirectoryView(
    Frame frame, List<FrontView.Covered> covered, List<CardView.Tag> tags, @Nullable String next) {
  public DirectoryView {
    covered = List.copyOf(covered);
    tags = List.copyOf(tags);
  }
}
