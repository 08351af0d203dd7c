package org.tagwire.extract;

import org.jsoup.nodes.Element;

/**
 * Tells by the element's own attributes what readers do not see, or what its publisher lets nobody
 * quote ({@code data-nosnippet}); style sheets are not read.
 */
final class Hidden {
  private Hidden() {}

  static boolean is(Element element) {
    if (element.hasAttr("hidden")
        || element.hasAttr("data-nosnippet")
        || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty() || style.length() > 500) {
      return false;
    }
    String plain = style.replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }
}
