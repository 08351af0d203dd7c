package org.tagwire.discovery;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.tagwire.discovery.TagScanner.Tag;
import org.tagwire.url.WebAddress;

/**
 * Subscription lists in OPML 1.0, 1.1 and 2.0. Pure.
 *
 * <p>Reading keeps every outline with an address of a feed, its folder as the outlines around it
 * are named, joined with {@code /}. What programs get wrong is mended ({@link TagScanner}).
 * Bounded: 20,000 subscriptions, 2,000 of one publisher, folders 16 deep, 16 MiB; {@link
 * Listing#problem} says what was left out.
 */
public final class Opml {
  /** The greatest number of subscriptions of one list. */
  public static final int MAX_SUBSCRIPTIONS = 20_000;

  /** The greatest number of subscriptions that lead to one publisher: nobody reads more. */
  public static final int MAX_OF_ONE_PUBLISHER = 2_000;

  private static final int MAX_FOLDERS = 16;
  private static final int MAX_BYTES = 16 << 20;
  private static final int MAX_NAME = 200;
  private static final Pattern NO_SCHEME =
      Pattern.compile("(?:[\\p{L}\\p{N}_-]+\\.)+\\p{L}[\\p{L}\\p{N}-]+(?::\\d{1,5})?(?:[/?].*)?");

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
    Reader reader = new Reader(new TagScanner(document));
    reader.read();
    return new Listing(List.copyOf(reader.found.values()), reader.problem());
  }

  /** One list while it is read. */
  private static final class Reader {
    private final TagScanner tags;
    private final Map<String, Subscription> found = new LinkedHashMap<>();
    private final Map<String, Integer> ofPublisher = new HashMap<>();
    private final Deque<String> folders = new ArrayDeque<>();
    private final Deque<Boolean> opened = new ArrayDeque<>();
    private int unreadable;
    private int tooMany;

    Reader(TagScanner tags) {
      this.tags = tags;
    }

    void read() {
      for (Optional<Tag> tag = tags.next();
          tag.isPresent() && found.size() < MAX_SUBSCRIPTIONS;
          tag = tags.next()) {
        if (tag.get().name().equals("outline")) {
          take(tag.get());
        }
      }
    }

    private void take(Tag outline) {
      boolean folder = false;
      if (outline.opens()) {
        String address = address(outline.attributes());
        folder = address.isEmpty() && !outline.closes() && folders.size() < MAX_FOLDERS;
        if (folder) {
          folders.addLast(name(outline.attributes()).replace('/', '-'));
        } else if (!address.isEmpty()) {
          subscribe(address, outline.attributes());
        }
      }
      if (outline.opens() && !outline.closes()) {
        opened.push(folder);
      } else if (!outline.opens() && !opened.isEmpty() && opened.pop()) {
        folders.removeLast();
      }
    }

    private void subscribe(String address, Map<String, String> attributes) {
      Optional<WebAddress> feed = web(address);
      if (feed.isEmpty()) {
        unreadable++;
        return;
      }
      String key = feed.get().key();
      if (found.containsKey(key)) {
        return;
      }
      if (ofPublisher.merge(feed.get().domain().name(), 1, Integer::sum) > MAX_OF_ONE_PUBLISHER) {
        tooMany++;
        return;
      }
      String name = name(attributes);
      String path =
          folders.stream().filter(folder -> !folder.isEmpty()).collect(Collectors.joining("/"));
      WebAddress site = WebAddress.parse(attributes.getOrDefault("htmlurl", "")).orElse(null);
      found.put(
          key,
          new Subscription(
              feed.get(),
              name.isEmpty() ? clipped(feed.get().toString()) : name,
              path.isEmpty() ? category(attributes) : path,
              site));
    }

    String problem() {
      List<String> problems = new ArrayList<>();
      if (found.size() >= MAX_SUBSCRIPTIONS) {
        problems.add(
            "the list holds more than " + MAX_SUBSCRIPTIONS + " feeds; the rest was not read");
      } else if (tags.isBrokenOff()) {
        problems.add(
            "the list breaks off at line " + tags.line() + "; what stands before was read");
      }
      if (unreadable > 0) {
        problems.add(unreadable + " addresses are not http or https and were left out");
      }
      if (tooMany > 0) {
        problems.add(
            tooMany
                + " feeds were left out, because no more than "
                + MAX_OF_ONE_PUBLISHER
                + " of one publisher are taken from a list");
      }
      if (found.isEmpty() && problems.isEmpty()) {
        problems.add("the list holds no address of a feed");
      }
      return String.join("; ", problems);
    }
  }

  /**
   * Reads an address as lists have them: with schemes of their own, with none, or escaped twice.
   */
  private static Optional<WebAddress> web(String written) {
    String address =
        written
            .strip()
            .replace("&amp;", "&")
            .replaceFirst("(?i)^(?:feed|pcast|itpc|rss):(?://)?(?=https?:)", "")
            .replaceFirst("(?i)^(?:feed|pcast|itpc|rss)://", "http://");
    return WebAddress.parse(NO_SCHEME.matcher(address).matches() ? "http://" + address : address);
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
    return name.length() <= MAX_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_NAME / 2)).strip();
  }

  /**
   * OPML 2.0: categories are slash-delimited paths separated by commas; the first is the folder.
   */
  private static String category(Map<String, String> attributes) {
    String first = attributes.getOrDefault("category", "").split(",", 2)[0].strip();
    return Stream.of(first.split("/"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .limit(MAX_FOLDERS)
        .collect(Collectors.joining("/"));
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
