package org.tagwire.extract;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.BlockReader.Cut;

/**
 * Chooses the frame that holds the article.
 *
 * <p>Every block has a mass: its characters outside links if it reads like sentences. From the body
 * of the page down, the walk enters a child as long as that child holds nearly all the mass of its
 * parent; it stops where the mass divides, which is where the paragraphs are. A child that calls
 * itself the article's body is entered for less. Where the rest of a parent is text of the same
 * make, the walk goes back up.
 *
 * <p>The shares below were chosen by running the extractor over a set of labelled pages and scoring
 * each choice with {@code score/pages.py PAGES.jsonl OUTPUT.jsonl}; none is sharp, a tenth more or
 * less moves the measure by 0.003.
 */
final class BodyFinder {
  /** The share of its parent's mass a frame must hold to be entered. */
  private static final double ENTER = 0.82;

  private static final double ENTER_NAMED = 0.45;
  private static final double ENTER_ARTICLE = 0.6;

  /** A frame called furniture that holds this share of a page is not. */
  private static final double LIFT = 0.45;

  /** Less mass than this is no article. */
  private static final double SLIGHT = 250;

  /**
   * The share of what lies beside a body that must be text of its make for the body to be widened.
   */
  private static final double WIDEN = 0.6;

  /** How far up text of the same make is looked for. */
  private static final int CLIMB = 5;

  private static final double LIFT_FIRM = 0.93;

  private static final List<String> BODY_NAMES =
      List.of(
          "articlebody",
          "entrycontent",
          "postcontent",
          "postbody",
          "storybody",
          "articlecontent",
          "articletext",
          "storycontent",
          "storytext",
          "bodycopy",
          "bodytext",
          "articlecopy",
          "entrybody",
          "postentry",
          "newstext",
          "newsbody",
          "newscontent",
          "singlecontent",
          "contentbody",
          "textcontent",
          "maintext",
          "articlemain",
          "posttext",
          "bodycontent",
          "artikeltext",
          "artikelinhalt",
          "contenuarticle",
          "articlesbody",
          "detailtext",
          "detailcontent",
          "richtext",
          "pagecontent",
          "fieldnamebody",
          "blogcontent",
          "contentarticle",
          "articledetail",
          "wysiwyg");

  private BodyFinder() {}

  static Frame find(Cut cut) {
    weigh(cut, false);
    liftFurniture(cut);
    Teasers.mark(cut);
    weigh(cut, true);
    if (cut.root().mass < SLIGHT) {
      trustTagsOnly(cut);
      weigh(cut, true);
    }
    Frame current = cut.root();
    for (Frame next = heaviest(current); next != null; next = heaviest(current)) {
      current = next;
    }
    return widen(current);
  }

  /** Where names alone would leave next to nothing, they lie. */
  private static void trustTagsOnly(Cut cut) {
    for (Frame frame : cut.frames()) {
      String tag = frame.element.normalName();
      if (frame.furniture != null
          && !frame.furniture.equals(tag)
          && !FurnitureWords.areFirm(frame.furniture)) {
        frame.furniture = null;
      }
    }
  }

  /**
   * Climbs again while what lies beside is text of the same make: paragraphs, or a part like this
   * one.
   */
  private static Frame widen(Frame body) {
    Frame current = body;
    Frame at = body;
    for (int i = 0; i < CLIMB && at.parent != null && !isText(at.parent); i++) {
      Frame parent = at.parent;
      double alike = 0;
      for (Frame child : parent.children) {
        boolean same = child != at && (isText(child) || isBrother(child, at));
        alike += same ? child.mass : 0;
      }
      double beside = parent.mass - current.mass;
      if (beside > 0 && alike < WIDEN * beside) {
        return current;
      }
      // A frame around nothing else is a wrapper: what is text of the same make may lie beside it.
      current = beside > 0 ? parent : current;
      at = parent;
    }
    return current;
  }

  private static boolean isBrother(Frame child, Frame frame) {
    return child.furniture == null
        && child.is(frame.element.normalName())
        && (child.element.className().equals(frame.element.className())
            || (isNamed(child.element) && isNamed(frame.element)));
  }

  private static void weigh(Cut cut, boolean withoutFurniture) {
    for (Frame frame : cut.frames()) {
      frame.mass = 0;
    }
    for (Block block : cut.blocks()) {
      double mass = withoutFurniture && block.frame().reason() != null ? 0 : block.mass();
      if (mass > 0) {
        for (Frame frame = block.frame(); frame != null; frame = frame.parent) {
          frame.mass += mass;
        }
      }
    }
  }

  private static void liftFurniture(Cut cut) {
    double all = cut.root().mass;
    for (Frame frame : cut.frames()) {
      if (frame.furniture != null) {
        double needed = FurnitureWords.areFirm(frame.furniture) ? LIFT_FIRM : LIFT;
        if (frame.mass > needed * all && frame.mass > 200) {
          frame.furniture = null;
        }
      }
    }
  }

  private static @Nullable Frame heaviest(Frame frame) {
    Frame heaviest = null;
    for (Frame child : frame.children) {
      if (heaviest == null || child.mass > heaviest.mass) {
        heaviest = child;
      }
    }
    if (heaviest == null || heaviest.mass == 0 || heaviest.children.isEmpty() || isText(heaviest)) {
      return null;
    }
    double needed =
        isNamed(heaviest.element) ? ENTER_NAMED : heaviest.is("article") ? ENTER_ARTICLE : ENTER;
    return heaviest.mass >= needed * frame.mass ? heaviest : null;
  }

  private static boolean isText(Frame frame) {
    return switch (frame.element.normalName()) {
      case "p", "li", "blockquote", "dd", "figure", "tr", "ul", "ol", "pre" -> true;
      default -> false;
    };
  }

  static boolean isNamed(Element element) {
    if (element.attr("itemprop").contains("articleBody")) {
      return true;
    }
    String names = compact(element.className()) + ' ' + compact(element.id());
    for (String name : BODY_NAMES) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static String compact(String names) {
    if (names.isEmpty() || names.length() > 300) {
      return "";
    }
    return names.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
