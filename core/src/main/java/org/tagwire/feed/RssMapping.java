package org.tagwire.feed;

import static org.tagwire.feed.ItemDraft.first;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.dates.FeedDates;
import org.tagwire.feed.ParsedFeed.Pace;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Person;

/**
 * RSS 0.90 to 2.0 and RDF, with the modules in use (RSS Advisory Board specification 2.0.11; RSS
 * 1.0; Dublin Core; Media RSS; iTunes; Atom elements within RSS).
 */
final class RssMapping {
  private final Drafts drafts = new Drafts();
  private final HeadDraft head = new HeadDraft();
  private final Set<Integer> skipHours = new HashSet<>();
  private final Set<DayOfWeek> skipDays = new HashSet<>();
  private Duration ttl = Duration.ZERO;
  private Duration period = Duration.ZERO;
  private int frequency = 1;

  private RssMapping() {}

  static ParsedFeed map(XmlElement root, int beyond, Repairs repairs) {
    RssMapping mapping = new RssMapping();
    boolean rdf = root.name().endsWith("rdf");
    mapping.drafts.passedOver(beyond);
    XmlElement channel = root.child("channel").orElse(root);
    root.attribute("xml:lang").ifPresent(l -> mapping.head.language = l);
    channel
        .attribute("href")
        .flatMap(h -> Addresses.resolve(h, channel.base()))
        .ifPresent(h -> mapping.head.link = h);
    channel.children().forEach(mapping::channel);
    if (channel != root) {
      root.children().stream().filter(c -> !c.name().equals("channel")).forEach(mapping::beside);
    }
    List<FeedItem> items = mapping.drafts.finish(mapping.head, repairs);
    return new ParsedFeed(
        rdf ? ParsedFeed.Format.RDF : ParsedFeed.Format.RSS,
        mapping.head.finish(),
        mapping.pace(),
        items,
        repairs.list());
  }

  /**
   * In RSS 0.90 and 1.0 items and image stand beside the channel; careless 2.0 feeds do the same.
   */
  private void beside(XmlElement element) {
    switch (element.name()) {
      case "item", "items", "image" -> channel(element);
      default -> {}
    }
  }

  private void channel(XmlElement e) {
    switch (e.name()) {
      case "item", "entry", "atom:entry" -> item(e);
      case "items" ->
          e.children().stream().filter(c -> c.name().equals("item")).forEach(this::item);
      case "title" -> head.title = Markup.html(e);
      case "dc:title", "atom:title", "media:title" ->
          head.title = first(head.title, Markup.html(e));
      case "link" -> head.link(e);
      case "atom:link", "itunes:link" -> head.atomLink(e);
      case "description" -> head.description = Markup.html(e);
      case "dc:description",
          "atom:subtitle",
          "itunes:subtitle",
          "itunes:summary",
          "atom:tagline",
          "abstract" ->
          head.description = first(head.description, Markup.html(e));
      case "language", "dc:language" -> head.language = first(head.language, e.text());
      case "copyright", "dc:rights", "atom:rights", "media:copyright" ->
          head.copyright = first(head.copyright, Markup.html(e));
      case "image" -> head.image(e);
      case "itunes:image", "atom:logo", "atom:icon", "googleplay:image", "media:thumbnail" ->
          head.imageFrom(e);
      case "managingeditor",
          "author",
          "dc:creator",
          "itunes:author",
          "dc:author",
          "atom:author",
          "googleplay:author" ->
          author(e).ifPresent(head.authors::add);
      case "itunes:owner" -> owner(e);
      case "webmaster", "dc:publisher" -> People.parse(e.text()).ifPresent(p -> head.publisher = p);
      case "category", "dc:subject", "media:category", "tag" ->
          category(e).ifPresent(head.categories::add);
      case "tags" -> head.categories.addAll(keywords(e.text()));
      case "itunes:category" -> nestedCategory(e);
      case "itunes:keywords" -> head.categories.addAll(keywords(e.text()));
      case "atom:id", "guid", "id" -> head.id = first(head.id, e.text());
      default -> timing(e);
    }
  }

  private void nestedCategory(XmlElement e) {
    category(e).ifPresent(head.categories::add);
    e.children().forEach(this::nestedCategory);
  }

  private void timing(XmlElement e) {
    switch (e.name()) {
      case "pubdate", "dcterms:issued", "dcterms:created", "atom:published" ->
          date(e).ifPresent(d -> head.published = d);
      case "lastbuilddate", "atom:updated", "dcterms:modified", "atom:modified" ->
          date(e).ifPresent(d -> head.updated = d);
      case "dc:date" -> date(e).filter(d -> head.updated == null).ifPresent(d -> head.updated = d);
      case "ttl" ->
          number(e.text())
              .filter(n -> n > 0)
              .ifPresent(n -> ttl = Duration.ofMinutes(Math.min(n, 100_000)));
      case "sy:updateperiod" -> period = period(e.text());
      case "sy:updatefrequency" ->
          number(e.text()).filter(n -> n > 0).ifPresent(n -> frequency = n);
      case "skiphours" ->
          e.children()
              .forEach(
                  h ->
                      number(h.text())
                          .filter(n -> n >= 0 && n <= 24)
                          .ifPresent(n -> skipHours.add(n % 24)));
      case "skipdays" -> e.children().forEach(d -> day(d.text()).ifPresent(skipDays::add));
      default -> {}
    }
  }

  private Pace pace() {
    Duration declared = period.dividedBy(frequency);
    Duration interval = ttl.compareTo(declared) > 0 ? ttl : declared;
    return new Pace(interval.isZero() ? null : interval, skipHours, skipDays);
  }

  private void item(XmlElement element) {
    ItemDraft draft = new ItemDraft();
    element.attribute("rdf:about").ifPresent(about -> draft.guid = about);
    element.attribute("xml:lang").ifPresent(l -> draft.language = l);
    channelDefinition(draft, element);
    List<XmlElement> unclosed = new ArrayList<>();
    for (XmlElement e : element.children()) {
      if (e.name().equals("item")) {
        unclosed.add(e);
      } else if (!text(draft, e) && !credit(draft, e) && !timing(draft, e)) {
        RssMedia.take(draft, e);
      }
    }
    if (draft.link == null) {
      draft.link = linkInstead(element, draft);
    }
    drafts.add(draft);
    unclosed.forEach(this::item);
  }

  /** CDF, the first of the formats, writes addresses and dates as attributes. */
  private static void channelDefinition(ItemDraft draft, XmlElement element) {
    element
        .attribute("href")
        .flatMap(h -> draft.destination(h, element.base()))
        .ifPresent(address -> draft.link = address);
    element.attribute("lastmod").flatMap(draft::date).ifPresent(d -> draft.updated = d);
  }

  /** A guid that is an address, what RDF says the item is, or else its file. */
  private static @Nullable String linkInstead(XmlElement element, ItemDraft draft) {
    Optional<XmlElement> guid = element.child("guid");
    boolean permanent =
        guid.flatMap(g -> g.attribute("isPermaLink"))
            .map(v -> !v.strip().equalsIgnoreCase("false"))
            .orElse(true);
    return guid.filter(g -> permanent)
        .map(XmlElement::text)
        .or(() -> element.attribute("rdf:about"))
        .filter(Addresses::isWeb)
        .or(() -> draft.enclosures.stream().findFirst().map(Enclosure::url))
        .orElse(null);
  }

  private static boolean text(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "title" -> draft.title = Markup.html(e);
      case "dc:title", "atom:title", "itunes:title" ->
          draft.title = first(draft.title, Markup.html(e));
      case "media:title" -> draft.title = first(draft.title, Markup.html(e));
      case "link" -> link(draft, e);
      case "atom:link", "itunes:link" -> AtomLinks.take(draft, e);
      case "feedburner:origlink" ->
          draft.address(e.text(), e.base()).ifPresent(own -> draft.ownLink = own);
      case "guid", "atom:id", "id", "dc:identifier" ->
          draft.guid = e.name().equals("guid") ? guid(e) : first(draft.guid, guid(e));
      case "description", "atom:summary" -> draft.summary = Markup.body(e);
      case "dc:description", "itunes:summary", "excerpt", "googleplay:description", "abstract" ->
          draft.summary = first(draft.summary, Markup.body(e));
      case "summary" -> draft.shortText(Markup.body(e));
      case "itunes:subtitle" -> draft.subtitle = first(draft.subtitle, Markup.html(e));
      case "content:encoded", "fullitem", "content:items" -> draft.content = Markup.body(e);
      case "atom:content", "content", "xhtml:body", "body", "xhtml:div", "div" ->
          draft.content = first(draft.content, Markup.body(e));
      case "svg:svg", "svg" -> draft.content = first(draft.content, Markup.whole(e));
      case "comments" -> draft.address(e.text(), e.base()).ifPresent(page -> draft.comments = page);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean credit(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "author",
          "dc:creator",
          "itunes:author",
          "dc:author",
          "atom:author",
          "managingeditor",
          "googleplay:author" ->
          author(e).ifPresent(draft.authors::add);
      case "dc:contributor", "atom:contributor" -> author(e).ifPresent(draft.contributors::add);
      case "category", "dc:subject", "media:category", "tag", "atom:category", "itunes:category" ->
          category(e).ifPresent(draft::category);
      case "itunes:keywords", "media:keywords", "tags" ->
          keywords(e.text()).forEach(draft::category);
      case "source" -> source(draft, e);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean timing(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "pubdate",
          "dcterms:issued",
          "dcterms:created",
          "atom:published",
          "published",
          "dcterms:dateaccepted" ->
          draft.date(e.text()).ifPresent(d -> draft.published = d);
      case "dcterms:modified", "atom:updated", "updated", "atom:modified", "lastbuilddate" ->
          draft.date(e.text()).ifPresent(d -> draft.updated = d);
      case "dc:date", "date" -> draft.date(e.text()).ifPresent(d -> draft.date = d);
      case "prism:publicationdate", "prism:coverdate", "dcterms:available", "pubtime" ->
          draft.date(e.text()).filter(d -> draft.date == null).ifPresent(d -> draft.date = d);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String guid(XmlElement e) {
    return e.hasElements() ? e.inner() : e.text();
  }

  private static void link(ItemDraft draft, XmlElement e) {
    String text = e.text();
    if (text.isEmpty() && e.attribute("href").isPresent()) {
      AtomLinks.take(draft, e);
    } else if (!text.isEmpty() && draft.link == null) {
      draft.link = draft.destination(text, e.base()).orElse(null);
    }
  }

  private static void source(ItemDraft draft, XmlElement e) {
    String name = e.text();
    if (!name.isBlank()) {
      String url = e.attribute("url").flatMap(u -> draft.address(u, e.base())).orElse(null);
      draft.origin = new Origin(name, null, url);
    }
  }

  static String resolved(XmlElement e) {
    return Addresses.resolve(e.text(), e.base()).orElse("");
  }

  static Optional<Person> author(XmlElement e) {
    Optional<String> name = e.child("atom:name").or(() -> e.child("name")).map(XmlElement::text);
    Optional<String> email = e.child("atom:email").or(() -> e.child("email")).map(XmlElement::text);
    if (name.isPresent() || email.isPresent()) {
      return Optional.of(
          new Person(name.or(() -> email).orElse(""), name.orElse(null), email.orElse(null)));
    }
    return People.parse(e.text());
  }

  private void owner(XmlElement e) {
    Optional<String> name = e.child("itunes:name").map(XmlElement::text);
    Optional<String> email = e.child("itunes:email").map(XmlElement::text);
    if (name.isPresent() || email.isPresent()) {
      head.publisher =
          new Person(name.or(() -> email).orElse(""), name.orElse(null), email.orElse(null));
    }
  }

  static Optional<String> category(XmlElement e) {
    String text = e.text();
    // Categories nested in each other would each have the text of all within.
    return Optional.of(text.substring(0, Math.min(text.length(), Limits.LINE)))
        .filter(t -> !t.isEmpty())
        .or(() -> e.attribute("text"))
        .or(() -> e.attribute("label"))
        .or(() -> e.attribute("term"))
        .filter(t -> !t.isBlank());
  }

  static List<String> keywords(String text) {
    String line = text.substring(0, Math.min(text.length(), Limits.LINE));
    return Arrays.stream(line.split(line.contains(",") ? "," : "\\s+"))
        .map(String::strip)
        .filter(k -> !k.isEmpty())
        .toList();
  }

  static Optional<Moment> date(XmlElement e) {
    return FeedDates.parse(e.text());
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static Duration period(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "hourly" -> Duration.ofHours(1);
      case "daily" -> Duration.ofDays(1);
      case "weekly" -> Duration.ofDays(7);
      case "monthly" -> Duration.ofDays(30);
      case "yearly" -> Duration.ofDays(365);
      default -> Duration.ZERO;
    };
  }

  private static Optional<DayOfWeek> day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(d -> d.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
