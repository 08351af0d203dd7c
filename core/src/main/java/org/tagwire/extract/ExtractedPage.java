package org.tagwire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleText;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Paragraph;

/**
 * What one page says: the article on it, and why that is the article.
 *
 * <p>Immutable. All text is plain. Paragraphs are empty when the page holds no article ({@link
 * #kind} says what it is instead); then the feed's own summary is what there is to show.
 *
 * @param kind what sort of page it is
 * @param title the headline; empty if none was found
 * @param authors the names in the byline, in order
 * @param paragraphs the body, in order; nothing of a part the publisher marks as paid for
 * @param summary the publisher's own description of the page; empty if none
 * @param dates when it was published and changed
 * @param language the language the page declares, if any
 * @param image the lead picture, if any
 * @param shelf where the publisher keeps it
 * @param origins signs that the text is another's, strongest first
 * @param paywall whether it is paid for
 * @param rights what the page says about its use, as written
 * @param report how body and explanation came about
 */
public record ExtractedPage(
    Kind kind,
    String title,
    List<String> authors,
    List<Paragraph> paragraphs,
    String summary,
    Dates dates,
    @Nullable Language language,
    @Nullable Image image,
    Shelf shelf,
    List<OriginHint> origins,
    Paywall paywall,
    List<RightsSignal> rights,
    Report report) {
  /** Why a block is dropped that stands on many pages of its publisher. */
  public static final String LEARNED = "on every page of this publisher";

  /** What sort of page it is. */
  public enum Kind {
    ARTICLE,
    INDEX,
    CONSENT_WALL,
    LOGIN_WALL,
    VIDEO,
    LIVE_BLOG,
    EMPTY,
    NOT_FOUND
  }

  /** Whether readers pay for the text. */
  public enum Paywall {
    /** The page says nothing about it. */
    UNKNOWN,
    /** Free, as the page says. */
    FREE,
    /** A marked part of the page is for payers. */
    PART_PAID,
    /** The whole is for payers. */
    PAID
  }

  public ExtractedPage {
    authors = List.copyOf(authors);
    paragraphs = List.copyOf(paragraphs);
    origins = List.copyOf(origins);
    rights = List.copyOf(rights);
  }

  /**
   * When the page says it was published and changed, in its own offset.
   *
   * @param published the first publication, if said
   * @param updated the last change, if said
   */
  public record Dates(@Nullable Moment published, @Nullable Moment updated) {}

  /**
   * Where the publisher keeps the page.
   *
   * @param canonicalUrl the page's own name for itself on its own site, if it has one
   * @param siteName the publisher's name as the page writes it, empty if it does not
   * @param section the publisher's section, empty if none
   * @param tags the publisher's own tags, in order
   * @param nextPage where the article goes on, if it has another page
   */
  public record Shelf(
      @Nullable String canonicalUrl,
      String siteName,
      String section,
      List<String> tags,
      @Nullable String nextPage) {
    public Shelf {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A sign that a text may be another publisher's than the carrier's.
   *
   * @param sign what says so
   * @param name who, as written; empty if only an address is known
   * @param url the original's address, if known
   */
  public record OriginHint(Sign sign, String name, @Nullable String url) {
    /** What tells of another origin. */
    public enum Sign {
      /** The canonical address lies on another domain. */
      CANONICAL,
      /** JSON-LD isBasedOn. */
      BASED_ON,
      /** JSON-LD sourceOrganization, or a source meta tag. */
      SOURCE_ORGANIZATION,
      /** JSON-LD publisher with another name than the site's. */
      PUBLISHER,
      /** A line "More from X" by the text. */
      MORE_FROM,
      /** A news agency in the byline or in the dateline. */
      AGENCY
    }
  }

  /**
   * Something a page says about the use of it, as written; {@code rights} judges it.
   *
   * @param name the tag's name in lower case, as in {@code robots} or {@code tdm-reservation}
   * @param value its content
   */
  public record RightsSignal(String name, String value) {}

  /**
   * How the body came about.
   *
   * @param verdicts every block of the page, in order
   * @param finds where the parts of the article were found
   */
  public record Report(List<Verdict> verdicts, Finds finds) {
    public static final Report NONE = new Report(List.of(), new Finds("", -1, ""));

    public Report {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * Where the parts of the article were found.
   *
   * @param frame the element that was taken for the body, as a selector
   * @param headline the index of the block that shows the headline, -1 if none does
   * @param date where the day of publication was read; empty if nowhere
   */
  public record Finds(String frame, int headline, String date) {}

  /**
   * What became of one block of the page.
   *
   * @param paragraph the block
   * @param kept whether it is part of the body
   * @param paid whether the publisher marks it as paid for
   * @param reason why, in a few words
   */
  public record Verdict(Paragraph paragraph, boolean kept, boolean paid, String reason) {}

  public Optional<Moment> findPublished() {
    return Optional.ofNullable(dates.published);
  }

  public Optional<Moment> findUpdated() {
    return Optional.ofNullable(dates.updated);
  }

  public Optional<Language> findLanguage() {
    return Optional.ofNullable(language);
  }

  public Optional<Image> findImage() {
    return Optional.ofNullable(image);
  }

  /** Returns the address at which the article goes on. */
  public Optional<String> findNext() {
    return Optional.ofNullable(shelf.nextPage);
  }

  /** Returns the same page with more paragraphs at its end. */
  public ExtractedPage continuedBy(List<Paragraph> more) {
    List<Paragraph> whole = new ArrayList<>(paragraphs);
    whole.addAll(more);
    return new ExtractedPage(
        kind, title, authors, whole, summary, dates, language, image, shelf, origins, paywall,
        rights, report);
  }

  /** Says whether the page holds an article's own text. */
  public boolean hasBody() {
    return !paragraphs.isEmpty();
  }

  /**
   * Returns the body as it stands on the page, what is paid for included: to measure and to explain
   * with, never to keep.
   */
  public List<Paragraph> printed() {
    return report.verdicts.stream()
        .filter(verdict -> verdict.kept && isText(kind))
        .map(Verdict::paragraph)
        .toList();
  }

  static boolean isText(Kind kind) {
    return kind == Kind.ARTICLE || kind == Kind.LIVE_BLOG;
  }

  /** Returns the article as the other stages read it; without a body its source is the summary. */
  public ArticleText toArticleText() {
    return new ArticleText(
        title,
        String.join(", ", authors),
        summary,
        paragraphs,
        shelf.section,
        shelf.tags,
        image,
        hasBody() ? BodySource.PAGE : BodySource.SUMMARY);
  }
}
