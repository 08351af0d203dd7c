package org.tagwire.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Selector.SelectorParseException;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.extract.BlockReader.Placed;
import org.tagwire.extract.Bylines.Byline;
import org.tagwire.extract.ExtractedPage.Finds;
import org.tagwire.extract.ExtractedPage.Kind;
import org.tagwire.extract.ExtractedPage.OriginHint;
import org.tagwire.extract.ExtractedPage.OriginHint.Sign;
import org.tagwire.extract.ExtractedPage.Report;
import org.tagwire.extract.ExtractedPage.Shelf;
import org.tagwire.extract.ExtractedPage.Verdict;
import org.tagwire.extract.PageDates.Shown;
import org.tagwire.html.HtmlDecoder;
import org.tagwire.html.Marker;
import org.tagwire.model.Paragraph;
import org.tagwire.url.WebAddress;

/**
 * Finds the article on a news page.
 *
 * <p>Idea: the page is parsed once and cut into blocks of text below a tree of frames ({@link
 * BlockReader}). Each block has a mass, the characters in it that read like sentences and are no
 * links. From the whole page down, a frame is entered as long as one child holds nearly all its
 * mass; where the mass divides are the article's paragraphs ({@link BodyFinder}). Then every block
 * is judged by itself, because what even good extractors get wrong is furniture between paragraphs:
 * by the names of the elements around it ({@link FurnitureWords}), by what it says and how much of
 * it is links ({@link Phrases}), by the headline it repeats, by what this publisher prints on every
 * page ({@link Furniture}). The verdicts are part of the result, so that every decision can be
 * explained. A frame that names itself furniture but holds much of the page's mass is believed to
 * hold the article all the same.
 *
 * <p>Invariant: the body is a subsequence of the page's blocks; nothing is reworded. Cost: linear
 * in the page; parsing is most of it. Stateless and safe for use by many threads; never throws for
 * what is on a page. Sources: the measure of mass follows Kohlschütter et al., "Boilerplate
 * detection using shallow text features" (WSDM 2010); entering by share of mass and pruning by
 * names are the project's own.
 */
public final class ArticleExtractor {
  /** The version of what is read out of a page; a greater one is worth reading again. */
  public static final int VERSION = 3 + Marker.VERSION;

  private static final int MOST_BYTES = 8 << 20;
  private static final int DEEPEST = 256;
  private static final int MOST_SELECTORS = 20;

  /** Pages with paid parts that have more elements are not searched for them. */
  private static final int MOST_ELEMENTS = 40_000;

  /** Without pseudo-classes, which may cost any time. */
  private static final Pattern PLAIN_SELECTOR = Pattern.compile("[^:*]{0,200}");

  /** A name begins with a capital, where its script has them: "More from us" names nobody. */
  private static final Pattern MORE_FROM =
      Pattern.compile(
          "^(?:More from|Mehr von|Plus de|Más de|Altro da|Mais de|المزيد من) ([\\p{Lu}\\p{Lt}\\p{Lo}].{1,59})$");

  /** Reads a page. */
  public ExtractedPage extract(PageInput input) {
    byte[] bytes =
        input.page().length > MOST_BYTES ? Arrays.copyOf(input.page(), MOST_BYTES) : input.page();
    Document page = parse(HtmlDecoder.decode(bytes, input.contentType()));
    MetaTags meta = MetaTags.read(page);
    StructuredData data = StructuredData.read(page);
    Cut cut = BlockReader.read(page.body(), input.url(), paidParts(page, data));
    Frame body = BodyFinder.find(cut);
    Headline headline = Titles.find(page, meta, data, cut);
    Furniture learned = new Furniture(input.knowledge(), publisher(input.url()));
    List<Verdict> verdicts = Pruning.prune(cut, body, headline, learned);
    PageFacts facts = new PageFacts(page, meta, data, input.url());
    Kind kind =
        new KindJudge(data, meta, headline, verdicts, cut).kind(LiveBlog.isNamed(cut, body));
    if (kind == Kind.LIVE_BLOG) {
      verdicts = LiveBlog.stamp(verdicts, cut, body);
    }
    List<Paragraph> paragraphs =
        ExtractedPage.isText(kind) ? paragraphs(verdicts, cut, body) : List.of();
    PageDates dates =
        new PageDates(page, meta, data, new Shown(input.url(), cut, headline.block()));
    Shelf shelf = facts.shelf(body);
    Byline byline = Bylines.read(page, meta, data, cut, headline);
    return new ExtractedPage(
        kind,
        headline.text().isEmpty() ? input.announced().title() : headline.text(),
        byline.authors(),
        paragraphs,
        facts.summary().isEmpty() ? input.announced().summary() : facts.summary(),
        dates.find(),
        facts.language().orElse(null),
        facts.image(body).orElse(null),
        shelf,
        origins(facts, byline.agencies(), shelf, cut),
        facts.paywall(),
        meta.rights(),
        new Report(verdicts, new Finds(body.selector(), headline.block(), dates.place())));
  }

  /** What was kept, with the embedded players and posts of the article in their places. */
  private static List<Paragraph> paragraphs(List<Verdict> verdicts, Cut cut, Frame body) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Iterator<Placed> embeds =
        cut.embeds().stream()
            .filter(e -> e.frame().isWithin(body) && e.frame().reason() == null)
            .iterator();
    Placed next = embeds.hasNext() ? embeds.next() : null;
    for (int i = 0; i <= verdicts.size(); i++) {
      for (; next != null && next.before() <= i; next = embeds.hasNext() ? embeds.next() : null) {
        paragraphs.add(next.link());
      }
      if (i < verdicts.size() && verdicts.get(i).kept() && !verdicts.get(i).paid()) {
        paragraphs.add(verdicts.get(i).paragraph());
      }
    }
    return paragraphs.stream().anyMatch(Paragraph::isText) ? paragraphs : List.of();
  }

  private static Document parse(String html) {
    Parser parser = Parser.htmlParser();
    parser.setTrackErrors(0);
    parser.setMaxDepth(DEEPEST);
    return parser.parseInput(html, "");
  }

  private static String publisher(String url) {
    return WebAddress.parse(url).map(a -> a.domain().name()).orElse("");
  }

  /** Finds what the publisher marks as paid for. */
  private static Set<Element> paidParts(Document page, StructuredData data) {
    if (data.isFree().orElse(true)) {
      return Set.of();
    }
    Set<Element> parts = new HashSet<>();
    List<String> selectors = data.paidParts();
    if (!arePlain(selectors) || page.stream().limit(MOST_ELEMENTS).count() == MOST_ELEMENTS) {
      return Set.of(page.body());
    }
    for (String selector : selectors) {
      try {
        parts.addAll(page.select(selector));
      } catch (SelectorParseException | IllegalArgumentException foreign) {
        // a selector nobody can read marks nothing
      }
    }
    return parts;
  }

  /**
   * Says whether selectors can be looked for in the time a page has. Where they cannot, the whole
   * page counts as paid for: a publisher is rather quoted too little than too much.
   */
  private static boolean arePlain(List<String> selectors) {
    return selectors.size() <= MOST_SELECTORS
        && selectors.stream().allMatch(s -> PLAIN_SELECTOR.matcher(s).matches());
  }

  private static List<OriginHint> origins(
      PageFacts facts, List<String> agencies, Shelf shelf, Cut cut) {
    List<OriginHint> hints = new ArrayList<>(facts.origins(agencies));
    cut.blocks().stream()
        .filter(b -> b.text().length() < 80)
        .map(b -> MORE_FROM.matcher(b.text()))
        .filter(Matcher::matches)
        .filter(m -> !isOwnShelf(m.group(1).strip(), shelf))
        .findFirst()
        .ifPresent(m -> hints.add(new OriginHint(Sign.MORE_FROM, m.group(1).strip(), null)));
    return hints;
  }

  /** "More from Business" leads to the publisher's own section. */
  private static boolean isOwnShelf(String name, Shelf shelf) {
    return name.equalsIgnoreCase(shelf.section());
  }
}
