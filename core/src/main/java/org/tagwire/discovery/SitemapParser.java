package org.tagwire.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.url.WebAddress;

/**
 * Reads sitemaps (sitemaps.org 0.9) with the news and image extensions, and sitemap indexes. Pure.
 *
 * <p>At most 2,000 items or 500 sitemaps, 16 MiB also where the file itself is zipped; what was
 * read before a break in the XML is kept. Prefixes are taken by custom, not by declaration, because
 * many sitemaps forget to declare them.
 */
public final class SitemapParser {
  private static final int MAX_ITEMS = 2_000;
  private static final int MAX_SITEMAPS = 500;
  private static final int MAX_BYTES = 16 << 20;

  private static final Set<String> FOREIGN = Set.of("image", "video", "xhtml", "mobile", "pagemap");
  private static final Set<String> OWN = Set.of("url", "sitemap", "loc", "lastmod");

  private SitemapParser() {}

  /**
   * What a sitemap says.
   *
   * @param items the pages it lists, in order; with titles where it is a news sitemap
   * @param sitemaps for an index, the sitemaps it lists, those that may hold news first, then the
   *     latest
   * @param news whether it carries news
   * @param problem for people: what could not be read; empty when all was
   */
  public record Sitemap(
      List<FeedItem> items, List<WebAddress> sitemaps, boolean news, String problem) {
    public Sitemap {
      items = List.copyOf(items);
      sitemaps = List.copyOf(sitemaps);
    }
  }

  private record Entry(WebAddress url, @Nullable Instant changed) {
    boolean maybeNews() {
      return url.path().toLowerCase(Locale.ROOT).contains("news");
    }
  }

  public static Sitemap parse(byte[] document, WebAddress url) {
    List<FeedItem> items = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    String problem = "";
    try {
      XMLStreamReader xml = SafeXml.reader(unzipped(document));
      read(xml, url, items, entries);
      xml.close();
    } catch (XMLStreamException | IOException broken) {
      problem = "the sitemap breaks off after " + (items.size() + entries.size()) + " entries";
    }
    entries.sort(SitemapParser::byPromise);
    boolean news = items.stream().anyMatch(item -> item.title() != null);
    return new Sitemap(items, entries.stream().map(Entry::url).toList(), news, problem);
  }

  private static int byPromise(Entry one, Entry other) {
    int news = Boolean.compare(other.maybeNews(), one.maybeNews());
    Instant first = one.changed() == null ? Instant.MIN : one.changed();
    Instant second = other.changed() == null ? Instant.MIN : other.changed();
    return news != 0 ? news : second.compareTo(first);
  }

  private static void read(
      XMLStreamReader xml, WebAddress base, List<FeedItem> items, List<Entry> entries)
      throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    StringBuilder text = new StringBuilder();
    while (xml.hasNext() && items.size() < MAX_ITEMS && entries.size() < MAX_SITEMAPS) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          String name = fieldName(xml.getLocalName());
          if (name.equals("url")) {
            item(fields, base).ifPresent(items::add);
            fields.clear();
          } else if (name.equals("sitemap")) {
            entry(fields, base).ifPresent(entries::add);
            fields.clear();
          } else {
            fields.putIfAbsent(name, text.toString().strip());
          }
          text.setLength(0);
        }
        default -> {}
      }
    }
  }

  /**
   * Own elements lose their prefix, those of news get the usual one, those of other extensions keep
   * theirs.
   */
  private static String fieldName(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = name.substring(colon + 1);
    if (prefix.isEmpty() || FOREIGN.contains(prefix)) {
      return name;
    }
    return OWN.contains(local) ? local : "news:" + local;
  }

  private static Optional<WebAddress> location(Map<String, String> fields, WebAddress base) {
    return fields.containsKey("loc") ? base.resolve(fields.get("loc")) : Optional.empty();
  }

  private static Optional<Entry> entry(Map<String, String> fields, WebAddress base) {
    return location(fields, base)
        .map(at -> new Entry(at, moment(fields.get("lastmod")).map(Moment::instant).orElse(null)));
  }

  private static Optional<FeedItem> item(Map<String, String> fields, WebAddress base) {
    return location(fields, base).map(at -> item(fields, at, base));
  }

  private static FeedItem item(Map<String, String> fields, WebAddress at, WebAddress base) {
    String image =
        Optional.ofNullable(fields.get("image:loc"))
            .flatMap(base::resolve)
            .map(WebAddress::href)
            .orElse(null);
    return new FeedItem(
        null,
        at.href(),
        blankToNull(fields.get("news:title")),
        null,
        null,
        moment(fields.get("news:publication_date")).orElse(null),
        moment(fields.get("lastmod")).orElse(null),
        List.of(),
        keywords(fields.getOrDefault("news:keywords", "")),
        new FeedItem.Media(image, null, List.of()),
        null,
        blankToNull(fields.get("news:language")));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static List<String> keywords(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .limit(50)
        .toList();
  }

  /** Reads a W3C date and time, the one form sitemaps have; nonsense is no date. */
  private static Optional<Moment> moment(@Nullable String text) {
    if (text == null || text.length() < 10 || text.length() > 40) {
      return Optional.empty();
    }
    try {
      if (text.length() == 10) {
        return Optional.of(Moment.ofDay(LocalDate.parse(text), ZoneOffset.UTC));
      }
      String iso = text.replace(' ', 'T').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
      boolean zoned = iso.matches(".*(?:[Zz]|[+-]\\d{2}:\\d{2})$");
      OffsetDateTime time =
          zoned ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC);
      return Optional.of(new Moment(time.toInstant(), time.getOffset(), Moment.Precision.MINUTE));
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  static boolean isZipped(byte[] document) {
    return document.length > 2 && (document[0] & 0xff) == 0x1f && (document[1] & 0xff) == 0x8b;
  }

  private static byte[] unzipped(byte[] document) throws IOException {
    if (!isZipped(document)) {
      return document;
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(document))) {
      return plain.readNBytes(MAX_BYTES);
    }
  }
}
