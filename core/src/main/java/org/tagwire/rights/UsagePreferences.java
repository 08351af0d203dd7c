package org.tagwire.rights;

import java.util.Locale;
import org.tagwire.model.ShowLimits;

/**
 * Reads the IETF's AI preferences, {@code Content-Usage: train-ai=n, search=y} (AIPREF, still a
 * draft: draft-ietf-aipref-vocab).
 *
 * <p>Only an {@code n} counts. What is absent is unknown, and a {@code y} permits nothing that the
 * other signals do not. Unknown categories and broken dictionaries say nothing. Pure.
 */
public final class UsagePreferences {
  private static final int MAX_LENGTH = 2_000;
  private static final ShowLimits UNLISTED =
      new ShowLimits(ShowLimits.UNLIMITED, false, true, true, true, false);

  private UsagePreferences() {}

  /** Reads one value, a dictionary of RFC 9651. */
  public static ShowLimits parse(String value) {
    ShowLimits limits = ShowLimits.NONE;
    if (value.length() > MAX_LENGTH) {
      return limits;
    }
    for (String member : value.split(",")) {
      String bare = member.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      int equals = bare.indexOf('=');
      if (equals > 0 && bare.substring(equals + 1).strip().equals("n")) {
        limits = limits.and(without(bare.substring(0, equals).strip()));
      }
    }
    return limits;
  }

  private static ShowLimits without(String use) {
    return switch (use) {
      case "bots", "all" -> UNLISTED.and(PublisherSignals.reserved()).unlearned();
      case "train-ai", "train-genai" -> ShowLimits.NONE.unlearned();
      case "ai-use", "ai-input", "ai-output" -> PublisherSignals.reserved();
      case "search" -> UNLISTED;
      default -> ShowLimits.NONE;
    };
  }
}
