package org.tagwire.fetch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.WebAddress;

/**
 * One thing to be fetched, or one form to be sent.
 *
 * @param url its address; user and password in it are sent to its own origin only
 * @param kind what it is, which decides limits, Accept header and whether robots.txt is asked
 * @param validators what is known of the last answer
 * @param form what is sent; there for {@link Kind#FORM} and for nothing else
 */
public record FetchRequest(WebAddress url, Kind kind, Validators validators, @Nullable Form form) {
  public FetchRequest {
    if ((form != null) != (kind == Kind.FORM)) {
      throw new IllegalArgumentException("a form is sent by a request of kind FORM, not " + kind);
    }
  }

  private FetchRequest(WebAddress url, Kind kind, Validators validators) {
    this(url, kind, validators, null);
  }

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
    /** A picture that one of our pages shows. */
    PICTURE("image/jpeg, image/png, image/gif;q=0.9, image/webp;q=0.5, image/*;q=0.1", true),
    /** The small picture a site is known by. */
    ICON("image/x-icon, image/png, image/*;q=0.5", true),
    /** A robots.txt or another file of rules, which no rule forbids. */
    RULES("text/plain, */*;q=0.8", false),
    /**
     * A form for a service that the owner or a publisher named; the one kind that is a POST. Of the
     * answer the status counts.
     */
    FORM("*/*", false);

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

    /**
     * Of rules the beginning counts and the rest is ignored (RFC 9309 §2.5); of what answers a
     * form, the status.
     */
    boolean isReadInPart() {
      return this == RULES || this == FORM;
    }
  }

  public static FetchRequest feed(WebAddress url, Validators validators) {
    return new FetchRequest(url, Kind.FEED, validators);
  }

  public static FetchRequest page(WebAddress url) {
    return new FetchRequest(url, Kind.PAGE, Validators.NONE);
  }

  public static FetchRequest picture(WebAddress url) {
    return new FetchRequest(url, Kind.PICTURE, Validators.NONE);
  }

  public static FetchRequest icon(WebAddress url) {
    return new FetchRequest(url, Kind.ICON, Validators.NONE);
  }

  /** Returns a request that sends a form; of its answer no more than a few KiB are read. */
  public static FetchRequest form(WebAddress url, Form form) {
    return new FetchRequest(url, Kind.FORM, Validators.NONE, form);
  }

  Optional<Form> findForm() {
    return Optional.ofNullable(form);
  }

  static FetchRequest rules(WebAddress url) {
    return new FetchRequest(url, Kind.RULES, Validators.NONE);
  }
}
