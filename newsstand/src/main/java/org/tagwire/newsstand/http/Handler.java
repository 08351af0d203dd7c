package org.tagwire.newsstand.http;

import java.net.InetAddress;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface Handler {

  /**
   * Answers one GET or HEAD request.
   *
   * @param local the loopback address the request came in on
   */
  Answer answer(InetAddress local, Request request);
}
