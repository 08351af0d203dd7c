package org.tagwire.server.contact;

import java.util.List;
import org.tagwire.server.page.Frame;

/**
 * The form of a notice.
 *
 * @param frame what stands around it
 * @param action where it is sent
 * @param token what proves that it is ours
 * @param subject what it is about; empty for the site
 * @param kinds what may be said
 * @param tags the hashtags that may be disputed
 * @param written what was written so far
 * @param error what is wrong with that; empty for nothing
 */
public record NoticeFormView(
    Frame frame,
    String action,
    String token,
    String subject,
    List<Choice> kinds,
    List<Choice> tags,
    Written written,
    String error) {
  public NoticeFormView {
    kinds = List.copyOf(kinds);
    tags = List.copyOf(tags);
  }

  /**
   * Something to choose.
   *
   * @param value what is sent
   * @param name what is read
   */
  public record Choice(String value, String name) {}

  /**
   * What was written.
   *
   * @param about the address of the page it is about
   * @param kind which kind was chosen
   * @param tag which hashtag was chosen
   * @param text the words
   * @param email where to answer
   */
  public record Written(String about, String kind, String tag, String text, String email) {}
}
