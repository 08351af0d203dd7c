package org.tagwire.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tagwire.html.HtmlText;

/**
 * Cleans what publishers file their articles under: systems write their own marks between the words
 * meant for readers.
 */
final class Shelves {
  private static final int MOST = 40;
  private static final int LONGEST = 80;
  private static final int LONGEST_SECTION = 60;

  private static final Set<String> NO_SECTION =
      Set.of(
          "null",
          "undefined",
          "none",
          "all",
          "alle",
          "uncategorized",
          "uncategorised",
          "allgemein",
          "unkategorisiert",
          "non classé",
          "sin categoría",
          "homepage",
          "home",
          "startseite",
          "front page",
          "post",
          "posts",
          "article",
          "articles",
          "articulo",
          "artikel",
          "blog",
          "statischeseiten",
          "general");

  /** A system's own key: {@code cat_biology}, {@code type_news}, {@code [NAME]}. */
  private static final Pattern KEY =
      Pattern.compile(
          "[a-z0-9]+(?:_[a-z0-9-]+)+|\\[.*\\]|(?i:front-page|homepage|startseite|null|undefined)");

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:category|tag|topic|person|company|location|subject)\\s*:\\s*",
          Pattern.CASE_INSENSITIVE);

  private Shelves() {}

  /** Returns a section's name; empty where what is written is none. */
  static String section(String written, String siteName, String host) {
    String line = HtmlText.line(written);
    int commas = (int) line.chars().filter(c -> c == ',').count();
    boolean list = commas > 1 || (commas == 1 && !line.contains(", "));
    for (String part : list ? line.split(",") : new String[] {line}) {
      String name = part.strip();
      boolean house =
          name.equalsIgnoreCase(siteName)
              || host.equalsIgnoreCase(name)
              || host.endsWith('.' + name);
      if (!name.isEmpty()
          && name.length() <= LONGEST_SECTION
          && !house
          && !NO_SECTION.contains(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    return "";
  }

  /** Returns the tags in these lists of tags, in order, none twice. */
  static List<String> tags(List<String> written, String siteName) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String list : written) {
      String line = HtmlText.line(list);
      // A comma between brackets belongs to the tag: "Prices (Fares, Fees and Rates)".
      String divider = line.indexOf(',') >= 0 ? ",(?![^()]{0,80}\\))" : ";";
      for (String part : line.split(divider)) {
        String tag = LABEL.matcher(part.strip()).replaceFirst("").replaceFirst("^#+", "").strip();
        if (isTag(tag) && !tag.equalsIgnoreCase(siteName)) {
          tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
        }
      }
    }
    return tags.values().stream().limit(MOST).toList();
  }

  private static boolean isTag(String tag) {
    return tag.length() > 1
        && tag.length() <= LONGEST
        && tag.codePoints().anyMatch(Character::isLetter)
        && !tag.contains("://")
        && !KEY.matcher(tag).matches();
  }
}
