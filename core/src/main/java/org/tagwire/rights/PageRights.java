package org.tagwire.rights;

import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;

/** Whether the page of an article may be fetched. Pure. */
public final class PageRights {
  private PageRights() {}

  /**
   * What is known before the page is asked for.
   *
   * @param setting the owner's choice for the source
   * @param wholeTextInFeed whether the feed carries the whole text
   * @param robotsAllow whether robots.txt allows the page
   * @param limits what feed, earlier answers and the site's reservation file say
   * @param licenceForbids whether a licence the publisher points to (RSL) prohibits what we would
   *     do with the page
   */
  public record Question(
      Source.PageFetching setting,
      boolean wholeTextInFeed,
      boolean robotsAllow,
      ShowLimits limits,
      boolean licenceForbids) {}

  /** The answer, each with its reason. */
  public enum Decision {
    FETCH("the feed lacks the whole text and the publisher allows the page to be read"),
    SWITCHED_OFF("pages of this source are switched off"),
    NOT_NEEDED("the feed carries the whole text"),
    ROBOTS("robots.txt forbids the page"),
    RESERVED("the publisher reserved text mining (TDMRep)"),
    NO_ARCHIVE("the publisher allows no stored copy (noarchive)"),
    LICENCE("the publisher's licence prohibits this use (RSL)");

    private final String reason;

    Decision(String reason) {
      this.reason = reason;
    }

    public boolean mayFetch() {
      return this == FETCH;
    }

    /** Returns the reason, for people. */
    public String reason() {
      return reason;
    }
  }

  /**
   * Decides. The owner's choice {@code ON} asks for pages the feed already carries; it never
   * overrules the publisher.
   */
  public static Decision decide(Question question) {
    if (question.setting() == Source.PageFetching.OFF) {
      return Decision.SWITCHED_OFF;
    }
    if (question.wholeTextInFeed() && question.setting() == Source.PageFetching.AUTO) {
      return Decision.NOT_NEEDED;
    }
    if (!question.robotsAllow()) {
      return Decision.ROBOTS;
    }
    if (!question.limits().mined()) {
      return Decision.RESERVED;
    }
    if (!question.limits().archived()) {
      return Decision.NO_ARCHIVE;
    }
    return question.licenceForbids() ? Decision.LICENCE : Decision.FETCH;
  }
}
