package org.tagwire.newsstand.newsroom;

import java.util.Set;

/**
 * A subject with its kind, the truth a tagger is compared with.
 *
 * @param name the subject's full name
 * @param kind one of {@link #KINDS}
 */
public record Label(String name, String kind) {

  /** The kinds of hashtags. */
  public static final Set<String> KINDS =
      Set.of("person", "organisation", "place", "work", "event", "topic");

  public Label {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a label needs a name");
    }
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "kind '"
              + kind
              + "' of '"
              + name
              + "' is not one of "
              + KINDS.stream().sorted().toList());
    }
  }
}
