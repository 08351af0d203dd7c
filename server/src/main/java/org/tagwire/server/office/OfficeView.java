package org.tagwire.server.office;

import java.util.List;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;

/**
 * One of the owner's pages, as its template places it.
 *
 * @param frame what stands around it
 * @param back the page above it; none when its name is empty
 * @param heading what it is
 * @param lead what to know first; empty for nothing
 * @param remarks what has just happened
 * @param blocks its parts
 */
public record OfficeView(
    Frame frame, Link back, String heading, String lead, List<Remark> remarks, List<Block> blocks) {
  public OfficeView {
    remarks = List.copyOf(remarks);
    blocks = List.copyOf(blocks);
  }

  /**
   * What has just happened.
   *
   * @param kind {@code good} or {@code bad}
   * @param text what is said in the edition's words
   * @param detail the reasons, a line each; empty for nothing
   */
  public record Remark(String kind, String text, String detail) {
    static Remark good(String text) {
      return new Remark("good", text, "");
    }

    static Remark bad(String text, String detail) {
      return new Remark("bad", text, detail);
    }
  }
}
