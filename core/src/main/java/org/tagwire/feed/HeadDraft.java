package org.tagwire.feed;

import static org.tagwire.feed.ItemDraft.first;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Moment;
import org.tagwire.model.Person;

/** What a feed says of itself, while it is being read. */
final class HeadDraft {
  final List<Person> authors = new ArrayList<>();
  final List<String> categories = new ArrayList<>();
  final List<String> hubs = new ArrayList<>();
  @Nullable String title;
  @Nullable String link;
  @Nullable String id;
  @Nullable String description;
  @Nullable String language;
  @Nullable String copyright;
  @Nullable String image;
  @Nullable String self;
  @Nullable Moment published;
  @Nullable Moment updated;
  @Nullable Person publisher;

  ParsedFeed.Head finish() {
    if (authors.isEmpty() && publisher != null) {
      authors.add(publisher);
    }
    title = title == null || title.isEmpty() ? link : title;
    return new ParsedFeed.Head(
        title,
        link,
        id,
        description,
        language,
        copyright,
        image,
        published,
        updated,
        authors.stream().limit(Limits.NAMES_LISTED).toList(),
        categories.stream().distinct().limit(Limits.NAMES_LISTED).toList(),
        hubs.stream().limit(Limits.NAMES_LISTED).toList(),
        self);
  }

  void link(XmlElement e) {
    if (e.text().isEmpty() && e.attribute("href").isPresent()) {
      if (AtomLinks.relation(e).equals("alternate")) {
        link = null;
      }
      atomLink(e);
    } else if (!e.text().isEmpty()) {
      link = first(null, RssMapping.resolved(e));
    }
  }

  void atomLink(XmlElement e) {
    Optional<String> href =
        e.attribute("href")
            .or(() -> Optional.of(e.text()).filter(t -> !t.isEmpty()))
            .flatMap(h -> Addresses.resolve(h, e.base()));
    href.ifPresent(
        address -> {
          switch (AtomLinks.relation(e)) {
            case "alternate" -> link = first(link, address);
            case "image" -> image = first(image, address);
            case "self" -> self = first(self, address);
            case "hub" -> hubs.add(address);
            default -> {}
          }
        });
  }

  void image(XmlElement e) {
    Optional<String> url =
        e.child("url")
            .or(() -> e.child("image:url"))
            .map(RssMapping::resolved)
            .filter(address -> !address.isEmpty());
    if (url.isPresent()) {
      image = url.get();
    } else {
      imageFrom(e);
    }
  }

  void imageFrom(XmlElement e) {
    String offered =
        e.attribute("href")
            .or(() -> e.attribute("url"))
            .or(() -> e.attribute("rdf:resource"))
            .or(() -> Optional.of(e.text()))
            .filter(t -> !t.isEmpty())
            .flatMap(t -> Addresses.resolve(t, e.base()))
            .orElse("");
    image = first(image, offered);
  }
}
