package org.tagwire.extract;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.tagwire.dates.FeedDates;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.extract.ExtractedPage.Dates;
import org.tagwire.model.Moment;
import org.tagwire.model.Moment.Precision;
import org.tagwire.model.Paragraph;

/**
 * When a page says it was published and changed.
 *
 * <p>Asked in the order of trust: JSON-LD, meta tags, {@code time} elements near the headline, the
 * address, the visible text near the headline, dates of change. A day in the address confirms, it
 * has no time of day, so it comes late.
 */
final class PageDates {
  private static final int EARLIEST = 1994;
  private static final int LATEST = 2100;
  private static final int LONGEST_LABEL = 100;
  private static final int LONGEST_LINE = 300;
  private static final int DATELINE = 40;

  private static final String[] PUBLISHED = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "publish-date",
    "publishdate",
    "published-date",
    "pubdate",
    "publication_date",
    "publication-date",
    "article.published",
    "article_date_original",
    "article:publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "bt:pubdate",
    "rnews:datepublished",
    "vr:published_time",
    "article-publish-date",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_date",
    "date_published",
    "release_date",
    "og:pubdate",
    "og:publish_date",
    "displaydate",
    "shareaholic:article_published_time",
    "prism.publicationdate"
  };

  /** Names under which many systems state when they last wrote the page. */
  private static final String[] DATED = {
    "dcterms.created",
    "dc.date.created",
    "datecreated",
    "created",
    "dc.date",
    "dcterms.date",
    "date",
    "timestamp"
  };

  private static final String[] UPDATED = {
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
        "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "article:updated_time", "revised", "modified", "updated"
  };

  private static final Pattern IN_ADDRESS =
      Pattern.compile(
          "[/\\-_.=]((?:19|20)\\d{2})[/\\-_]?(0[1-9]|1[0-2])[/\\-_]?(0[1-9]|[12]\\d|3[01])(?=[/\\-_.&?]|$|\\D)");

  private static final Pattern DAY_FIRST_IN_ADDRESS =
      Pattern.compile("[/\\-_](0[1-9]|[12]\\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\\d{2})(?!\\d)");

  private static final Pattern MONTH_IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})/(0?[1-9]|1[0-2])/");

  private static final Pattern VISIBLE =
      Pattern.compile(
          "(?<!\\d)(?:(?:19|20)\\d{2}[-./年]\\s?\\d{1,2}[-./月]\\s?\\d{1,2}"
              + "|\\d{1,2}[./-]\\d{1,2}[./-](?:(?:19|20)\\d{2}|\\d{2}(?!\\d))"
              + "|\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s(?:de\\s|of\\s)?\\p{L}{3,14}\\.?,?\\s(?:de\\s|del\\s)?(?:19|20)\\d{2}"
              + "|\\p{Lu}\\p{L}{2,11}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2})");

  private static final Pattern OF_PUBLICATION =
      Pattern.compile(
          "(?<!\\p{L})(?:published|posted|veröffentlicht|erschienen|erstellt|publiziert|publié|mis en ligne|publicado|publicada"
              + "|pubblicato|opublikowano|gepubliceerd|publicerad|опубликовано)(?:\\s(?:on|am|le|el|em|il|op|den))?[:\\s]{1,3}("
              + VISIBLE.pattern()
              + ")",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern MONTH_ONLY = Pattern.compile("\\d{4}[-/.]\\d{1,2}");

  private static final Pattern OF_CHANGE =
      Pattern.compile(
          "updated|modified|change|edited|aktualisiert|änderung|geändert|bearbeitet|mis à jour|actualizado|atualizado|aggiornato|aktualizacja|zmiany",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Document page;
  private final MetaTags meta;
  private final StructuredData data;
  private final String url;
  private final List<Block> blocks;
  private final int headline;
  private final Optional<Moment> address;
  private @Nullable DatedElements elements;
  private @Nullable Optional<Moment> label;
  private String place = "";

  PageDates(Document page, MetaTags meta, StructuredData data, Shown shown) {
    this.page = page;
    this.meta = meta;
    this.data = data;
    this.url = shown.url;
    this.blocks = shown.cut.blocks();
    this.headline = shown.headline;
    this.address = inAddress(url);
  }

  /**
   * What readers see.
   *
   * @param url the address of the page
   * @param cut its blocks
   * @param headline the block with the headline, -1 if none has it
   */
  record Shown(String url, Cut cut, int headline) {}

  Dates find() {
    Optional<Moment> updated =
        data.text("dateModified").flatMap(PageDates::read).or(() -> metaDate(UPDATED));
    Optional<Moment> published =
        from("a meta tag", metaDate(PUBLISHED))
            .or(() -> from("JSON-LD", inArticleData("datePublished")))
            .or(() -> from("JSON-LD", inArticleData("dateCreated")))
            .or(() -> from("an element", sureElement()))
            .or(() -> from("the address", address))
            .or(() -> from("JSON-LD", anyData("datePublished")))
            .or(() -> from("a line on the page", label()))
            .or(() -> from("a meta tag of when it was written", metaDate(DATED)))
            .or(() -> from("an element", elements(1)))
            .or(() -> from("JSON-LD of an upload", anyData("uploadDate")))
            .or(() -> from("the day of change", updated))
            .or(() -> from("the visible text", visible()));
    return new Dates(published.map(this::localised).orElse(null), updated.orElse(null));
  }

  /** Returns where the day of publication was found; empty when it was not. */
  String place() {
    return place;
  }

  private Optional<Moment> from(String where, Optional<Moment> date) {
    place = date.isPresent() ? where : place;
    return date;
  }

  private Optional<Moment> sureElement() {
    return elements(DatedElements.SURE).filter(m -> agrees(m, address));
  }

  private Optional<Moment> elements(int rank) {
    if (elements == null) {
      elements = new DatedElements(page);
    }
    return elements.find(rank).filter(this::isInMonth);
  }

  /** What the page shows of its day in a line of its own. */
  private Optional<Moment> label() {
    if (label == null) {
      label = announced().or(this::labelled).filter(this::isInMonth);
    }
    return label;
  }

  private Optional<Moment> anyData(String name) {
    return data.text(name).flatMap(PageDates::read);
  }

  private Optional<Moment> inArticleData(String name) {
    return data.isArticle() ? data.text(name).flatMap(PageDates::read) : Optional.empty();
  }

  private static boolean agrees(Moment moment, Optional<Moment> address) {
    return address.map(a -> a.day().equals(moment.day())).orElse(true);
  }

  /**
   * Gives a moment in UTC the offset it must have been written in. Many systems state UTC while
   * their addresses follow the publisher's own day; where the two days are neighbours, the nearest
   * whole hour that makes them one is meant.
   */
  private Moment localised(Moment moment) {
    boolean plain =
        moment.precision() == Precision.MINUTE && moment.offset().equals(ZoneOffset.UTC);
    Optional<Moment> witness = plain ? address.or(this::label) : Optional.empty();
    if (witness.isEmpty() || agrees(moment, witness)) {
      return moment;
    }
    LocalDate day = witness.get().day();
    for (int hours = 1; hours <= 12; hours++) {
      for (int signed : new int[] {hours, -hours}) {
        Moment local = new Moment(moment.instant(), ZoneOffset.ofHours(signed), Precision.MINUTE);
        if (local.day().equals(day)) {
          return local;
        }
      }
    }
    return moment;
  }

  private Optional<Moment> metaDate(String[] names) {
    return Stream.of(names)
        .flatMap(n -> meta.first(n).stream())
        .flatMap(v -> read(v).stream())
        .findFirst();
  }

  static Optional<Moment> read(String text) {
    return MONTH_ONLY.matcher(text).matches()
        ? Optional.empty()
        : FeedDates.parse(text).filter(PageDates::isPlausible);
  }

  private static boolean isPlausible(Moment moment) {
    int year = moment.day().getYear();
    return year >= EARLIEST && year < LATEST;
  }

  private static Optional<Moment> inAddress(String url) {
    Matcher matcher = IN_ADDRESS.matcher(url);
    if (matcher.find()) {
      return read(matcher.group(1) + '-' + matcher.group(2) + '-' + matcher.group(3))
          .map(m -> day(m.day()));
    }
    Matcher dayFirst = DAY_FIRST_IN_ADDRESS.matcher(url);
    return dayFirst.find()
        ? read(dayFirst.group(3) + '-' + dayFirst.group(2) + '-' + dayFirst.group(1))
            .map(m -> day(m.day()))
        : Optional.empty();
  }

  /** Says whether a date lies in the month that the address names, if it names one. */
  private boolean isInMonth(Moment moment) {
    Matcher month = MONTH_IN_ADDRESS.matcher(url);
    return !month.find()
        || (moment.day().getYear() == Integer.parseInt(month.group(1))
            && moment.day().getMonthValue() == Integer.parseInt(month.group(2)));
  }

  private static Moment day(LocalDate day) {
    return Moment.ofDay(day, ZoneOffset.UTC);
  }

  /** A short line by the headline with a date in it. */
  private Optional<Moment> labelled() {
    if (headline < 0) {
      return Optional.empty();
    }
    int to = Math.min(blocks.size(), headline + 12);
    return label(blocks.subList(headline + 1, Math.max(to, headline + 1)))
        .or(() -> label(blocks.subList(Math.max(0, headline - 6), headline)));
  }

  private static Optional<Moment> label(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.text().length() < LONGEST_LABEL && !isReaders(block))
        .filter(block -> block.kind() != Paragraph.Kind.QUOTE)
        .flatMap(block -> inText(block.text()).stream())
        .findFirst();
  }

  private Optional<Moment> visible() {
    int from = Math.max(0, headline - 6);
    int to = Math.min(blocks.size(), headline < 0 ? 60 : headline + 25);
    Optional<Moment> near = visible(blocks.subList(Math.min(Math.max(headline, 0), to), to));
    return near.or(() -> visible(blocks.subList(Math.min(from, to), to)))
        .or(() -> changed(blocks))
        .or(() -> inSentence(blocks))
        .or(() -> visible(blocks));
  }

  private static Optional<Moment> visible(List<Block> blocks) {
    return blocks.stream()
        // A quoted post has a day of its own.
        .filter(block -> block.kind() != Paragraph.Kind.QUOTE)
        .map(Block::text)
        .filter(text -> text.length() < LONGEST_LINE)
        .flatMap(text -> inText(text).stream())
        .findFirst();
  }

  /** Finds a date that is said to be the one of publication. */
  private Optional<Moment> announced() {
    return blocks.stream()
        .filter(block -> block.text().length() < LONGEST_LINE && block.text().contains("20"))
        .filter(block -> !isReaders(block))
        .map(block -> OF_PUBLICATION.matcher(block.text()))
        .filter(Matcher::find)
        .flatMap(label -> read(label.group(1)).stream())
        .findFirst();
  }

  private static boolean isReaders(Block block) {
    String reason = block.frame().reason();
    return reason != null && FurnitureWords.areReaders(reason);
  }

  /** Finds a date of change, where a page tells no other. */
  private static Optional<Moment> changed(List<Block> blocks) {
    return blocks.stream()
        .map(Block::text)
        .filter(text -> text.length() < LONGEST_LINE && OF_CHANGE.matcher(text).find())
        .map(VISIBLE::matcher)
        .filter(Matcher::find)
        .flatMap(date -> read(date.group()).stream())
        .findFirst();
  }

  /** Finds the dateline a text begins with. */
  private static Optional<Moment> inSentence(List<Block> blocks) {
    return blocks.stream()
        .map(Block::text)
        .filter(text -> text.length() >= LONGEST_LINE)
        .flatMap(text -> inText(text.substring(0, DATELINE)).stream())
        .findFirst();
  }

  static boolean hasDate(String text) {
    return VISIBLE.matcher(text).find();
  }

  /** Finds the first date in a text that is not said to be one of a change. */
  static Optional<Moment> inText(String text) {
    Matcher matcher = VISIBLE.matcher(text);
    while (matcher.find()) {
      String before = text.substring(Math.max(0, matcher.start() - 30), matcher.start());
      Optional<Moment> moment =
          OF_CHANGE.matcher(before).find() ? Optional.empty() : read(matcher.group());
      if (moment.isPresent()) {
        return moment;
      }
    }
    return Optional.empty();
  }
}
