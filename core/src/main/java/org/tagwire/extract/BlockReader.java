package org.tagwire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.Block.Shape;
import org.tagwire.html.Embed;
import org.tagwire.html.Marker;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Paragraph.Kind;

/**
 * Walks a parsed page once and cuts it into blocks of text below a tree of frames. One page, one
 * thread.
 *
 * <p>Recursion is as deep as the parser lets the tree grow. Nothing is judged here but what an
 * element is by name; text in scripts, styles and controls is not text.
 */
final class BlockReader {
  private static final Set<String> BLOCKS =
      names(
          "p div li h1 h2 h3 h4 h5 h6 blockquote pre section article main header "
              + "footer aside nav ul ol dl dt dd table tbody thead tfoot tr figure "
              + "figcaption form fieldset address center details summary caption legend");

  private static final Set<String> INLINE =
      names(
          "span small sub sup font u s time label cite q code abbr mark ins del "
              + "bdi bdo wbr kbd samp var tt strike big acronym");

  /** What is read of one page; pages with more blocks are not articles. */
  private static final int MOST_BLOCKS = 20_000;

  private static final int MOST_FRAMES = 60_000;

  private static final int LONGEST_CAPTION = 220;

  private final Set<Element> paidParts;
  private final Marker marker;
  private final List<Placed> embeds = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int bold;
  private double weight;
  private int marks;
  private boolean inLink;
  private boolean inBold;
  private boolean row;
  private int preformatted;
  private int paidAround;
  private boolean paid;
  private @Nullable Kind kind;

  /**
   * A page cut up.
   *
   * @param root the frame of the body
   * @param frames every frame, outer before inner
   * @param blocks every block, in order
   * @param embeds what other services show in it, in order
   */
  record Cut(Frame root, List<Frame> frames, List<Block> blocks, List<Placed> embeds) {}

  /**
   * A link that stands for what another service shows on the page.
   *
   * @param frame the innermost frame around it
   * @param before the block it stands before
   * @param link what is kept of it
   */
  record Placed(Frame frame, int before, Paragraph link) {}

  /**
   * @param url the address of the page
   * @param paid the elements whose text is paid for
   */
  static Cut read(Element body, String url, Set<Element> paid) {
    BlockReader reader = new BlockReader(new Marker(url), paid);
    Frame root = new Frame(null, body, 0);
    reader.frames.add(root);
    reader.children(body, root);
    reader.flush(root);
    root.last = reader.blocks.size();
    return new Cut(root, reader.frames, reader.blocks, reader.embeds);
  }

  private BlockReader(Marker marker, Set<Element> paidParts) {
    this.marker = marker;
    this.paidParts = paidParts;
  }

  private void children(Element element, Frame frame) {
    boolean part = !paidParts.isEmpty() && paidParts.contains(element);
    paidAround += part ? 1 : 0;
    eachChild(element, frame);
    paidAround -= part ? 1 : 0;
  }

  private void eachChild(Element element, Frame frame) {
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (blocks.size() >= MOST_BLOCKS || frames.size() >= MOST_FRAMES) {
        return;
      }
      if (node instanceof TextNode words) {
        append(words.getWholeText());
      } else if (node instanceof Element child) {
        visit(child, frame);
      }
    }
  }

  private void visit(Element element, Frame frame) {
    String name = element.normalName();
    switch (name) {
      case "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "input",
          "select",
          "button",
          "textarea",
          "canvas",
          "object",
          "embed",
          "audio",
          "video",
          "link",
          "meta",
          "head",
          "map",
          "progress",
          "meter",
          "datalist",
          "dialog",
          "source",
          "option",
          "amp-ad" -> {
        // no text of the article
      }
      case "img", "picture", "amp-img" -> frame.pictures++;
      case "iframe", "amp-iframe" -> embed(element, frame);
      case "br" -> lineBreak(frame);
      case "hr" -> flush(frame);
      case "a" -> link(element, frame);
      case "b", "strong", "i", "em" -> strong(element, frame);
      case "td", "th" -> cell(element, frame);
      default -> {
        if (isBlock(element, name)) {
          block(element, name, frame);
        } else if (!isFurniture(element)) {
          inline(element, name, frame);
        }
      }
    }
  }

  private static Set<String> names(String list) {
    return Set.of(list.split(" "));
  }

  private static boolean isBlock(Element element, String name) {
    return BLOCKS.contains(name)
        || (!INLINE.contains(name) && (element.isBlock() || name.indexOf('-') > 0));
  }

  private static boolean isFurniture(Element element) {
    return element.attributesSize() > 0
        && (Hidden.is(element) || FurnitureWords.find(element) != null);
  }

  private void link(Element element, Frame frame) {
    boolean outer = inLink;
    if (element.attributesSize() > 0
        && FurnitureWords.find(element) != null
        && element.firstElementChild() == null) {
      return;
    }
    inLink = true;
    inline(element, "a", frame);
    inLink = outer;
  }

  private void strong(Element element, Frame frame) {
    boolean outer = inBold;
    inBold = true;
    inline(element, element.normalName(), frame);
    inBold = outer;
  }

  private void inline(Element element, String name, Frame frame) {
    Mark.Kind mark = Marker.kind(name);
    if (mark == null || (mark == Mark.Kind.LANGUAGE && element.attributesSize() == 0)) {
      children(element, frame);
      return;
    }
    marker.open(mark, element::attr, text.length());
    children(element, frame);
    marker.close(mark, text.length());
  }

  private void embed(Element element, Frame frame) {
    String source = element.hasAttr("src") ? element.attr("src") : element.attr("data-src");
    if (paidAround == 0) {
      int before = blocks.size() + (text.isEmpty() ? 0 : 1);
      Embed.find(source, element.attr("title"))
          .ifPresent(link -> embeds.add(new Placed(frame, before, link)));
    }
  }

  /**
   * Cells of a table of data share a block; those of a table that only lays out a page are frames.
   */
  private void cell(Element element, Frame frame) {
    if (row) {
      if (!text.isEmpty()) {
        text.append(" | ");
      }
      children(element, frame);
    } else {
      block(element, "td", frame);
    }
  }

  private void block(Element element, String name, Frame outer) {
    if (row) {
      append(" ");
      children(element, outer);
      return;
    }
    flush(outer);
    Frame frame = new Frame(outer, element, blocks.size());
    frame.furniture = furniture(element, name);
    if (name.equals("blockquote") && isEmbed(element)) {
      clearAround(frame);
    }
    frames.add(frame);
    Kind outerKind = kind;
    kind = kindOf(name, element, outerKind);
    preformatted += name.equals("pre") ? 1 : 0;
    row = name.equals("tr") && isData(element, 0);
    children(element, frame);
    flush(frame);
    row = false;
    preformatted -= name.equals("pre") ? 1 : 0;
    kind = outerKind;
    frame.last = blocks.size();
    if (isCaptioned(frame)) {
      frame.furniture = "caption by a picture";
    }
    outer.pictures += frame.last == frame.first ? frame.pictures : 0;
  }

  /** A frame that holds a picture and one short text holds its caption. */
  private boolean isCaptioned(Frame frame) {
    return frame.pictures > 0
        && frame.furniture == null
        && !frame.is("p")
        && !frame.is("li")
        && frame.last - frame.first == 1
        && blocks.get(frame.first).kind() == Kind.TEXT
        && blocks.get(frame.first).text().length() < LONGEST_CAPTION;
  }

  /** Posts of social networks are carried as quotes with a class of the network's own. */
  private static boolean isEmbed(Element element) {
    String names = element.className();
    return names.contains("twitter-tweet")
        || names.contains("instagram-media")
        || names.contains("twitter-video");
  }

  private static void clearAround(Frame quote) {
    Frame frame = quote;
    for (int i = 0; i < 4 && frame != null; i++) {
      String reason = frame.furniture;
      if (reason != null
          && (reason.equals("social") || reason.equals("widget") || reason.equals("socialmedia"))) {
        frame.furniture = null;
      }
      frame = frame.parent;
    }
  }

  private static @Nullable String furniture(Element element, String name) {
    String byTag =
        switch (name) {
          case "nav", "footer", "aside", "form", "figcaption", "address" -> name;
          default -> null;
        };
    if (byTag != null || element.attributesSize() == 0) {
      return byTag;
    }
    if (Hidden.is(element)) {
      return "hidden";
    }
    // The rows of a table are called after what they list, as players or authors.
    return name.equals("tr") ? null : FurnitureWords.find(element);
  }

  private static @Nullable Kind kindOf(String name, Element element, @Nullable Kind outer) {
    return switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
      case "li", "dt", "dd" -> Kind.LIST_ITEM;
      case "blockquote" -> Kind.QUOTE;
      case "pre" -> Kind.PREFORMATTED;
      case "tr" -> isData(element, 0) ? Kind.TABLE_ROW : outer;
      default -> outer;
    };
  }

  /** Says whether no cell of a row holds blocks of its own. */
  private static boolean isData(Element element, int depth) {
    for (Element child = element.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      boolean nests =
          switch (child.normalName()) {
            case "div",
                "table",
                "ul",
                "ol",
                "h1",
                "h2",
                "h3",
                "article",
                "section",
                "form",
                "script" ->
                true;
            case "p" -> child.nextElementSibling() != null;
            default -> depth < 2 && !isData(child, depth + 1);
          };
      if (nests) {
        return false;
      }
    }
    return true;
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c <= ' '
          || c == '\u00a0'
          || (c >= '\u2000' && c <= '\u200a')
          || c == '\u3000'
          || c == '\u202f') {
        space(c);
      } else if (c != '\u00ad' && c != '\u200b' && c != '\ufeff' && c != '\u2060') {
        text.append(c);
        paid |= paidAround > 0;
        count(c);
      }
    }
  }

  private void count(char c) {
    linked += inLink ? 1 : 0;
    bold += inBold ? 1 : 0;
    if (c < 0x80) {
      weight++;
      marks += c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == ':' ? 1 : 0;
    } else {
      boolean dense = c >= 0x2E80 && c < 0xFB00;
      weight += dense ? 2.5 : 1;
      marks +=
          switch (c) {
            case '。', '、', '，', '！', '？', '؟', '،', '؛', '।', '…', '：', '；', '։', '።' -> 1;
            default -> 0;
          };
    }
  }

  private void space(char c) {
    if (preformatted > 0 && (c == '\n' || c == ' ')) {
      text.append(c);
      return;
    }
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) != ' ' && text.charAt(last) != '\n') {
      text.append(' ');
      linked += inLink ? 1 : 0;
      bold += inBold ? 1 : 0;
      weight++;
    }
  }

  /** Two breaks in a row end a block. */
  private void lineBreak(Frame frame) {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) == ' ') {
      text.setLength(last--);
    }
    if (last >= 0 && text.charAt(last) == '\n' && preformatted == 0 && !row) {
      flush(frame);
    } else if (last >= 0) {
      text.append(row ? ' ' : '\n');
    }
  }

  private void flush(Frame frame) {
    String block = preformatted > 0 ? text.toString().stripTrailing() : text.toString().strip();
    if (!block.isBlank()) {
      Shape shape =
          new Shape(
              Math.min(linked, block.length()), Math.min(bold, block.length()), weight, marks);
      Block.Words words = new Block.Words(block, marker.take(text, block));
      blocks.add(new Block(frame, kind == null ? Kind.TEXT : kind, words, shape, paid));
    } else {
      marker.take(text, block);
    }
    text.setLength(0);
    paid = false;
    linked = 0;
    bold = 0;
    weight = 0;
    marks = 0;
  }
}
