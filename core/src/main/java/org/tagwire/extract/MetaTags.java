package org.tagwire.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tagwire.extract.ExtractedPage.RightsSignal;
import org.tagwire.rights.LicenceTerms;

/**
 * The {@code meta} and {@code link} elements of a page, by name, property, itemprop or rel in lower
 * case. Read once, then immutable.
 */
final class MetaTags {
  private static final int LONGEST = 5000;
  private static final int MOST = 600;

  /** A robot may be addressed by any name; what is said to it begins like this. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?:(?:all|index|follow)\\s*,\\s*)*(?:no(?:index|snippet|archive|cache|ne|imageindex|follow)|max-(?:snippet|image-preview)"
              + "|unavailable_after)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String LICENCE = LicenceTerms.MEDIA_TYPE;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<RightsSignal> rights = new ArrayList<>();

  static MetaTags read(Document page) {
    MetaTags tags = new MetaTags();
    List<Element> metas = new ArrayList<>();
    List<Element> links = new ArrayList<>();
    List<Element> scripts = new ArrayList<>();
    page.stream()
        .limit(PageFacts.MOST_ELEMENTS)
        .forEach(
            element -> {
              switch (element.normalName()) {
                case "meta" -> metas.add(element);
                case "link" -> links.add(element);
                case "script" -> scripts.add(element);
                default -> {
                  // says nothing to machines
                }
              }
            });
    metas.stream().limit(MOST).forEach(tags::meta);
    links.stream().limit(Math.max(0, MOST - metas.size())).forEach(tags::link);
    for (Element script : scripts) {
      if (script.attr("type").strip().equalsIgnoreCase(LICENCE)) {
        tags.rights.add(new RightsSignal("script:rsl", script.data()));
      }
    }
    return tags;
  }

  private void meta(Element meta) {
    String content = meta.attr("content").strip();
    if (content.isEmpty() || content.length() > LONGEST) {
      return;
    }
    for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
      String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        add(name, content);
        if (isAboutRights(name) || DIRECTIVE.matcher(content).lookingAt()) {
          rights.add(new RightsSignal(name, content));
        }
      }
    }
  }

  private void link(Element link) {
    String rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
    String href = link.attr("href").strip();
    if (!rel.isEmpty() && !href.isEmpty() && href.length() <= LONGEST) {
      add("link:" + rel, href);
      if (rel.equals("license") || rel.equals("tdm-policy")) {
        rights.add(new RightsSignal("link:" + rel, href));
      }
      if (rel.equals("license") && link.attr("type").strip().equalsIgnoreCase(LICENCE)) {
        rights.add(new RightsSignal("link:rsl", href));
      }
    }
  }

  private void add(String name, String content) {
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
  }

  private static boolean isAboutRights(String name) {
    return name.contains("robots")
        || name.startsWith("tdm-")
        || name.equals("content-usage")
        || name.endsWith("bot")
        || name.equals("copyright")
        || name.equals("dc.rights")
        || name.equals("dcterms.rights")
        || name.equals("rights")
        || name.equals("license");
  }

  /** Returns the first value of the first of these names that has one. */
  Optional<String> first(String... names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return Optional.of(found.getFirst());
      }
    }
    return Optional.empty();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  List<RightsSignal> rights() {
    return rights;
  }
}
