package org.tagwire.feed;

import java.util.Locale;
import java.util.Optional;

/** The links of an Atom entry (RFC 4287 §4.2.7), also where they stand within RSS. */
final class AtomLinks {
  private AtomLinks() {}

  static void take(ItemDraft draft, XmlElement e) {
    Optional<String> href =
        e.attribute("href").or(() -> Optional.of(e.text()).filter(t -> !t.isEmpty()));
    String relation = relation(e);
    Optional<String> address =
        href.flatMap(
            h ->
                relation.equals("alternate")
                    ? draft.destination(h, e.base())
                    : draft.address(h, e.base()));
    if (address.isEmpty()) {
      return;
    }
    String type = e.attribute("type").orElse("");
    switch (relation) {
      case "alternate" -> alternate(draft, address.get(), type);
      case "enclosure" -> RssMedia.enclosure(draft, e, "href", "length");
      case "image" -> draft.image(address.get(), 0);
      case "replies" -> draft.comments = ItemDraft.first(draft.comments, address.get());
      default -> {}
    }
  }

  /** Of several alternates the one that is a page wins. */
  private static void alternate(ItemDraft draft, String address, String type) {
    boolean page = type.isEmpty() || type.contains("html");
    if (draft.link == null || (page && !draft.alternateIsPage)) {
      draft.link = address;
      draft.alternateIsPage = page;
    }
  }

  static String relation(XmlElement e) {
    String relation = e.attribute("rel").orElse("alternate").strip().toLowerCase(Locale.ROOT);
    String registered = "http://www.iana.org/assignments/relation/";
    String plain =
        relation.startsWith(registered) ? relation.substring(registered.length()) : relation;
    return plain.isEmpty() ? "alternate" : plain;
  }
}
