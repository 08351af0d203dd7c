package org.tagwire.server.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the door has noted about a visitor.
 *
 * @param client the address the request came from
 * @param session the id of the owner's session; absent for who came in otherwise
 * @param token what a form of this visitor's must carry to be taken
 * @param place the path and query that were asked for, as sent
 */
public record Badge(String client, @Nullable String session, String token, String place) {
  /** Of a visitor of whom nothing was noted. */
  public static final Badge NONE = new Badge("", null, "", "/");

  public Optional<String> findSession() {
    return Optional.ofNullable(session);
  }

  /** Leaves out what opens something. */
  @Override
  public String toString() {
    return "Badge[" + client + "]";
  }
}
