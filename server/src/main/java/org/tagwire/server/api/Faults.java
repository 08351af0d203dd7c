package org.tagwire.server.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;

/** Says which parameter makes no sense, and what would. */
final class Faults {
  private static final int MOST_SHOWN = 80;

  private Faults() {}

  /** Answers a visit of which what the reader looks at a list with could not be read. */
  static Reply answer(Visit visit) {
    if (!isLanguageClear(visit)) {
      return answer(Visit.LANGUAGE, visit);
    }
    return answer(Lens.findFault(visit).orElse(Visit.AFTER), visit);
  }

  /** Answers a visit of which one parameter could not be read. */
  static Reply answer(String name, Visit visit) {
    String given = visit.findQuery(name).orElse("");
    String shown = given.length() > MOST_SHOWN ? given.substring(0, MOST_SHOWN) + "…" : given;
    return Api.fault("the parameter '" + name + "' is '" + shown + "'; give " + wanted(name));
  }

  private static boolean isLanguageClear(Visit visit) {
    Optional<String> language = visit.findQuery(Visit.LANGUAGE);
    return language.isPresent() == language.flatMap(Language::parse).isPresent();
  }

  private static String wanted(String name) {
    return switch (name) {
      case Visit.LANGUAGE -> "a language by its code, as in ar";
      case Visit.PUBLISHER -> "the domain of a publisher, as in orrery.example";
      case Visit.CATEGORY ->
          "one of "
              + Arrays.stream(Category.values())
                  .map(Category::slug)
                  .collect(Collectors.joining(", "));
      case Visit.SINCE -> "a day, as in 2026-03-01, or one of " + String.join(", ", Lens.SPANS);
      case Visit.UNTIL -> "a day, as in 2026-03-01";
      case Visit.WORDS -> "what to search for";
      default -> "what the answer before this had as its next";
    };
  }
}
