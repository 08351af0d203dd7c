package org.tagwire.server.site;

import java.util.List;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Sparkline;

/**
 * The trends page as its template places it.
 *
 * @param frame what stands around it
 * @param heading what it is called
 * @param how how the order comes about, sentence by sentence
 * @param trends the tags, first one first
 */
public record TrendsView(Frame frame, String heading, List<String> how, List<Trend> trends) {
  public TrendsView {
    how = List.copyOf(how);
    trends = List.copyOf(trends);
  }

  /**
   * A tag and why it stands where it stands.
   *
   * @param tag which tag
   * @param kind what it stands for, in words
   * @param numbers how much is written about it, and what is usual
   * @param why how surprising that is; empty where nobody can tell
   * @param line its last days as bars
   * @param days the same in words
   */
  public record Trend(
      CardView.Tag tag, String kind, String numbers, String why, Sparkline line, String days) {}
}
