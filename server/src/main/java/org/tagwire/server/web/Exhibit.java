package org.tagwire.server.web;

import java.time.Duration;

/**
 * A picture as an answer, or that there is none.
 *
 * @param reply what is sent
 * @param version tells it from what may once stand at the same address; empty for a refusal
 * @param fresh for how long a browser need not ask again
 */
public record Exhibit(Reply reply, String version, Duration fresh) {
  private static final Reply NONE = Reply.text(404, "There is no such picture.");
  private static final Reply LATER = Reply.text(503, "There is no picture yet; come later.");
  private static final Reply TOO_OFTEN = Reply.text(429, "Come later.");

  /** There is nothing at this address; the same words whatever the reason. */
  public static Exhibit none() {
    return new Exhibit(NONE, "", Duration.ZERO);
  }

  /** There may be something later. */
  public static Exhibit later() {
    return new Exhibit(LATER, "", Duration.ZERO);
  }

  static Exhibit tooOften() {
    return new Exhibit(TOO_OFTEN, "", Duration.ZERO);
  }
}
