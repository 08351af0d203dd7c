package org.tagwire.discovery;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.WebAddress;

/**
 * Subscription lists in OPML 1.0, 1.1 and 2.0. Pure.
 *
 * <p>Reading keeps every outline with an address of a feed, its folder as the outlines around it
 * are named, joined with {@code /}. Bounded: 20,000 subscriptions, folders 16 deep, elements 256
 * deep, 16 MiB; what was read before a bound or a break in the XML is kept, and {@link
 * Listing#problem} says what was not.
 */
public final class Opml {
  /** The greatest number of subscriptions of one list. */
  public static final int MAX_SUBSCRIPTIONS = 20_000;

  private static final int MAX_FOLDERS = 16;
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_NAME = 200;

  private Opml() {}

  /**
   * One subscription.
   *
   * @param feed the address of the feed
   * @param title its name, or its address
   * @param folder folders joined with {@code /}; empty for none
   * @param site the address of the site, if given
   */
  public record Subscription(
      WebAddress feed, String title, String folder, @Nullable WebAddress site) {
    public Optional<WebAddress> findSite() {
      return Optional.ofNullable(site);
    }
  }

  /**
   * What a list holds.
   *
   * @param subscriptions each feed once, in order
   * @param problem for people: what could not be read; empty when all was
   */
  public record Listing(List<Subscription> subscriptions, String problem) {
    public Listing {
      subscriptions = List.copyOf(subscriptions);
    }
  }

  public static Listing read(byte[] document) {
    if (document.length > MAX_BYTES) {
      return new Listing(List.of(), "the list has more than 16 MiB; split it");
    }
    Map<String, Subscription> found = new LinkedHashMap<>();
    String problem = "";
    try {
      XMLStreamReader xml = SafeXml.reader(document);
      problem = readOutlines(xml, found);
      xml.close();
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
      problem = "the list breaks off at line " + line + "; what stands before was read";
    }
    if (found.isEmpty() && problem.isEmpty()) {
      problem = "the list holds no address of a feed";
    }
    return new Listing(List.copyOf(found.values()), problem);
  }

  private static String readOutlines(XMLStreamReader xml, Map<String, Subscription> found)
      throws XMLStreamException {
    Deque<String> folders = new ArrayDeque<>();
    Deque<Boolean> opened = new ArrayDeque<>();
    int unreadable = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      boolean outline =
          (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT)
              && xml.getLocalName().equalsIgnoreCase("outline");
      if (!outline) {
        continue;
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        if (!opened.isEmpty() && opened.pop()) {
          folders.removeLast();
        }
        continue;
      }
      Map<String, String> attributes = attributes(xml);
      String address = address(attributes);
      boolean folder = address.isEmpty() && folders.size() < MAX_FOLDERS;
      if (folder) {
        folders.addLast(name(attributes).replace('/', '-'));
      } else if (!address.isEmpty()) {
        unreadable += subscribe(address, attributes, path(folders.stream()), found) ? 0 : 1;
      }
      opened.push(folder);
      if (found.size() >= MAX_SUBSCRIPTIONS) {
        return "the list holds more than " + MAX_SUBSCRIPTIONS + " feeds; the rest was not read";
      }
    }
    return unreadable == 0 ? "" : unreadable + " addresses are not http or https and were left out";
  }

  private static boolean subscribe(
      String address,
      Map<String, String> attributes,
      String folders,
      Map<String, Subscription> found) {
    String web =
        address
            .strip()
            .replaceFirst("(?i)^feed:(?://)?(?=https?:)", "")
            .replaceFirst("(?i)^feed://", "http://");
    Optional<WebAddress> feed = WebAddress.parse(web);
    if (feed.isEmpty()) {
      return false;
    }
    String name = name(attributes);
    String folder = folders.isEmpty() ? category(attributes) : folders;
    WebAddress site = WebAddress.parse(attributes.getOrDefault("htmlurl", "")).orElse(null);
    found.putIfAbsent(
        feed.get().key(),
        new Subscription(feed.get(), name.isEmpty() ? clipped(feed.get().toString()) : name, folder, site));
    return true;
  }

  /** Attribute names are read in any case, because they are written in any. */
  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.putIfAbsent(
          xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT), xml.getAttributeValue(i));
    }
    return attributes;
  }

  private static String address(Map<String, String> attributes) {
    String feed = attributes.getOrDefault("xmlurl", "").strip();
    boolean linked =
        attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT).matches("rss|atom|feed|rdf");
    return feed.isEmpty() && linked ? attributes.getOrDefault("url", "").strip() : feed;
  }

  private static String name(Map<String, String> attributes) {
    String title = attributes.getOrDefault("title", "").strip();
    String name = title.isEmpty() ? attributes.getOrDefault("text", "").strip() : title;
    String clean = name.replaceAll("[\\p{Cntrl}]+", " ").strip();
    return clipped(clean);
  }

  private static String clipped(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  /**
   * OPML 2.0: categories are slash-delimited paths separated by commas; the first is the folder.
   */
  private static String category(Map<String, String> attributes) {
    String first = attributes.getOrDefault("category", "").split(",", 2)[0].strip();
    return path(Stream.of(first.split("/")).map(String::strip).limit(MAX_FOLDERS));
  }

  /** A folder without a name is none. */
  private static String path(Stream<String> folders) {
    return folders.filter(folder -> !folder.isEmpty()).collect(Collectors.joining("/"));
  }

  /** Writes a list as OPML 2.0, folders as nested outlines in alphabetical order. */
  public static String write(String title, Collection<Subscription> subscriptions) {
    Folder root = new Folder();
    for (Subscription subscription : subscriptions) {
      root.at(subscription.folder()).feeds.add(subscription);
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = new WstxOutputFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters(legal(title));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("body");
      root.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("text in memory cannot fail to be written", impossible);
    }
    return text.toString();
  }

  /** Leaves out what XML 1.0 cannot hold. */
  private static String legal(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= 0x20 && c < 0xD800)
                    || (c >= 0xE000 && c < 0xFFFE)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A folder while a list is written. */
  private static final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>();
    private final List<Subscription> feeds = new ArrayList<>();

    Folder at(String path) {
      Folder folder = this;
      for (String name : path.split("/")) {
        if (!name.isEmpty()) {
          folder = folder.folders.computeIfAbsent(name, n -> new Folder());
        }
      }
      return folder;
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
      for (Map.Entry<String, Folder> folder : folders.entrySet()) {
        xml.writeStartElement("outline");
        xml.writeAttribute("text", legal(folder.getKey()));
        folder.getValue().write(xml);
        xml.writeEndElement();
      }
      for (Subscription feed : feeds) {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", legal(feed.title()));
        xml.writeAttribute("title", legal(feed.title()));
        xml.writeAttribute("xmlUrl", feed.feed().href());
        if (feed.site() instanceof WebAddress site) {
          xml.writeAttribute("htmlUrl", site.href());
        }
      }
    }
  }
}
