package org.tagwire.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tagwire.dates.FeedDates;
import org.tagwire.model.Moment;
import org.tagwire.model.ShowLimits;

/**
 * Reads what a publisher's headers and page allow: X-Robots-Tag and robots meta tags (addressed to
 * everybody or to us), TDMRep, AI preferences, paywall marks of schema.org.
 *
 * <p>Signals add up: wherever two differ, the more restrictive wins. What cannot be understood is
 * no signal. Immutable and safe for threads.
 */
public final class PublisherSignals {
  private static final String ENDS = "unavailable_after";
  private static final Set<String> WITH_VALUE =
      Set.of("max-snippet", "max-image-preview", "max-video-preview", ENDS);
  private static final Pattern LOCKED =
      Pattern.compile(
          "\"isAccessibleForFree\"\\s*:\\s*(?:\"\\s*(?:https?://schema\\.org/)?(?:false|no|0)\\s*\"|false|0)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SELECTOR =
      Pattern.compile("\"cssSelector\"\\s*:\\s*\"([^\"]{1,200})\"");

  private final String productToken;

  /**
   * @param productToken our name in robots files, as in {@code Tagwire}
   */
  public PublisherSignals(String productToken) {
    this.productToken = productToken.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the headers of an answer.
   *
   * @param robotsTags all X-Robots-Tag headers
   * @param tdmReservations all tdm-reservation headers
   */
  public ShowLimits ofHeaders(List<String> robotsTags, List<String> tdmReservations) {
    ShowLimits limits = ShowLimits.NONE;
    for (String header : robotsTags) {
      limits = limits.and(directives(header));
    }
    for (String value : tdmReservations) {
      limits = limits.and(reservation(value));
    }
    return limits;
  }

  /** Reads the meta tags and the structured data of a page. */
  public ShowLimits ofPage(Document page) {
    ShowLimits limits = ShowLimits.NONE;
    for (Element meta : page.select("meta[name][content], meta[property][content]")) {
      String name =
          (meta.hasAttr("name") ? meta.attr("name") : meta.attr("property"))
              .strip()
              .toLowerCase(Locale.ROOT);
      String content = meta.attr("content");
      limits = limits.and(ofMeta(name, content));
    }
    return isLocked(page) ? limits.and(paywalled()) : limits;
  }

  /** Reads one meta tag of a page, by its name in lower case and its content. */
  public ShowLimits ofMeta(String name, String content) {
    return switch (name) {
      case "robots" -> directives(content);
      case "tdm-reservation" -> reservation(content);
      case "content-usage" -> UsagePreferences.parse(content);
      case "article:content_tier" -> tier(content);
      default -> name.equals(productToken) ? directives(content) : ShowLimits.NONE;
    };
  }

  /**
   * Returns the CSS selectors of the parts a page marks as for subscribers only; what they select
   * is never kept.
   */
  public static List<String> lockedParts(Document page) {
    List<String> selectors = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      String data = script.data();
      if (LOCKED.matcher(data).find()) {
        Matcher selector = SELECTOR.matcher(data);
        while (selector.find()) {
          selectors.add(selector.group(1));
        }
      }
    }
    return List.copyOf(selectors);
  }

  private static boolean isLocked(Document page) {
    for (Element script : page.select("script[type=application/ld+json]")) {
      if (LOCKED.matcher(script.data()).find()) {
        return true;
      }
    }
    return page.selectFirst(
            "[itemprop=isAccessibleForFree][content=false],"
                + " [itemprop=isAccessibleForFree][content=False]")
        != null;
  }

  /** Reads a list of directives; those behind another robot's name are not for us. */
  private ShowLimits directives(String list) {
    ShowLimits limits = ShowLimits.NONE;
    boolean forUs = true;
    String[] parts = list.split(",");
    for (int i = 0; i < parts.length; i++) {
      String directive = parts[i].strip();
      int colon = directive.indexOf(':');
      if (colon > 0 && !WITH_VALUE.contains(name(directive, colon))) {
        forUs = name(directive, colon).equals(productToken);
        directive = directive.substring(colon + 1).strip();
      }
      boolean ends = directive.regionMatches(true, 0, ENDS, 0, ENDS.length());
      if (ends && i + 1 < parts.length && isOneDate(directive, parts[i + 1])) {
        directive += "," + parts[++i];
      }
      limits = forUs ? limits.and(directive(directive)) : limits;
    }
    return limits;
  }

  private static String name(String directive, int colon) {
    return directive.substring(0, colon).strip().toLowerCase(Locale.ROOT);
  }

  /** RFC 850 and 822 put a comma behind the day of the week, the list one behind each directive. */
  private static boolean isOneDate(String directive, String following) {
    String date = directive.substring(directive.indexOf(':') + 1);
    return end(date).equals(ShowLimits.NONE)
        && !end(date + "," + following).equals(ShowLimits.NONE);
  }

  private static ShowLimits end(String date) {
    return FeedDates.parse(date)
        .map(Moment::instant)
        .map(ShowLimits.NONE::until)
        .orElse(ShowLimits.NONE);
  }

  private static ShowLimits directive(String directive) {
    int colon = directive.indexOf(':');
    String name = name(directive, colon < 0 ? directive.length() : colon);
    String value = colon < 0 ? "" : directive.substring(colon + 1).strip();
    return switch (name) {
      case "noindex", "none" ->
          new ShowLimits(ShowLimits.UNLIMITED, false, true, true, true, false);
      case "nosnippet" -> new ShowLimits(0, true, true, true, false, false);
      case "noarchive", "nocache" ->
          new ShowLimits(ShowLimits.UNLIMITED, true, false, true, true, false);
      case "noimageindex" -> unpictured();
      case "noai" -> reserved();
      case ENDS -> end(value);
      case "max-snippet" -> snippet(value);
      case "max-image-preview" -> value.equalsIgnoreCase("none") ? unpictured() : ShowLimits.NONE;
      default -> ShowLimits.NONE;
    };
  }

  /** A number of characters; -1 means no limit, nonsense means nothing. */
  private static ShowLimits snippet(String value) {
    return value.matches("\\d{1,9}")
        ? new ShowLimits(Integer.parseInt(value), true, true, true, true, false)
        : ShowLimits.NONE;
  }

  /** TDMRep: 1 reserves, 0 does not, anything else is as if it were not there. */
  private static ShowLimits reservation(String value) {
    return value.strip().equals("1") ? reserved() : ShowLimits.NONE;
  }

  private static ShowLimits tier(String value) {
    return value.strip().equalsIgnoreCase("free") ? ShowLimits.NONE : paywalled();
  }

  static ShowLimits reserved() {
    return new ShowLimits(ShowLimits.UNLIMITED, true, true, false, true, false);
  }

  private static ShowLimits unpictured() {
    return new ShowLimits(ShowLimits.UNLIMITED, true, true, true, false, false);
  }

  private static ShowLimits paywalled() {
    return new ShowLimits(ShowLimits.UNLIMITED, true, true, true, true, true);
  }
}
