package org.tagwire.server.page;

import java.util.Locale;

/**
 * A publisher as a template places it.
 *
 * @param name what readers call it
 * @param href its page
 * @param icon where its site's icon is; empty where none is shown
 * @param initial what stands in the icon's place until it comes
 */
public record Nameplate(String name, String href, String icon, String initial) {
  static Nameplate of(String name, String href, String icon) {
    return new Nameplate(name, href, icon, icon.isEmpty() ? "" : initial(name));
  }

  private static String initial(String name) {
    return name.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("")
        .toUpperCase(Locale.ROOT);
  }
}
