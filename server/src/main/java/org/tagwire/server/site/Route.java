package org.tagwire.server.site;

import org.tagwire.server.web.Who;

/**
 * One line of the table of routes. A GET changes nothing; what changes something is a POST of a
 * form.
 *
 * @param method how it is asked
 * @param path the path as Javalin writes it, prefix included
 * @param what what stands there
 * @param who who may use it
 */
public record Route(Method method, String path, String what, Who who) {
  /** How a route is asked. */
  public enum Method {
    GET,
    POST
  }
}
