package org.tagwire.server.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tagwire.websub.Subscriber;

/**
 * What a hub sends: a question, or a push.
 *
 * @param id the last part of the path, which only the hub knows
 * @param query the parameters behind the question mark, the first of each name
 * @param signature the header {@code X-Hub-Signature}
 * @param content the body, not read yet
 */
public record Letter(
    String id, Map<String, String> query, @Nullable String signature, Subscriber.Content content) {
  /** The parameter of the path that holds the id. */
  static final String ID = "id";

  public Letter {
    query = Map.copyOf(query);
  }

  /** Leaves out what nobody else may know. */
  @Override
  public String toString() {
    return "Letter" + query.keySet();
  }
}
