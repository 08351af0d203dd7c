package org.tagwire.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tagwire.model.ShowLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A site's {@code /.well-known/tdmrep.json}: which paths are reserved against text mining (TDMRep,
 * W3C community group report of May 2024).
 *
 * <p>Of several rules that match a path the most restrictive wins. A file that cannot be read
 * reserves nothing. Immutable.
 */
public final class TdmReservations {
  /** No reservation anywhere. */
  public static final TdmReservations NONE = new TdmReservations(List.of());

  private static final int MAX_RULES = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Pattern> reserved;

  private TdmReservations(List<Pattern> reserved) {
    this.reserved = List.copyOf(reserved);
  }

  public static TdmReservations parse(byte[] json) {
    List<Pattern> reserved = new ArrayList<>();
    try {
      JsonNode rules = JSON.readTree(json);
      for (int i = 0; i < Math.min(MAX_RULES, rules.size()); i++) {
        JsonNode rule = rules.get(i);
        String location = rule == null ? "" : rule.path("location").asString("");
        if (rule != null
            && !location.isEmpty()
            && rule.path("tdm-reservation").asString("").equals("1")) {
          reserved.add(pattern(location));
        }
      }
    } catch (JacksonException nonsense) {
      return NONE;
    }
    return reserved.isEmpty() ? NONE : new TdmReservations(reserved);
  }

  /** Returns what the site reserves for a path. */
  public ShowLimits limits(String path) {
    return reserved.stream().anyMatch(rule -> rule.matcher(path).lookingAt())
        ? PublisherSignals.reserved()
        : ShowLimits.NONE;
  }

  /**
   * Paths match by their beginning, {@code *} stands for anything, {@code $} for the end, as in
   * robots.txt.
   */
  static Pattern pattern(String location) {
    boolean whole = location.endsWith("$");
    String text = whole ? location.substring(0, location.length() - 1) : location;
    List<String> parts = new ArrayList<>();
    for (String part : text.replaceAll("\\*+", "*").split("\\*", -1)) {
      parts.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*?", parts) + (whole ? "$" : ""), Pattern.DOTALL);
  }
}
