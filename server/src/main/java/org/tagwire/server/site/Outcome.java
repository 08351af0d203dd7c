package org.tagwire.server.site;

import java.util.List;
import org.tagwire.model.Hashtag;

/** What an address of a list leads to. */
sealed interface Outcome {
  /** A list. */
  record Shown(NewsList list) implements Outcome {}

  /** The list of a watched name that nobody has said yet. */
  record Awaited(NewsList list) implements Outcome {}

  /** The same list under its own address. */
  record Elsewhere(String path) implements Outcome {}

  /** Nothing; these hashtags are near. */
  record Missing(List<Hashtag> nearest, boolean tag) implements Outcome {
    public Missing {
      nearest = List.copyOf(nearest);
    }
  }

  /** What was taken away for good. */
  record Gone() implements Outcome {}

  /** The parameters make no sense. */
  record Unreadable() implements Outcome {}

  /** Nothing, and nothing near. */
  static Outcome missing() {
    return new Missing(List.of(), false);
  }
}
