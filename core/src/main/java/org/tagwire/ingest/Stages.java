package org.tagwire.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.store.QuarantineStore.Fault;

/** Tells from an exception in which part of the journey it was thrown. */
final class Stages {
  private static final int MOST_FRAMES = 8;
  private static final int MOST_MESSAGE = 500;
  private static final String OURS = "org.tagwire.";

  /** Packages whose name says it. */
  private static final Set<String> PACKAGES =
      Set.of("feed", "extract", "language", "hashtag", "category", "copies", "story", "embedding");

  /** What the classes of this package were about to do. */
  private static final Map<String, String> STEPS =
      Map.of(
          "FeedText", "feed",
          "PageReader", "extract",
          "Analyst", "understand",
          "Credits", "credit",
          "Desk", "place",
          "Cards", "card",
          "ArticleReader", "read");

  private Stages() {}

  /** Describes what broke; {@code journey} is named where the stack does not say more. */
  static Fault fault(Throwable bug, String journey) {
    List<StackTraceElement> frames = Arrays.asList(bug.getStackTrace());
    String stage =
        frames.stream().flatMap(frame -> stage(frame).stream()).findFirst().orElse(journey);
    String message = String.valueOf(bug.getMessage());
    return new Fault(
        stage,
        bug.getClass().getName() + ": " + FeedText.cut(message, MOST_MESSAGE),
        frames.stream().limit(MOST_FRAMES).map(StackTraceElement::toString).toList());
  }

  private static Optional<String> stage(StackTraceElement frame) {
    String name = frame.getClassName();
    if (!name.startsWith(OURS)) {
      return Optional.empty();
    }
    String[] parts = name.substring(OURS.length()).split("[.$]", 3);
    if (parts[0].equals("ingest") && parts.length > 1) {
      return Optional.ofNullable(STEPS.get(parts[1]));
    }
    return PACKAGES.contains(parts[0]) ? Optional.of(parts[0]) : Optional.empty();
  }
}
