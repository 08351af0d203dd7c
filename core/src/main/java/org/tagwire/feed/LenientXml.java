package org.tagwire.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.tagwire.feed.Repair.Kind;
import org.tagwire.feed.XmlTree.OverLimit;

/**
 * The forgiving way: reads whatever looks like tags, in one pass and without recursion. What stands
 * before the root of a feed is passed over; a tag nobody opened is ignored; what was left open is
 * closed by what cannot stand within it, or by the end.
 */
final class LenientXml {
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel", "entry");

  /** Elements that hold text alone, so that another element of an item ends them. */
  private static final Set<String> PLAIN =
      Set.of(
          "title",
          "link",
          "guid",
          "id",
          "pubdate",
          "author",
          "category",
          "comments",
          "updated",
          "published",
          "dc:creator",
          "dc:date");

  private static final Set<String> PARTS =
      Set.of(
          "item",
          "entry",
          "description",
          "content",
          "content:encoded",
          "summary",
          "enclosure",
          "source",
          "image",
          "items");

  private static final Set<String> NEVER_CLOSED =
      Set.of("br", "hr", "img", "input", "wbr", "col", "enclosure", "media:thumbnail");
  private static final Set<String> CLOSED_BY_THEIR_LIKE =
      Set.of("p", "li", "dt", "dd", "tr", "td", "th", "option", "item", "entry");

  private final String text;
  private final XmlTree tree;

  /** Elements of feeds that mean nothing in HTML, so that they end a text that was left open. */
  private static final Set<String> UNMISTAKABLE =
      Set.of(
          "guid",
          "pubdate",
          "category",
          "enclosure",
          "comments",
          "description",
          "content:encoded",
          "dc:creator",
          "dc:date",
          "dc:subject",
          "published",
          "updated");

  private static final Set<String> TEXTS = Set.of("description", "content:encoded", "content");

  private final List<String> open = new ArrayList<>();
  private final StringBuilder characters = new StringBuilder();
  private int at;
  private boolean inFeed;
  private boolean itemsAreClosed;
  private boolean misfit;
  private boolean before;
  private boolean after;

  private LenientXml(String text, Optional<String> base, int passed) {
    this.text = text;
    this.tree = new XmlTree(base, passed);
  }

  /**
   * Reads {@code text}, in which every ampersand begins a reference; empty when no feed is in it.
   *
   * @param passed how many items are read past before the first one is kept
   */
  static Optional<XmlTree> parse(String text, Optional<String> base, int passed, Repairs repairs)
      throws OverLimit {
    LenientXml reading = new LenientXml(text, base, passed);
    reading.read();
    if (reading.tree.feed().isEmpty()) {
      return Optional.empty();
    }
    reading.end(repairs);
    return Optional.of(reading.tree);
  }

  private void read() throws OverLimit {
    while (at < text.length()) {
      int next = text.indexOf('<', at);
      int end = next < 0 ? text.length() : next;
      characters(at, end);
      at = end;
      if (next >= 0) {
        markup();
      }
    }
    flush();
  }

  private void end(Repairs repairs) {
    if (!open.isEmpty()) {
      repairs.add(Kind.TRUNCATED, "the document ends in the middle; what stands before was kept");
      if (itemsAreClosed) {
        tree.cutOff();
      }
    }
    if (before) {
      repairs.add(Kind.LEADING_JUNK, "something stands before the document");
    }
    if (after) {
      repairs.add(Kind.TRAILING_JUNK, "something stands after the document");
    }
    if (misfit || (!before && !after && open.isEmpty())) {
      repairs.add(
          Kind.NOT_WELL_FORMED, "the tags do not fit together; what could be told apart was kept");
    }
  }

  private void markup() throws OverLimit {
    if (text.startsWith("<![CDATA[", at)) {
      int end = find("]]>", at);
      if (inFeed) {
        characters.append(text, Math.min(end, at + 9), end);
      }
      at = Math.min(text.length(), end + 3);
    } else if (text.startsWith("<!--", at)) {
      at = Math.min(text.length(), find("-->", at) + 3);
    } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      at = Math.min(text.length(), find(">", at) + 1);
    } else {
      tag();
    }
  }

  /** A sign that begins no tag is text. */
  private void tag() throws OverLimit {
    boolean closes = at + 1 < text.length() && text.charAt(at + 1) == '/';
    int name = at + (closes ? 2 : 1);
    int end = name;
    while (end < text.length() && isNamePart(text.charAt(end), end == name)) {
      end++;
    }
    if (end - name > Limits.NAME) {
      throw OverLimit.name();
    }
    LenientTag tag = LenientTag.read(text, end);
    if (end == name || (!tag.complete() && tag.end() < text.length())) {
      misfit = true;
      characters(at, at + 1);
      at++;
      return;
    }
    at = tag.end();
    if (!tag.complete()) {
      return;
    }
    if (closes) {
      close(text.substring(name, end));
    } else {
      open(text.substring(name, end), tag);
    }
  }

  private void open(String name, LenientTag tag) throws OverLimit {
    String lower = name.toLowerCase(Locale.ROOT);
    inFeed = inFeed || ROOTS.contains(lower.substring(lower.indexOf(':') + 1));
    if (!inFeed) {
      before = true;
      return;
    }
    flush();
    after = after || (open.isEmpty() && tree.root().isPresent());
    closeTextBefore(lower);
    closeBefore(lower);
    tree.start(name, tag.attributes());
    if (tag.empty() || NEVER_CLOSED.contains(lower)) {
      tree.end();
    } else {
      open.add(lower);
    }
  }

  /** A text of an item that was left open, with all its HTML, ends where the next part begins. */
  private void closeTextBefore(String name) {
    if (!UNMISTAKABLE.contains(name)) {
      return;
    }
    int part = Math.max(open.lastIndexOf("item"), open.lastIndexOf("entry")) + 1;
    if (part > 0 && part < open.size() && TEXTS.contains(open.get(part))) {
      misfit = true;
      while (open.size() > part) {
        closeLast();
      }
    }
  }

  private void closeBefore(String name) {
    if (!open.isEmpty()
        && PLAIN.contains(open.getLast())
        && isPart(name)
        && !isWithinAuthor(name)) {
      misfit = true;
      closeLast();
    }
    if (CLOSED_BY_THEIR_LIKE.contains(name)) {
      boolean item = name.equals("item") || name.equals("entry");
      int like =
          item
              ? open.lastIndexOf(name)
              : !open.isEmpty() && open.getLast().equals(name) ? open.size() - 1 : -1;
      misfit = misfit || like >= 0;
      while (like >= 0 && open.size() > like) {
        closeLast();
      }
    }
  }

  private static boolean isPart(String name) {
    return PLAIN.contains(name) || PARTS.contains(name);
  }

  /** Atom's author has parts of its own. */
  private boolean isWithinAuthor(String name) {
    return open.getLast().equals("author")
        && (name.equals("title") || name.equals("link") || name.equals("id"));
  }

  private void close(String name) throws OverLimit {
    flush();
    String lower = name.toLowerCase(Locale.ROOT);
    int opened = open.lastIndexOf(lower);
    misfit = misfit || opened != open.size() - 1;
    itemsAreClosed = itemsAreClosed || lower.equals("item") || lower.equals("entry");
    while (opened >= 0 && open.size() > opened) {
      closeLast();
    }
  }

  private void closeLast() {
    open.removeLast();
    tree.end();
  }

  /** Of a text without end no more is taken than is kept. */
  private void characters(int from, int to) {
    int end = Math.min(to, from + Limits.TEXT);
    if (inFeed && end > from && characters.length() < Limits.TEXT) {
      String raw = text.substring(from, end);
      characters.append(raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, true));
    }
  }

  private void flush() throws OverLimit {
    if (!characters.isEmpty()) {
      after = after || (open.isEmpty() && !characters.toString().isBlank());
      tree.text(characters.toString());
      characters.setLength(0);
    }
  }

  private int find(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found;
  }

  static boolean isNamePart(char c, boolean first) {
    return Character.isLetter(c)
        || c == '_'
        || (!first && (Character.isDigit(c) || c == ':' || c == '-' || c == '.'));
  }
}
