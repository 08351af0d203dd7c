package org.tagwire.fetch;

import org.tagwire.url.WebAddress;

/**
 * One thing to be fetched.
 *
 * @param url its address; user and password in it are sent to its own origin only
 * @param kind what it is, which decides limits, Accept header and whether robots.txt is asked
 * @param validators what is known of the last answer
 */
public record FetchRequest(WebAddress url, Kind kind, Validators validators) {

  /** What is fetched. */
  public enum Kind {
    /**
     * A feed or sitemap that somebody subscribed to; fetched even where robots.txt disallows it.
     */
    FEED(
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
            + " */*;q=0.8",
        false),
    /** An article page, or a page that is searched for feeds. */
    PAGE("text/html, application/xhtml+xml, */*;q=0.8", true),
    /** A robots.txt or another file of rules, which no rule forbids. */
    RULES("text/plain, */*;q=0.8", false);

    private final String accept;
    private final boolean obeysRobots;

    Kind(String accept, boolean obeysRobots) {
      this.accept = accept;
      this.obeysRobots = obeysRobots;
    }

    String accept() {
      return accept;
    }

    boolean obeysRobots() {
      return obeysRobots;
    }
  }

  public static FetchRequest feed(WebAddress url, Validators validators) {
    return new FetchRequest(url, Kind.FEED, validators);
  }

  public static FetchRequest page(WebAddress url) {
    return new FetchRequest(url, Kind.PAGE, Validators.NONE);
  }

  static FetchRequest rules(WebAddress url) {
    return new FetchRequest(url, Kind.RULES, Validators.NONE);
  }
}
