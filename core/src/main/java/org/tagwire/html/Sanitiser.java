package org.tagwire.html;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.tagwire.url.WebAddress;

/**
 * Foreign HTML made safe to show: what is on the allow-list is written anew, all else vanishes or
 * leaves its text.
 *
 * <p>Method: the input is parsed as a browser parses it; then the tree is walked and a new text is
 * written, in which only the elements and attributes of {@code SafeMarkup} occur, every character
 * of text and every attribute value is escaped, and every element is closed. Nothing of the input's
 * own spelling survives, so what a second parser would make of it does not matter. There are no
 * styles, ids, classes, forms, scripts, frames or foreign content in the output, and no address but
 * absolute http, https and (for links) mailto ones, without credentials; pictures never point into
 * the reader's own network.
 *
 * <p>Stateless and safe for use by many threads; never throws for what is in the input. Bounded:
 * {@value #LONGEST} characters are read, {@value #MOST_NODES} nodes written, {@value #DEEPEST}
 * levels kept. Text kept before this policy's {@link #VERSION} must be sanitised again.
 */
public final class Sanitiser {
  /** The version of the policy. */
  public static final int VERSION = 1;

  static final int LONGEST = 1 << 20;
  static final int MOST_NODES = 50_000;
  static final int DEEPEST = 128;

  private final Optional<WebAddress> base;
  private final StringBuilder out = new StringBuilder();
  private int nodes;

  private Sanitiser(Optional<WebAddress> base) {
    this.base = base;
  }

  /**
   * Returns the safe part of {@code html}.
   *
   * @param base the address relative references are resolved against; if it is none, they are
   *     dropped
   */
  public static String sanitise(String html, String base) {
    Parser parser = Parser.htmlParser();
    parser.setTrackErrors(0);
    parser.setMaxDepth(2 * DEEPEST);
    String read = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
    Document page = parser.parseInput(read, "");
    Sanitiser sanitiser = new Sanitiser(WebAddress.parse(base));
    sanitiser.children(page.body(), 0);
    return sanitiser.out.toString();
  }

  /**
   * Says whether a reader's browser may be sent to an address for a picture: not to the reader's
   * own machine or network.
   */
  public static boolean mayShowPictureFrom(WebAddress address) {
    return SafeMarkup.isOnTheWeb(address);
  }

  private void children(Node parent, int depth) {
    for (Node node = parent.firstChild();
        node != null && nodes < MOST_NODES;
        node = node.nextSibling()) {
      nodes++;
      if (node instanceof TextNode text) {
        SafeMarkup.escape(text.getWholeText(), out);
      } else if (node instanceof Element element && depth < DEEPEST) {
        element(element, depth);
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    boolean html = element.tag().namespace().equals(Parser.NamespaceHtml);
    if (!html || SafeMarkup.vanishes(name)) {
      return;
    }
    if (name.equals("img")) {
      picture(element);
    } else if (!SafeMarkup.isAllowed(name)) {
      children(element, depth + 1);
    } else if (SafeMarkup.isVoid(name)) {
      out.append('<').append(name).append('>');
    } else {
      out.append('<').append(name);
      attributes(element, name);
      out.append('>').append(lineThatVanishes(element, name));
      children(element, depth + 1);
      out.append("</").append(name).append('>');
    }
  }

  /** The first line break within preformatted text is not read (WHATWG HTML, 13.2.6.4.7). */
  private static String lineThatVanishes(Element element, String name) {
    boolean begins =
        name.equals("pre")
            && element.firstChild() instanceof TextNode text
            && text.getWholeText().startsWith("\n");
    return begins ? "\n" : "";
  }

  private void attributes(Element element, String name) {
    if (name.equals("a")) {
      link(element.attr("href"))
          .ifPresent(
              href -> {
                attribute("href", href);
                attribute("rel", "noopener noreferrer nofollow ugc");
              });
      return;
    }
    int kept = 0;
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey().toLowerCase(Locale.ROOT);
      if (kept < 8 && SafeMarkup.isAllowed(name, key, attribute.getValue())) {
        attribute(key, attribute.getValue());
        kept++;
      }
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    SafeMarkup.escape(value, out);
    out.append('"');
  }

  private Optional<String> link(String href) {
    String plain = href.strip();
    if (SafeMarkup.isMailAddress(plain)) {
      return Optional.of(plain);
    }
    return resolve(plain);
  }

  private Optional<String> resolve(String reference) {
    Optional<WebAddress> address =
        base.isPresent() ? base.get().resolve(reference) : WebAddress.parse(reference);
    return reference.isEmpty() ? Optional.empty() : address.map(a -> a.withoutCredentials().href());
  }

  /**
   * Writes a picture if it is one that a reader sees: no counting pixel, nothing from the reader's
   * own network.
   */
  private void picture(Element element) {
    if (SafeMarkup.isPixel(element)) {
      return;
    }
    Optional<WebAddress> address =
        base.isPresent()
            ? base.get().resolve(element.attr("src").strip())
            : WebAddress.parse(element.attr("src"));
    if (element.attr("src").isBlank() || address.filter(SafeMarkup::isOnTheWeb).isEmpty()) {
      return;
    }
    out.append("<img");
    attribute("src", address.get().withoutCredentials().href());
    attribute("alt", element.attr("alt"));
    for (String size : new String[] {"width", "height"}) {
      if (SafeMarkup.isSize(element.attr(size))) {
        attribute(size, element.attr(size));
      }
    }
    out.append(" loading=\"lazy\" referrerpolicy=\"no-referrer\">");
  }
}
