package org.tagwire.rights;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tagwire.model.ShowLimits;

/**
 * The {@code Content-Usage} lines of a robots.txt: AI preferences for the paths of a site
 * (draft-ietf-aipref-attach).
 *
 * <p>Groups are chosen as for crawling (RFC 9309): ours where the file has one, else the one for
 * everybody. Within it the longest path that fits decides, and of several as long the more
 * restrictive. Immutable.
 */
public final class UsageRules {
  /** No preference anywhere. */
  public static final UsageRules NONE = new UsageRules(List.of());

  private static final int MAX_RULES = 1_000;
  private static final String ANYBODY = "*";

  private final List<Rule> rules;

  private record Rule(int length, Pattern path, ShowLimits limits) {}

  private UsageRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads a robots.txt.
   *
   * @param file its bytes
   * @param productToken our name in robots files
   */
  public static UsageRules parse(byte[] file, String productToken) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (!text.toLowerCase(Locale.ROOT).contains("content-usage")) {
      return NONE;
    }
    Lines lines = new Lines(productToken.toLowerCase(Locale.ROOT));
    text.lines().forEach(lines::take);
    return new UsageRules(lines.ours.isEmpty() && !lines.namesUs ? lines.anybodys : lines.ours);
  }

  /** Goes through a file line by line; used once. */
  private static final class Lines {
    private final String productToken;
    private final List<Rule> ours = new ArrayList<>();
    private final List<Rule> anybodys = new ArrayList<>();
    private boolean namesUs;
    private boolean inHead;
    private boolean forUs;
    private boolean forAnybody;

    Lines(String productToken) {
      this.productToken = productToken;
    }

    void take(String line) {
      String bare = line.split("#", 2)[0].replace("\uFEFF", "").strip();
      int colon = bare.indexOf(':');
      if (colon <= 0) {
        return;
      }
      String value = bare.substring(colon + 1).strip();
      switch (bare.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "user-agent" -> agent(value.toLowerCase(Locale.ROOT));
        case "content-usage" -> usage(value);
        case "sitemap", "license" -> {
          // These belong to no group and end none.
        }
        default -> inHead = false;
      }
    }

    private void agent(String agent) {
      if (!inHead) {
        forUs = false;
        forAnybody = false;
      }
      inHead = true;
      forUs |= agent.equals(productToken);
      forAnybody |= agent.equals(ANYBODY);
      namesUs |= forUs;
    }

    private void usage(String value) {
      inHead = false;
      boolean withPath = value.startsWith("/");
      int gap = withPath ? value.indexOf(' ') : -1;
      String path = withPath ? value.substring(0, gap < 0 ? value.length() : gap) : "/";
      String preferences = withPath ? value.substring(path.length()).strip() : value;
      Rule rule =
          new Rule(
              path.length(), TdmReservations.pattern(path), UsagePreferences.parse(preferences));
      if (forUs && ours.size() < MAX_RULES) {
        ours.add(rule);
      }
      if (forAnybody && anybodys.size() < MAX_RULES) {
        anybodys.add(rule);
      }
    }
  }

  /** Returns what a path may be used for. */
  public ShowLimits limits(String path) {
    int longest = -1;
    ShowLimits limits = ShowLimits.NONE;
    for (Rule rule : rules) {
      if (rule.length() >= longest && rule.path().matcher(path).lookingAt()) {
        limits = rule.length() == longest ? limits.and(rule.limits()) : rule.limits();
        longest = rule.length();
      }
    }
    return limits;
  }
}
