package org.tagwire.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tagwire.dates.FeedDates;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.extract.ExtractedPage.Dates;
import org.tagwire.model.Moment;
import org.tagwire.model.Moment.Precision;

/**
 * When a page says it was published and changed.
 *
 * <p>Asked in the order of trust: JSON-LD, meta tags, {@code time} elements near the headline, the address, the visible text
 * near the headline, dates of change. A day in the address confirms, it has no time of day, so it comes late.
 */
final class PageDates {
  private static final int EARLIEST = 1994;
  private static final int LATEST = 2100;

  private static final String[] PUBLISHED = {
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "og:published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publish-date",
    "publishdate", "published-date", "pubdate", "publication_date", "publication-date", "article.published",
    "article_date_original", "article:publication_date", "dcterms.created", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dc.date.created", "bt:pubdate", "rnews:datepublished", "vr:published_time", "article-publish-date",
    "originalpublicationdate", "citation_publication_date", "citation_date", "datecreated", "date_published", "created",
    "release_date", "date", "og:pubdate", "og:publish_date", "displaydate", "timestamp", "shareaholic:article_published_time", "prism.publicationdate"
  };

  private static final String[] UPDATED = {
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:updated_time", "revised", "modified", "updated"
  };

  private static final Pattern IN_ADDRESS =
      Pattern.compile("[/\\-_.=]((?:19|20)\\d{2})[/\\-_]?(0[1-9]|1[0-2])[/\\-_]?(0[1-9]|[12]\\d|3[01])(?=[/\\-_.&?]|$|\\D)");

  private static final Pattern VISIBLE =
      Pattern.compile(
          "(?<!\\d)(?:(?:19|20)\\d{2}[-./年]\\s?\\d{1,2}[-./月]\\s?\\d{1,2}"
              + "|\\d{1,2}[./-]\\d{1,2}[./-](?:(?:19|20)\\d{2}|\\d{2}(?!\\d))"
              + "|\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s(?:de\\s|of\\s)?\\p{L}{3,14}\\.?,?\\s(?:de\\s|del\\s)?(?:19|20)\\d{2}"
              + "|\\p{Lu}\\p{L}{2,11}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2})");

  private final Document page;
  private final MetaTags meta;
  private final StructuredData data;

  PageDates(Document page, MetaTags meta, StructuredData data) {
    this.page = page;
    this.meta = meta;
    this.data = data;
  }

  Dates find(String url, Cut cut, int headline) {
    Optional<Moment> updated = data.text("dateModified").flatMap(PageDates::read).or(() -> metaDate(UPDATED));
    Optional<Moment> published =
        data.text("datePublished")
            .or(() -> data.text("dateCreated"))
            .or(() -> data.text("uploadDate"))
            .flatMap(PageDates::read)
            .or(() -> metaDate(PUBLISHED))
            .or(() -> timeElement(cut))
            .or(() -> inAddress(url))
            .or(() -> visible(cut, headline))
            .or(() -> updated);
    return new Dates(published.orElse(null), updated.orElse(null));
  }

  private Optional<Moment> metaDate(String[] names) {
    return Stream.of(names).flatMap(n -> meta.first(n).stream()).flatMap(v -> read(v).stream()).findFirst();
  }

  private static Optional<Moment> read(String text) {
    return FeedDates.parse(text).filter(PageDates::isPlausible);
  }

  private static boolean isPlausible(Moment moment) {
    int year = moment.day().getYear();
    return year >= EARLIEST && year < LATEST;
  }

  private Optional<Moment> timeElement(Cut cut) {
    Moment best = null;
    int bestRank = 0;
    List<Element> times = page.getElementsByTag("time");
    for (int i = 0; i < times.size() && i < 40; i++) {
      Element time = times.get(i);
      Optional<Moment> moment = moment(time);
      if (moment.isPresent()) {
        int rank = rank(time);
        if (rank > bestRank) {
          best = moment.get();
          bestRank = rank;
        }
      }
    }
    return Optional.ofNullable(best).or(this::marked);
  }

  private static Optional<Moment> moment(Element time) {
    String written = time.attr("datetime").isBlank() ? time.attr("content") : time.attr("datetime");
    return written.isBlank() ? read(time.text()) : read(written).or(() -> read(time.text()));
  }

  private static int rank(Element time) {
    String names = time.className() + ' ' + time.attr("itemprop");
    int rank = names.contains("ublish") || time.hasAttr("pubdate") ? 5 : names.contains("pdate") || names.contains("odif") ? 1 : 3;
    for (Element e = time.parent(); e != null; e = e.parent()) {
      String around = e.normalName();
      if (around.equals("aside") || around.equals("nav") || around.equals("footer") || around.equals("li")) {
        return 1;
      }
    }
    return rank;
  }

  /** Microdata and old markup: an element that names itself the date of publication. */
  private Optional<Moment> marked() {
    for (Element e : page.getElementsByAttributeValueContaining("itemprop", "datePublished")) {
      Optional<Moment> moment = moment(e);
      if (moment.isPresent()) {
        return moment;
      }
    }
    return Optional.empty();
  }

  private static Optional<Moment> inAddress(String url) {
    Matcher matcher = IN_ADDRESS.matcher(url);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return read(matcher.group(1) + '-' + matcher.group(2) + '-' + matcher.group(3)).map(m -> day(m.day()));
  }

  private static Moment day(LocalDate day) {
    return Moment.ofDay(day, ZoneOffset.UTC);
  }

  private Optional<Moment> visible(Cut cut, int headline) {
    List<Block> blocks = cut.blocks();
    int from = Math.max(0, headline - 6);
    int to = Math.min(blocks.size(), headline < 0 ? 60 : headline + 25);
    Optional<Moment> near = visible(blocks.subList(Math.min(Math.max(headline, 0), to), to));
    return near.or(() -> visible(blocks.subList(Math.min(from, to), to))).or(() -> visible(blocks));
  }

  private static Optional<Moment> visible(List<Block> blocks) {
    for (Block block : blocks) {
      String text = block.text();
      if (text.length() < 300) {
        Matcher matcher = VISIBLE.matcher(text);
        while (matcher.find()) {
          Optional<Moment> moment = read(matcher.group());
          if (moment.isPresent()) {
            return moment.filter(m -> m.precision() == Precision.DAY).or(() -> moment);
          }
        }
      }
    }
    return Optional.empty();
  }
}
