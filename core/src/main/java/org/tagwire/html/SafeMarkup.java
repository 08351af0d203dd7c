package org.tagwire.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.tagwire.url.WebAddress;

/** The policy of the {@link Sanitiser}: which elements, attributes and addresses foreign HTML may have. */
final class SafeMarkup {
  private static final Set<String> ALLOWED =
      Set.of(
          "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "cite",
          "pre", "code", "kbd", "samp", "var", "b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "small", "sub", "sup",
          "abbr", "time", "a", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "ruby",
          "rt", "rp", "bdi", "div", "span", "section", "article");

  /** Elements whose text is no text for readers. */
  private static final Set<String> VANISHING =
      Set.of(
          "script", "style", "template", "noscript", "iframe", "frame", "frameset", "noframes", "noembed", "object", "embed",
          "applet", "form", "input", "button", "select", "option", "textarea", "label", "fieldset", "datalist", "output",
          "svg", "math", "canvas", "audio", "video", "source", "track", "map", "area", "base", "link", "meta", "title", "head",
          "xmp", "plaintext", "listing", "slot", "portal", "dialog", "marquee", "param", "isindex", "keygen");

  private SafeMarkup() {}

  static boolean isAllowed(String element) {
    return ALLOWED.contains(element);
  }

  static boolean vanishes(String element) {
    return VANISHING.contains(element);
  }

  static boolean isVoid(String element) {
    return element.equals("br") || element.equals("hr");
  }

  /** Says whether an element other than a link or picture may keep an attribute. */
  static boolean isAllowed(String element, String attribute, String value) {
    return switch (attribute) {
      case "dir" -> value.equals("ltr") || value.equals("rtl") || value.equals("auto");
      case "lang" -> value.length() <= 20 && value.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
      case "colspan", "rowspan" -> (element.equals("td") || element.equals("th")) && isSmallNumber(value);
      case "start" -> element.equals("ol") && isSmallNumber(value);
      case "datetime" -> element.equals("time") && value.length() <= 40;
      case "title" -> element.equals("abbr") && value.length() <= 200;
      default -> false;
    };
  }

  private static boolean isSmallNumber(String value) {
    return !value.isEmpty() && value.length() <= 3 && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static boolean isSize(String value) {
    return !value.isEmpty() && value.length() <= 4 && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Says whether a picture is there to count readers. */
  static boolean isPixel(Element picture) {
    String width = picture.attr("width").strip();
    String height = picture.attr("height").strip();
    String style = picture.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return width.equals("1") || width.equals("0") || height.equals("1") || height.equals("0") || style.contains("display:none");
  }

  /** Says whether an address is a public name: not the reader's own machine, router or network. */
  static boolean isOnTheWeb(WebAddress address) {
    String host = address.host().toLowerCase(Locale.ROOT);
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    boolean number = bare.startsWith("[") || (!bare.isEmpty() && Character.isDigit(bare.charAt(bare.length() - 1)));
    boolean local =
        bare.indexOf('.') < 0
            || bare.endsWith(".local")
            || bare.endsWith(".localhost")
            || bare.endsWith(".internal")
            || bare.endsWith(".lan")
            || bare.endsWith(".home")
            || bare.endsWith(".home.arpa");
    return !number && !local;
  }

  static boolean isMailAddress(String href) {
    return href.regionMatches(true, 0, "mailto:", 0, 7)
        && href.length() <= 200
        && href.indexOf('@') > 7
        && href.chars().allMatch(c -> c > ' ' && c < 127 && "\"'<>?&\\".indexOf(c) < 0);
  }

  /** Writes text so that it is text in any place of HTML; control characters, escapes of old encodings among them, vanish. */
  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> {
          boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
          boolean turning = c >= '\u202a' && c <= '\u202e';
          if (!control && !turning) {
            out.append(c);
          }
        }
      }
    }
  }
}
