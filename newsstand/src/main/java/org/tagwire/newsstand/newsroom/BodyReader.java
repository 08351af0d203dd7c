package org.tagwire.newsstand.newsroom;

import java.util.ArrayList;
import java.util.List;

/** Reads the text of an account: blocks between blank lines, marked by their first characters. */
final class BodyReader {

  private BodyReader() {}

  /** Reads blocks up to the next account or the end of the file. */
  static List<Block> read(Lines lines) {
    List<Block> blocks = new ArrayList<>();
    lines.skipBlank();
    while (lines.hasNext() && !AccountReader.beginsAccount(lines.peek())) {
      blocks.add(block(lines));
      lines.skipBlank();
    }
    return blocks;
  }

  private static Block block(Lines lines) {
    Block.Kind kind = kind(lines.peek());
    String text = words(kind, lines.next());
    while (lines.hasNext() && continues(kind, lines.peek())) {
      text = join(text, words(kind, lines.next()));
    }
    if (text.isBlank()) {
      throw lines.problem("a block of text must not be empty");
    }
    return new Block(kind, text);
  }

  private static boolean continues(Block.Kind kind, String line) {
    if (line.isBlank() || AccountReader.beginsAccount(line)) {
      return false;
    }
    boolean mayRunOn = kind == Block.Kind.PARAGRAPH || kind == Block.Kind.QUOTATION;
    return mayRunOn && kind(line) == kind;
  }

  private static Block.Kind kind(String line) {
    if (line.startsWith("## ")) {
      return Block.Kind.CROSSHEAD;
    }
    if (line.startsWith("> ")) {
      return Block.Kind.QUOTATION;
    }
    return line.startsWith("- ") ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
  }

  private static String words(Block.Kind kind, String line) {
    return switch (kind) {
      case CROSSHEAD -> line.substring(3).strip();
      case QUOTATION, ITEM -> line.substring(2).strip();
      case PARAGRAPH -> line.strip();
    };
  }

  private static String join(String text, String more) {
    // Scripts written without spaces must not gain one where a line of the file happens to end.
    int last = text.codePointBefore(text.length());
    boolean spaceless = Character.isIdeographic(last) || (last >= 0x3000 && last <= 0x30FF);
    return spaceless ? text + more : text + " " + more;
  }
}
