package org.tagwire.newsstand.press;

import java.util.List;
import org.tagwire.newsstand.newsroom.Block;

/** Blocks of text as HTML. */
final class Markup {

  private Markup() {}

  static String html(List<Block> blocks) {
    var out = new StringBuilder();
    boolean inList = false;
    for (Block block : blocks) {
      boolean item = block.kind() == Block.Kind.ITEM;
      if (item != inList) {
        out.append(item ? "<ul>\n" : "</ul>\n");
        inList = item;
      }
      String text = Template.escape(block.text());
      out.append(
          switch (block.kind()) {
            case PARAGRAPH -> "<p>" + text + "</p>\n";
            case CROSSHEAD -> "<h2>" + text + "</h2>\n";
            case QUOTATION -> "<blockquote><p>" + text + "</p></blockquote>\n";
            case ITEM -> "<li>" + text + "</li>\n";
          });
    }
    return inList ? out.append("</ul>\n").toString() : out.toString();
  }
}
