package org.tagwire.rights;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Mention;
import org.tagwire.model.Paragraph;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Tagging;

/**
 * Chooses the one passage of an article that anybody may see.
 *
 * <p><b>One budget per article, by construction:</b> the passage is chosen once, when the article
 * is placed, and stored in its card. Every public surface (hashtag pages, search, stories, feeds,
 * API, "Why this tag?") shows that passage or a part of it and nothing else of the text, so the
 * union over all of them is never more than this one passage, however many tags, queries or pages
 * lead to the article.
 *
 * <p>It is the sentence of the body that names the first tag the article is about, else the
 * beginning of the body; whole, or cut at word borders with … where something is left out; a cut
 * never parts a statement from its attribution or its hedge ("according to", "allegedly"): where
 * both do not fit, the sentence is not used. At most 200 characters, 15 % of the text, and the
 * publisher's own max-snippet. Where only the publisher's summary is known, or only it may be used,
 * up to 200 characters of that. Lengths count UTF-16 units, the … included, and so err to the short
 * side. Pure.
 */
public final class Excerpts {
  /** The greatest length of an excerpt. */
  public static final int MAX_LENGTH = 200;

  /** The greatest share of the text, in percent. */
  public static final int MAX_SHARE = 15;

  /** Less than this says nothing; headline and link are better. */
  private static final int MIN_LENGTH = 24;

  private static final String GAP = "…";

  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "\\b(?:said|says|told|according"
              + " to|alleged(?:ly)?|reported(?:ly)?|claim(?:s|ed)?|accused|denie[sd]|suspected"
              + "|sagte|sagt|laut|zufolge|angeblich|mutmaßlich\\w*|soll|sollen|selon|déclaré|affirme|présumée?|según|dijo|afirmó|presunt[oa]|secondo|ha"
              + " detto|presunt[oa]|segundo|disse|suposto)\\b"
              + "|(?:قال|قالت|وفق|بحسب|يزعم|المتهم)|(?:によると|と述べ|とみられる|疑い|容疑)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private Excerpts() {}

  /**
   * Chooses the passage.
   *
   * @param text the article
   * @param about the tags it is about, best first
   * @param limits what its publisher allows
   * @return plain text, empty for headline and link only
   */
  public static String choose(ArticleText text, List<Tagging> about, ShowLimits limits) {
    boolean ownWordsOnly = text.paragraphs().isEmpty() || !limits.mined() || !limits.archived();
    if (ownWordsOnly) {
      return opening(text.summary().strip(), Math.min(MAX_LENGTH, limits.maxSnippet()));
    }
    int budget =
        Math.min(Math.min(MAX_LENGTH, limits.maxSnippet()), text.length() * MAX_SHARE / 100);
    return about.stream()
        .findFirst()
        .flatMap(tag -> naming(text, tag, budget))
        .orElseGet(() -> opening(lead(text), budget));
  }

  private static Optional<String> naming(ArticleText text, Tagging tag, int budget) {
    return tag.mentions().stream()
        .filter(mention -> isInBody(text, mention))
        .sorted(Comparator.comparing((Mention m) -> m.sentence().length() > budget))
        .map(mention -> cut(mention.sentence().strip(), mention.surface(), budget))
        .filter(passage -> !passage.isEmpty())
        .findFirst();
  }

  private static boolean isInBody(ArticleText text, Mention mention) {
    return text.paragraphs().stream()
        .anyMatch(paragraph -> paragraph.text().contains(mention.sentence()));
  }

  private static String lead(ArticleText text) {
    return text.paragraphs().stream()
        .filter(paragraph -> paragraph.kind() == Paragraph.Kind.TEXT)
        .findFirst()
        .or(() -> text.paragraphs().stream().filter(Paragraph::isText).findFirst())
        .map(Paragraph::text)
        .orElse(text.summary())
        .strip();
  }

  /** Returns the beginning of a text, whole where it fits. */
  private static String opening(String text, int budget) {
    if (budget < MIN_LENGTH || text.isEmpty()) {
      return "";
    }
    if (text.length() <= budget) {
      return text;
    }
    return window(text, 0, 0, budget);
  }

  /** Returns the sentence, or the part of it around the name that still says who says so. */
  private static String cut(String sentence, String surface, int budget) {
    if (budget < MIN_LENGTH) {
      return "";
    }
    if (sentence.length() <= budget) {
      return sentence;
    }
    int from = sentence.indexOf(surface);
    if (from < 0) {
      return "";
    }
    int to = from + surface.length();
    Matcher attribution = ATTRIBUTION.matcher(sentence);
    while (attribution.find()) {
      from = Math.min(from, attribution.start());
      to = Math.max(to, attribution.end());
    }
    return to - from > budget - 2 * GAP.length() ? "" : window(sentence, from, to, budget);
  }

  /**
   * Widens what must stay to the words around it, as far as the budget goes, evenly on both sides.
   */
  private static String window(String text, int from, int to, int budget) {
    int room = budget - 2 * GAP.length() - (to - from);
    int start = Math.max(0, from - room / 2);
    int end = Math.min(text.length(), to + (room - (from - start)));
    start = Math.max(0, Math.min(start, end - (budget - 2 * GAP.length())));
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(text);
    int cutStart =
        start == 0 || words.isBoundary(start) ? start : Math.min(from, words.following(start));
    int cutEnd =
        end == text.length() || words.isBoundary(end) ? end : Math.max(to, words.preceding(end));
    String passage = text.substring(cutStart, cutEnd).strip();
    if (passage.length() < Math.min(MIN_LENGTH, text.length())) {
      return "";
    }
    return (cutStart > 0 ? GAP : "") + passage + (cutEnd < text.length() ? GAP : "");
  }
}
