package org.tagwire.extract;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Moment;

/**
 * Finds the date of publication among the elements that call themselves dates: {@code time},
 * microdata, microformats, classes.
 */
final class DatedElements {
  /** The rank of an element that says it is a time, in a place where nothing speaks against it. */
  static final int SURE = 4;

  private static final int LONGEST = 90;

  /** So many elements are asked for a date, and so many nodes in each. */
  private static final int MOST_CANDIDATES = 500;

  private static final int MOST_NODES = 500;
  private static final int LONGEST_WITH_BLANKS = 5000;

  private final Document page;
  private @Nullable Moment best;
  private int bestRank;

  DatedElements(Document page) {
    this.page = page;
    search();
  }

  /** Finds the best, if it ranks at least so high. */
  Optional<Moment> find(int least) {
    return bestRank >= least ? Optional.ofNullable(best) : Optional.empty();
  }

  private void search() {
    Iterator<Element> elements = page.body().stream().limit(PageFacts.MOST_ELEMENTS).iterator();
    int candidates = 0;
    while (elements.hasNext() && candidates < MOST_CANDIDATES) {
      Element element = elements.next();
      int rank = rank(element);
      if (rank > bestRank) {
        candidates++;
        rank -= around(element);
        if (rank > bestRank) {
          consider(element, rank);
        }
      }
    }
  }

  private void consider(Element element, int rank) {
    read(element)
        .ifPresent(
            moment -> {
              best = moment;
              bestRank = rank;
            });
  }

  private static int rank(Element element) {
    boolean time = element.normalName().equals("time");
    if (!time && element.attributesSize() == 0) {
      return 0;
    }
    String names =
        (element.className() + ' ' + element.attr("itemprop") + ' ' + element.id())
            .toLowerCase(Locale.ROOT);
    if (names.length() > 200 || isOther(names)) {
      return 0;
    }
    if (names.contains("publish")
        || names.contains("pubdate")
        || element.hasAttr("pubdate")
        || names.contains("datecreated")) {
      return 6;
    }
    if (names.contains("entry-date")
        || names.contains("post-date")
        || names.contains("postdate")
        || names.contains("posted")) {
      return 5;
    }
    boolean dated =
        names.contains("date")
            || names.contains("datum")
            || names.contains("fecha")
            || names.contains("timestamp")
            || names.contains("data-pub");
    return time ? 5 : dated ? 4 : 0;
  }

  private static boolean isOther(String names) {
    boolean meta = names.contains("meta-date") || names.contains("entry-date");
    return !names.contains("publish")
        && ((names.contains("updat") && !meta)
            || names.contains("latest")
            || names.contains("modif")
            || names.contains("comment")
            || names.contains("event")
            || names.contains("teaser")
            || names.contains("related"));
  }

  /**
   * Returns how much the surroundings speak against an element: lists of other articles have dates
   * too.
   */
  private static int around(Element element) {
    int against = 0;
    for (Element e = element.parent(); e != null; e = e.parent()) {
      String tag = e.normalName();
      boolean beside =
          tag.equals("aside") || tag.equals("nav") || tag.equals("footer") || tag.equals("li");
      String name = beside ? "" : FurnitureWords.find(e);
      boolean other =
          name != null
              && (name.contains("related")
                  || name.contains("teaser")
                  || name.equals("sidebar")
                  || name.equals("widget"));
      against =
          Math.max(
              against,
              name != null && FurnitureWords.areReaders(name) ? 9 : other ? 4 : beside ? 3 : 0);
    }
    return against;
  }

  private static Optional<Moment> read(Element element) {
    for (String attribute : new String[] {"datetime", "content", "title"}) {
      Optional<Moment> moment = PageDates.read(element.attr(attribute));
      if (moment.isPresent()) {
        return moment;
      }
    }
    String text = isLong(element) ? "" : element.text();
    return text.length() > LONGEST
        ? Optional.empty()
        : PageDates.inText(text).or(() -> PageDates.read(text));
  }

  /** Looks into an element as far as it takes to know that it holds more than a date. */
  private static boolean isLong(Element element) {
    int nodes = 0;
    int length = 0;
    Iterator<Node> inside = element.nodeStream().iterator();
    while (inside.hasNext() && nodes <= MOST_NODES && length <= LONGEST_WITH_BLANKS) {
      nodes++;
      length += inside.next() instanceof TextNode text ? text.getWholeText().length() : 0;
    }
    return nodes > MOST_NODES || length > LONGEST_WITH_BLANKS;
  }
}
