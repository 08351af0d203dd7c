package org.tagwire.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns namespaces into the prefixes everybody knows, as elements open and close. One document
 * each.
 */
final class Names {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("https://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("http://example.com/newformat#", "atom"),
          Map.entry("http://necho.sourceforge.net/2003/07/echo", "atom"),
          Map.entry("http://purl.org/echo/", "atom"),
          Map.entry("uri/of/echo/namespace#", "atom"),
          Map.entry("http://purl.org/pie/", "atom"),
          Map.entry("http://purl.org/rss/1.0/", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://my.netscape.com/publish/formats/rss-0.91.dtd", ""),
          Map.entry("http://backend.userland.com/rss", ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://backend.userland.com/rss091", ""),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
          Map.entry("http://purl.org/net/rss1.1#", ""),
          Map.entry("http://cyber.law.harvard.edu/rss/rss.html", ""),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
          Map.entry("http://search.yahoo.com/mrss/", "media"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("https://search.yahoo.com/mrss/", "media"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://www.georss.org/georss", "georss"),
          Map.entry("http://purl.org/rss/1.0/modules/slash/", "slash"),
          Map.entry("http://purl.org/syndication/thread/1.0", "thr"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("http://www.google.com/schemas/play-podcasts/1.0", "googleplay"),
          Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
          Map.entry("http://wellformedweb.org/commentapi/", "wfw"),
          Map.entry("http://prismstandard.org/namespaces/basic/2.0/", "prism"),
          Map.entry("http://prismstandard.org/namespaces/1.2/basic/", "prism"),
          Map.entry("http://prismstandard.org/namespaces/basic/1.2/", "prism"),
          Map.entry("http://purl.org/rss/1.0/modules/prism/", "prism"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          Map.entry("http://www.w3.org/2000/svg", "svg"),
          Map.entry("http://webns.net/mvcb/", "admin"),
          Map.entry("http://www.w3.org/xml/1998/namespace", "xml"),
          Map.entry("http://purl.org/rss/1.0/modules/image/", "image"),
          Map.entry("http://rssbridge.org/full", "content"));

  private static final int MOST_KNOWN = 200;

  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

  /** The names of the scope in force that have been asked for. */
  private final Map<String, String> elements = new HashMap<>();

  private boolean atomRoot;

  Names() {
    scopes.push(Map.of("xml", "xml"));
  }

  /**
   * Opens an element: takes its namespace declarations, given as attribute names and values in
   * turn.
   */
  void open(java.util.List<String> attributes) {
    Map<String, String> scope = scopes.element();
    Map<String, String> own = null;
    for (int i = 0; i < attributes.size(); i += 2) {
      String attribute = attributes.get(i);
      if (attribute.startsWith("xmlns")
          && (attribute.length() == 5 || attribute.charAt(5) == ':')) {
        own = own == null ? new HashMap<>(scope) : own;
        String prefix =
            attribute.length() == 5 ? "" : attribute.substring(6).toLowerCase(Locale.ROOT);
        own.put(prefix, known(attributes.get(i + 1), prefix));
      }
    }
    scopes.push(own == null ? scope : own);
    if (own != null) {
      elements.clear();
    }
  }

  void close() {
    if (scopes.pop() != scopes.peek()) {
      elements.clear();
    }
  }

  /** Says that the root is Atom's, so that its elements are the ones without prefix. */
  void atomRoot() {
    elements.clear();
    atomRoot = true;
  }

  /**
   * Returns the canonical form of the name of an element: all lower case, since no vocabulary tells
   * names apart by that, and careless feeds write them as they like.
   */
  String element(String written) {
    String known = elements.get(written);
    if (known == null) {
      known = canonical(written.toLowerCase(Locale.ROOT));
      if (elements.size() < MOST_KNOWN) {
        elements.put(written, known);
      }
    }
    return known;
  }

  /** Returns the canonical form of a name, of which the prefix is in lower case. */
  String canonical(String written) {
    int colon = written.indexOf(':');
    String prefix = colon < 0 ? "" : written.substring(0, colon);
    String local = colon < 0 ? written : written.substring(colon + 1);
    String known = scopes.element().getOrDefault(prefix, prefix);
    if (atomRoot && known.equals("atom")) {
      known = "";
    }
    return known.isEmpty() ? local : known + ':' + local;
  }

  private static String known(String uri, String prefix) {
    String prefixed = KNOWN.get(uri.strip().toLowerCase(Locale.ROOT));
    return prefixed != null ? prefixed : prefix;
  }
}
