package org.tagwire.feed;

import java.util.Optional;
import org.tagwire.model.Enclosure;

/** Pictures and files of an RSS item: enclosures, Media RSS, iTunes. */
final class RssMedia {
  private RssMedia() {}

  static void take(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "enclosure" -> enclosure(draft, e, "url", "length");
      case "media:content" -> mediaContent(draft, e);
      case "media:group" -> e.children().forEach(child -> take(draft, child));
      case "media:thumbnail", "itunes:image", "googleplay:image" -> image(draft, e);
      case "image", "thumbnail" -> imageElement(draft, e);
      case "media:description" -> draft.summary = ItemDraft.first(draft.summary, Markup.body(e));
      case "media:title" -> draft.title = ItemDraft.first(draft.title, Markup.html(e));
      case "media:credit" -> {
        if (draft.authors.isEmpty()) {
          People.parse(e.text()).ifPresent(draft.authors::add);
        }
      }
      case "wfw:commentRss" -> {}
      default -> {}
    }
  }

  static void enclosure(ItemDraft draft, XmlElement e, String url, String length) {
    Optional<String> address = e.attribute(url).filter(u -> !u.isBlank()).flatMap(u -> Addresses.resolve(u, e.base()));
    if (address.isEmpty() || draft.enclosures.size() >= Limits.ENCLOSURES) {
      return;
    }
    String type = e.attribute("type").orElse(null);
    draft.enclosures.add(
        new Enclosure(address.get(), type, e.attribute(length).flatMap(RssMedia::size).orElse(null)));
    if (type != null && type.startsWith("image/") && draft.image == null) {
      draft.image = address.get();
    }
  }

  private static void mediaContent(ItemDraft draft, XmlElement e) {
    String type = e.attribute("type").orElse("");
    boolean picture = type.startsWith("image/") || e.attribute("medium").orElse("").equals("image");
    if (picture && draft.image == null) {
      draft.image = e.attribute("url").flatMap(u -> Addresses.resolve(u, e.base())).orElse(null);
    }
    enclosure(draft, e, "url", "fileSize");
    e.children().forEach(child -> take(draft, child));
  }

  private static void image(ItemDraft draft, XmlElement e) {
    if (draft.image == null) {
      draft.image =
          e.attribute("url")
              .or(() -> e.attribute("href"))
              .flatMap(u -> Addresses.resolve(u, e.base()))
              .orElse(null);
    }
  }

  private static void imageElement(ItemDraft draft, XmlElement e) {
    if (draft.image == null) {
      XmlElement url = e.child("url").orElse(e);
      draft.image =
          Optional.of(url.text())
              .filter(t -> !t.isEmpty())
              .or(() -> e.attribute("href"))
              .or(() -> e.attribute("url"))
              .flatMap(u -> Addresses.resolve(u, e.base()))
              .orElse(null);
    }
  }

  private static Optional<Long> size(String text) {
    return text.matches("\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
