package org.tagwire.server.out;

import org.tagwire.model.Moment;

/** Writes Atom (RFC 4287). */
final class Atom {
  private Atom() {}

  static String write(Bulletin bulletin) {
    Xml xml = new Xml();
    xml.open(
        "feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", bulletin.language().code());
    xml.text("id", bulletin.place().page());
    xml.text("title", bulletin.title());
    xml.text("subtitle", bulletin.description());
    xml.text("updated", bulletin.updated().toString());
    xml.text("generator", "Tagwire");
    xml.open("author").text("name", bulletin.site()).close("author");
    link(xml, bulletin.place().as(Format.ATOM), "self", Format.ATOM.mediaType());
    link(xml, bulletin.place().page(), "alternate", "text/html");
    bulletin
        .place()
        .next(Format.ATOM)
        .ifPresent(next -> link(xml, next, "next", Format.ATOM.mediaType()));
    bulletin.entries().forEach(entry -> write(xml, entry));
    return xml.close("feed").toString();
  }

  private static void link(Xml xml, String address, String relation, String type) {
    xml.empty("link", "href", address, "rel", relation, "type", type);
  }

  private static void write(Xml xml, Bulletin.Entry entry) {
    if (entry.language().isKnown()) {
      xml.open("entry", "xml:lang", entry.language().code());
    } else {
      xml.open("entry");
    }
    xml.text("id", entry.urn());
    xml.text("title", entry.title());
    link(xml, entry.link(), "alternate", "text/html");
    if (entry.original() != null) {
      link(xml, entry.page(), "related", "text/html");
    }
    Moment published = entry.published();
    if (published != null) {
      xml.text("published", published.instant().toString());
    }
    xml.text("updated", entry.updated().toString());
    xml.open("author").text("name", entry.credit()).close("author");
    xml.empty("category", "term", entry.category());
    entry.tags().forEach(tag -> xml.empty("category", "term", tag));
    xml.text("content", Xml.paragraphs(entry.text()), "type", "html");
    xml.close("entry");
  }
}
