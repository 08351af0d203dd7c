package org.tagwire.newsstand.site;

import java.time.Instant;
import java.util.List;

/**
 * One publisher's web site: a pure function of target and instant. Implementations are safe for use
 * by many threads.
 */
public interface Site {

  /** The host name in lower case, without port, as it stands in links. */
  String host();

  /** Where this publisher announces its articles, as a reader would subscribe to it. */
  List<Subscription> subscriptions();

  /**
   * Answers one target.
   *
   * @param target path and optional query as sent, beginning with a slash
   * @param now the instant whose state of the site is asked for
   */
  Reply answer(String target, Instant now);
}
