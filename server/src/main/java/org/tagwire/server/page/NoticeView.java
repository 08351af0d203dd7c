package org.tagwire.server.page;

import java.util.List;

/**
 * A page that says why there is no other, as its template places it.
 *
 * @param frame what stands around it
 * @param status under which number the web knows it
 * @param heading what happened
 * @param text what it means and what to do
 * @param number under which it was written down; empty for none
 * @param tags what may have been meant
 */
public record NoticeView(
    Frame frame, int status, String heading, String text, String number, List<CardView.Tag> tags) {
  public NoticeView {
    tags = List.copyOf(tags);
  }
}
