package org.tagwire.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.extract.ExtractedPage.Verdict;
import org.tagwire.model.Paragraph;

/** Decides block by block what stays of a page. One page, one thread. */
final class Pruning {
  private static final int SHORT_HEADING = 70;

  /** A heading of so many characters below the headline is a standfirst. */
  private static final int LONG_HEADING = 80;

  /** So many blocks at the beginning may be a standfirst that is printed twice. */
  private static final int FIRST = 3;

  /** Each is searched for in the whole text. */
  private static final int MOST_PULL_QUOTES = 100;

  private final Cut cut;
  private final Frame body;
  private final Headline headline;
  private final Furniture learned;
  private final @Nullable String[] dropped;
  private final Set<String> said = new HashSet<>();

  private Pruning(Cut cut, Frame body, Headline headline, Furniture learned) {
    this.cut = cut;
    this.body = body;
    this.headline = headline;
    this.learned = learned;
    this.dropped = new String[cut.blocks().size()];
  }

  static List<Verdict> prune(Cut cut, Frame body, Headline headline, Furniture learned) {
    Pruning pruning = new Pruning(cut, body, headline, learned);
    pruning.judgeEach();
    pruning.dropPullQuotes();
    pruning.dropAfterCalls();
    pruning.dropTail();
    pruning.dropHead();
    pruning.dropEmptyHeadings();
    return pruning.verdicts();
  }

  private void judgeEach() {
    List<Block> blocks = cut.blocks();
    boolean begun = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      dropped[i] = reason(block, i, begun);
      begun |= dropped[i] == null && block.mass() > 0;
    }
  }

  private @Nullable String reason(Block block, int i, boolean begun) {
    if (!body.contains(i)) {
      return !isStandfirst(block, i)
          ? "outside the article"
          : said.add(block.text()) ? null : "the standfirst again";
    }
    String furniture = block.frame().reason();
    if (furniture != null
        && !(isLead(furniture) && !begun && block.mass() > 0 && block.linkShare() < 0.2)) {
      return "furniture: " + furniture;
    }
    if (i == headline.block() || headline.isRepeatedBy(block.text())) {
      return "the headline again";
    }
    if (learned.isKnown(block.text())) {
      return ExtractedPage.LEARNED;
    }
    String phrase = Phrases.reason(block, begun);
    boolean again = phrase == null && block.shape().weight() >= 60 && said.contains(block.text());
    if (phrase == null && said.size() < FIRST) {
      said.add(block.text());
    }
    return again ? "the standfirst again" : phrase;
  }

  /** Some builders call a standfirst a teaser, because lists elsewhere show it. */
  private static boolean isLead(String furniture) {
    return furniture.equals("teaser") || furniture.equals("teasers");
  }

  /** A text between headline and body that calls itself one. */
  private boolean isStandfirst(Block block, int i) {
    return i < body.first
        && i > headline.block()
        && headline.block() >= 0
        && (block.frame().reason() == null || isLead(block.frame().reason()))
        && block.linkShare() < 0.5
        && block.shape().weight() >= 50
        && (!block.isHeading() || isLeadSentence(block))
        && !headline.isRepeatedBy(block.text())
        && (block.mass() > 0 || block.isHeading() || Standfirsts.isNamed(block.frame()))
        && Phrases.reason(block, false) == null;
  }

  /** A heading that is no title but a sentence or two. */
  private static boolean isLeadSentence(Block block) {
    char last = block.text().charAt(block.text().length() - 1);
    return block.text().length() >= LONG_HEADING
        && (last == '.' || last == '?' || last == '!' || last == '…');
  }

  /**
   * A heading belongs to the text below it: where all of that was dropped, or none is left, it goes
   * too.
   */
  private void dropEmptyHeadings() {
    boolean text = false;
    boolean gap = true;
    for (int i = dropped.length - 1; i >= body.first; i--) {
      Block block = cut.blocks().get(i);
      if (dropped[i] != null) {
        gap |= !block.isHeading() && !isCaption(dropped[i]);
      } else if (!block.isHeading()) {
        text = true;
        gap = false;
      } else if (!text || (gap && block.text().length() < SHORT_HEADING)) {
        dropped[i] = "a heading without text";
      } else {
        gap = false;
      }
    }
  }

  private static boolean isCaption(String reason) {
    return reason.contains("caption") || reason.contains("picture");
  }

  /** A quote that only repeats a sentence of the text is there for the eye. */
  private void dropPullQuotes() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < dropped.length; i++) {
      if (dropped[i] == null && cut.blocks().get(i).kind() == Paragraph.Kind.TEXT) {
        all.append(Headline.bare(cut.blocks().get(i).text())).append(' ');
      }
    }
    int quotes = 0;
    for (int i = 0; i < dropped.length && quotes < MOST_PULL_QUOTES; i++) {
      Block block = cut.blocks().get(i);
      if (dropped[i] == null && block.kind() == Paragraph.Kind.QUOTE) {
        quotes++;
        String bare = Headline.bare(block.text());
        if (bare.length() > 20 && all.indexOf(bare) >= 0) {
          dropped[i] = "a pull quote";
        }
      }
    }
  }

  /**
   * What a call for other texts heads, up to the end of its frame or the next sentence of the
   * article, goes with it.
   */
  private void dropAfterCalls() {
    for (int i = body.first; i < body.last; i++) {
      if (Phrases.CALL_REASON.equals(dropped[i]) && heads(i)) {
        Frame frame = cut.blocks().get(i).frame();
        Frame list = frame.parent == null ? frame : frame.parent;
        for (int j = i + 1; j < list.last && isListed(cut.blocks().get(j), list); j++) {
          dropped[j] = dropped[j] == null ? "below a call" : dropped[j];
        }
      }
    }
  }

  private boolean heads(int i) {
    Block block = cut.blocks().get(i);
    return block.linkShare() < 0.5 && block.text().length() < SHORT_HEADING;
  }

  private boolean isListed(Block block, Frame list) {
    boolean small = list != body && !body.isWithin(list);
    return small || block.kind() == Paragraph.Kind.LIST_ITEM || block.linkShare() > 0.5;
  }

  /** What follows the last sentence is labels and links. */
  private void dropTail() {
    for (int i = dropped.length - 1; i >= 0; i--) {
      if (dropped[i] == null) {
        Block block = cut.blocks().get(i);
        boolean label =
            block.kind() == Paragraph.Kind.TEXT && block.mass() == 0 && block.shape().marks() == 0;
        if (!label || (block.linkShare() < 0.3 && block.text().length() > 40)) {
          return;
        }
        dropped[i] = "a label after the end";
      }
    }
  }

  /**
   * What stands above the headline and all sentences, and leads elsewhere, is the page's own head.
   */
  private void dropHead() {
    for (int i = 0; i < headline.block(); i++) {
      Block block = cut.blocks().get(i);
      if (dropped[i] == null && block.mass() > 0) {
        return;
      }
      if (dropped[i] == null && block.kind() == Paragraph.Kind.TEXT && block.shape().linked() > 0) {
        dropped[i] = "a label above the headline";
      }
    }
  }

  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>(dropped.length);
    for (int i = 0; i < dropped.length; i++) {
      Block block = cut.blocks().get(i);
      String reason = dropped[i];
      // A standfirst is text, whatever it is set in.
      Paragraph.Kind kind =
          reason == null && i < body.first && block.isHeading()
              ? Paragraph.Kind.TEXT
              : block.kind();
      verdicts.add(
          new Verdict(
              block.as(kind, reason == null),
              reason == null,
              block.paid(),
              reason == null ? "text" : reason));
    }
    return verdicts;
  }
}
