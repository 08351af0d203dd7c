package org.tagwire.feed;

import java.util.Optional;
import org.tagwire.model.Enclosure;

/** Pictures and files of an RSS item: enclosures, Media RSS, iTunes. */
final class RssMedia {
  /** Of several pictures the one made to be shown wins, and of such the widest. */
  private static final int THUMBNAIL = 1;

  private static final int COVER = 2;
  private static final int FILE = 3;
  private static final int CONTENT = 4;
  private static final int WIDEST = 10_000;

  private RssMedia() {}

  static void take(ItemDraft draft, XmlElement e) {
    switch (e.name()) {
      case "enclosure" -> enclosure(draft, e, "url", "length");
      case "feedburner:origenclosurelink" -> original(draft, e);
      case "media:content" -> mediaContent(draft, e);
      case "media:group" -> e.children().forEach(child -> take(draft, child));
      case "media:thumbnail" -> image(draft, e, THUMBNAIL);
      case "itunes:image", "googleplay:image" -> image(draft, e, COVER);
      case "thumbnail" -> imageElement(draft, e, THUMBNAIL);
      case "image" -> imageElement(draft, e, FILE);
      case "media:description", "media:text" ->
          draft.summary = ItemDraft.first(draft.summary, Markup.body(e));
      case "media:title" -> draft.title = ItemDraft.first(draft.title, Markup.html(e));
      case "media:keywords" -> RssMapping.keywords(e.text()).forEach(draft::category);
      case "media:category" -> RssMapping.category(e).ifPresent(draft::category);
      case "media:credit" -> People.parse(e.text()).ifPresent(draft.contributors::add);
      default -> {}
    }
  }

  static void enclosure(ItemDraft draft, XmlElement e, String url, String length) {
    Optional<String> address = e.attribute(url).flatMap(u -> draft.address(u, e.base()));
    if (address.isEmpty()) {
      return;
    }
    String type = e.attribute("type").map(String::strip).filter(t -> !t.isEmpty()).orElse(null);
    draft.enclosure(
        new Enclosure(
            address.get(), type, e.attribute(length).flatMap(RssMedia::size).orElse(null)));
    if (type != null && type.startsWith("image/")) {
      draft.image(address.get(), FILE);
    }
  }

  /** FeedBurner counts downloads at an address of its own and tells the publisher's beside it. */
  private static void original(ItemDraft draft, XmlElement e) {
    Optional<String> address = draft.address(e.text(), e.base());
    if (address.isPresent() && !draft.enclosures.isEmpty()) {
      Enclosure counted = draft.enclosures.getLast();
      draft.enclosures.set(
          draft.enclosures.size() - 1,
          new Enclosure(address.get(), counted.type(), counted.length()));
    }
  }

  private static void mediaContent(ItemDraft draft, XmlElement e) {
    String type = e.attribute("type").orElse("");
    boolean picture = type.startsWith("image/") || e.attribute("medium").orElse("").equals("image");
    if (picture) {
      int width = e.attribute("width").flatMap(RssMedia::size).orElse(0L).intValue();
      e.attribute("url")
          .flatMap(u -> draft.address(u, e.base()))
          .ifPresent(u -> draft.image(u, CONTENT + Math.clamp(width, 0, WIDEST)));
    }
    enclosure(draft, e, "url", "fileSize");
    e.children().forEach(child -> take(draft, child));
  }

  private static void image(ItemDraft draft, XmlElement e, int rank) {
    e.attribute("url")
        .or(() -> e.attribute("href"))
        .flatMap(u -> draft.address(u, e.base()))
        .ifPresent(u -> draft.image(u, rank));
  }

  private static void imageElement(ItemDraft draft, XmlElement e, int rank) {
    XmlElement url = e.child("url").orElse(e);
    Optional.of(url.text())
        .filter(t -> !t.isEmpty())
        .or(() -> e.attribute("href"))
        .or(() -> e.attribute("url"))
        .flatMap(u -> draft.address(u, e.base()))
        .ifPresent(u -> draft.image(u, rank));
  }

  /** Sizes beyond what a number in JSON can hold are lies. */
  private static Optional<Long> size(String text) {
    return text.strip().matches("\\d{1,15}")
        ? Optional.of(Long.parseLong(text.strip()))
        : Optional.empty();
  }
}
