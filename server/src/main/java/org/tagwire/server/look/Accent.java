package org.tagwire.server.look;

import java.util.List;
import org.tagwire.server.look.Palette.Pair;

/**
 * The owner's colour, fit to be read in both schemes.
 *
 * <p>No colour can be read on white and on black paper alike, so each scheme has a shade of its
 * own: the colour itself where it is readable, and else the nearest that is on the way to black or
 * white. Readable is 4.5:1 against the paper, the sheets on it, and the tint of the same colour
 * under chips.
 *
 * @param shades the colour in each scheme
 * @param tints what stands under it there
 */
public record Accent(Pair shades, Pair tints) {
  static final double READABLE = 4.5;

  private static final double STEP = 0.01;
  private static final double TINT = 0.12;

  /** Fits a colour to the papers of a style sheet. */
  public static Accent of(Colour colour, Palette palette) {
    Pair paper = palette.require("paper");
    Pair sheet = palette.require("sheet");
    Colour light = readable(colour, List.of(paper.light(), sheet.light()), Colour.BLACK);
    Colour dark = readable(colour, List.of(paper.dark(), sheet.dark()), Colour.WHITE);
    return new Accent(
        new Pair(light, dark), new Pair(tint(paper.light(), light), tint(paper.dark(), dark)));
  }

  /** Returns the rule that puts it in the place of the style's own colour. */
  public String css() {
    return "\n:root { --accent: "
        + rule(shades)
        + "; --accent-soft: "
        + rule(tints)
        + "; }\n";
  }

  private static String rule(Pair pair) {
    return "light-dark(" + pair.light() + ", " + pair.dark() + ")";
  }

  private static Colour readable(Colour colour, List<Colour> papers, Colour end) {
    Colour shade = colour;
    for (double share = STEP; !isReadable(shade, papers) && share < 1; share += STEP) {
      shade = colour.mixed(end, share);
    }
    return shade;
  }

  private static boolean isReadable(Colour shade, List<Colour> papers) {
    return papers.stream().allMatch(paper -> shade.contrast(paper) >= READABLE)
        && shade.contrast(tint(papers.getFirst(), shade)) >= READABLE;
  }

  private static Colour tint(Colour paper, Colour shade) {
    return paper.mixed(shade, TINT);
  }
}
