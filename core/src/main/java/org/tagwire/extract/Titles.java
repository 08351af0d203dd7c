package org.tagwire.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.html.HtmlText;

/**
 * Finds the headline: what the page tells machines, checked against what it shows.
 *
 * <p>The title for machines often carries the site's name, the one on the page a kicker; where one
 * is part of the other the shorter is the headline.
 */
final class Titles {
  private static final int LONGEST = 400;

  /** What machines are told may go on behind the headline; so much of it is compared. */
  private static final int LONGEST_TITLE = 1000;

  private static final List<String> DIVIDERS =
      List.of(" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " // ", " • ");

  private Titles() {}

  static Headline find(Document page, MetaTags meta, StructuredData data, Cut cut) {
    String whole = HtmlText.line(page.title());
    String title = whole.substring(0, Math.min(whole.length(), LONGEST_TITLE));
    String told =
        data.text("headline")
            .filter(h -> data.isArticle())
            .or(
                () ->
                    meta.first(
                            "og:title", "twitter:title", "dc.title", "headline", "sailthru.title")
                        .map(HtmlText::line))
            .filter(t -> !t.isBlank() && t.length() <= LONGEST)
            .orElse(title);
    int shown = shown(cut, told, title);
    String text =
        shown >= 0 && !isKicked(told, cut.blocks().get(shown).text())
            ? cut.blocks().get(shown).text().replace('\n', ' ')
            : withoutSite(told, meta);
    return new Headline(text.length() > LONGEST ? text.substring(0, LONGEST) : text, shown);
  }

  /** Says whether what is shown is a kicker and then the whole of what is told. */
  private static boolean isKicked(String told, String shown) {
    String bare = Headline.bare(told);
    String heading = Headline.bare(shown);
    return bare.length() > 15 && heading.contains(bare) && !heading.startsWith(bare);
  }

  /** Finds the block that shows what the page tells: of the first headings the one most like it. */
  private static int shown(Cut cut, String told, String title) {
    String bare = Headline.bare(told);
    String bareTitle = Headline.bare(title);
    int first = -1;
    int best = -1;
    int longest = 0;
    for (int i = 0; i < cut.blocks().size(); i++) {
      Block block = cut.blocks().get(i);
      if (block.isHeading() && block.text().length() <= LONGEST) {
        String heading = Headline.bare(block.text());
        boolean same =
            heading.length() > 8
                && (bare.contains(heading) || bareTitle.contains(heading) || isMost(bare, heading));
        boolean much =
            heading.length() * 2 > Math.min(bare.length(), bareTitle.length())
                || (block.frame().is("h1") && bareTitle.startsWith(heading));
        if (same && much && heading.length() > longest) {
          longest = heading.length();
          best = i;
        }
        boolean alone =
            block.frame().is("h1") && block.frame().reason() == null && heading.length() > 15;
        first = first < 0 && alone ? i : first;
      }
    }
    if (best >= 0) {
      return best;
    }
    return bare.length() < 12 ? first : isAlone(cut, first) ? first : -1;
  }

  private static boolean isMost(String told, String heading) {
    return told.length() > 15 && heading.contains(told);
  }

  private static boolean isAlone(Cut cut, int first) {
    return first >= 0 && cut.frames().stream().filter(f -> f.is("h1")).count() == 1;
  }

  private static String withoutSite(String title, MetaTags meta) {
    Optional<String> site = meta.first("og:site_name", "application-name").map(HtmlText::line);
    for (String divider : DIVIDERS) {
      int at = title.lastIndexOf(divider);
      if (at > 0) {
        String last = title.substring(at + divider.length());
        boolean isSite =
            site.map(
                    s ->
                        Headline.bare(s).contains(Headline.bare(last))
                            || Headline.bare(last).contains(Headline.bare(s)))
                .orElse(false);
        if (isSite || (at > 20 && last.length() < 30 && divider.equals(" | "))) {
          return title.substring(0, at).strip();
        }
      }
    }
    return title;
  }
}
