package org.tagwire.feed;

import static org.tagwire.feed.ItemDraft.first;

import java.util.List;
import java.util.Optional;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Origin;
import org.tagwire.model.Person;

/** Atom 1.0 (RFC 4287) and 0.3, with Media RSS, Dublin Core and threading extensions. */
final class AtomMapping {
  private final Drafts drafts = new Drafts();
  private final HeadDraft head = new HeadDraft();

  private AtomMapping() {}

  static ParsedFeed map(XmlElement root, int beyond, Repairs repairs) {
    AtomMapping mapping = new AtomMapping();
    mapping.drafts.passedOver(beyond);
    root.attribute("xml:lang").ifPresent(l -> mapping.head.language = l);
    if (root.name().equals("entry")) {
      mapping.entry(root);
    } else {
      root.children().forEach(mapping::feed);
    }
    List<FeedItem> items = mapping.drafts.finish(mapping.head, repairs);
    return new ParsedFeed(
        ParsedFeed.Format.ATOM, mapping.head.finish(), ParsedFeed.Pace.ANY, items, repairs.list());
  }

  private void feed(XmlElement e) {
    switch (e.name()) {
      case "entry", "item" -> entry(e);
      case "title" -> head.title = Markup.html(e);
      case "dc:title" -> head.title = first(head.title, Markup.html(e));
      case "subtitle", "tagline", "info", "dc:description", "description", "itunes:summary" ->
          head.description = first(head.description, Markup.html(e));
      case "link" -> head.atomLink(e);
      case "id", "guid" -> head.id = id(e);
      case "rights", "copyright", "dc:rights" ->
          head.copyright = first(head.copyright, Markup.html(e));
      case "itunes:owner" -> author(e).ifPresent(p -> head.publisher = p);
      case "logo", "itunes:image" -> {
        head.image = null;
        head.imageFrom(e);
      }
      case "icon" -> head.imageFrom(e);
      case "author", "dc:creator" -> author(e).ifPresent(head.authors::add);
      case "category", "dc:subject" -> category(e).ifPresent(head.categories::add);
      case "language", "dc:language" -> head.language = first(head.language, e.text());
      case "updated", "modified", "dcterms:modified", "dc:date" ->
          RssMapping.date(e).ifPresent(d -> head.updated = d);
      case "published", "issued", "created" ->
          RssMapping.date(e).ifPresent(d -> head.published = d);
      default -> {}
    }
  }

  private void entry(XmlElement element) {
    ItemDraft draft = new ItemDraft();
    element.attribute("xml:lang").ifPresent(l -> draft.language = l);
    for (XmlElement e : element.children()) {
      if (!text(draft, e) && !credit(draft, e) && !timing(draft, e)) {
        RssMedia.take(draft, e);
      }
    }
    if (draft.link == null && draft.guid != null && Addresses.isWeb(draft.guid)) {
      draft.link = draft.guid;
    }
    drafts.add(draft);
  }

  private static boolean text(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "title" -> draft.title = Markup.html(e);
      case "dc:title", "media:title" -> draft.title = first(draft.title, Markup.html(e));
      case "link" -> AtomLinks.take(draft, e);
      case "id", "guid" -> draft.guid = id(e);
      case "summary" -> draft.summary = Markup.body(e);
      case "description", "dc:description", "itunes:summary" ->
          draft.summary = first(draft.summary, Markup.body(e));
      case "content" -> content(draft, e);
      case "content:encoded" -> draft.content = first(draft.content, Markup.body(e));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** An id is an IRI (RFC 4287 §4.2.6); one written as a path is meant relative to its base. */
  private static String id(XmlElement e) {
    String text = e.text();
    return text.contains("/") ? Addresses.resolve(text, e.base()).orElse(text) : text;
  }

  private static void content(ItemDraft draft, XmlElement e) {
    String text = Markup.body(e);
    Optional<String> elsewhere = e.attribute("src").flatMap(s -> Addresses.resolve(s, e.base()));
    if (text.isEmpty() && elsewhere.isPresent()) {
      RssMedia.enclosure(draft, e, "src", "length");
      draft.link = first(draft.link, elsewhere.get());
    } else {
      draft.content = first(draft.content, text);
    }
  }

  private static boolean credit(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "author", "dc:creator", "itunes:author" -> author(e).ifPresent(draft.authors::add);
      case "contributor", "dc:contributor" -> author(e).ifPresent(draft.contributors::add);
      case "category", "dc:subject", "media:category" -> category(e).ifPresent(draft::category);
      case "media:keywords", "itunes:keywords" -> {
        for (String keyword : RssMapping.keywords(e.text())) {
          draft.category(keyword);
        }
      }
      case "source" -> source(draft, e);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean timing(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "published", "issued", "created", "dcterms:issued", "dcterms:created", "pubdate" ->
          draft.date(e.text()).ifPresent(d -> draft.published = d);
      case "updated", "modified", "dcterms:modified", "dc:date" ->
          draft.date(e.text()).ifPresent(d -> draft.updated = d);
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Where the entry was copied from; who wrote that feed wrote the entry, if nobody else is named
   * (RFC 4287 §4.2.1).
   */
  private static void source(ItemDraft draft, XmlElement e) {
    for (XmlElement part : e.children()) {
      if (part.name().equals("author")) {
        author(part).ifPresent(draft.contributors::addFirst);
      }
    }
    String name = e.child("title").map(XmlElement::text).orElse("");
    if (!name.isBlank()) {
      String url =
          e.child("link")
              .flatMap(l -> l.attribute("href"))
              .flatMap(h -> draft.address(h, e.base()))
              .orElse(null);
      draft.origin = new Origin(name, null, url);
    }
  }

  private static Optional<Person> author(XmlElement e) {
    Optional<String> name = e.child("name").map(XmlElement::text).filter(n -> !n.isEmpty());
    Optional<String> email = e.child("email").map(XmlElement::text).filter(n -> !n.isEmpty());
    if (name.isPresent() || email.isPresent()) {
      return Optional.of(
          new Person(name.or(() -> email).orElse(""), name.orElse(null), email.orElse(null)));
    }
    return People.parse(e.text());
  }

  private static Optional<String> category(XmlElement e) {
    return e.attribute("label")
        .filter(l -> !l.isBlank())
        .or(() -> e.attribute("term"))
        .or(() -> Optional.of(e.text()))
        .filter(t -> !t.isBlank());
  }
}
