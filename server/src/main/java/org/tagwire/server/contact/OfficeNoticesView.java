package org.tagwire.server.contact;

import java.util.List;
import org.tagwire.server.contact.NoticeFormView.Choice;
import org.tagwire.server.page.Frame;

/**
 * The owner's list of notices.
 *
 * @param frame what stands around it
 * @param action where decisions are sent
 * @param token what proves that the form is ours
 * @param lines the notices
 * @param error why the last decision could not be carried out; empty for none
 */
public record OfficeNoticesView(
    Frame frame, String action, String token, List<Line> lines, String error) {
  public OfficeNoticesView {
    lines = List.copyOf(lines);
  }

  /**
   * A notice.
   *
   * @param id which
   * @param kind what it is about
   * @param state how it stands
   * @param answered whether it is decided
   * @param received when it came in
   * @param about the page it is about; empty for the site
   * @param tag the hashtag it disputes; empty for none
   * @param hides whether that is hidden meanwhile
   * @param text what was said
   * @param email where to answer
   * @param answer the owner's words
   * @param deeds what may be done
   */
  public record Line(
      String id,
      String kind,
      String state,
      boolean answered,
      String received,
      String about,
      String tag,
      boolean hides,
      String text,
      String email,
      String answer,
      List<Choice> deeds) {
    public Line {
      deeds = List.copyOf(deeds);
    }
  }
}
