package org.tagwire.newsstand.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Title and text of an article at one time. */
public record Wording(String title, List<Block> body) {

  public Wording {
    body = List.copyOf(body);
    if (body.isEmpty()) {
      throw new IllegalArgumentException("an article needs at least one paragraph: " + title);
    }
  }

  /** This wording with a correction made. */
  public Wording corrected(Correction correction) {
    return switch (correction) {
      case Correction.NewTitle change -> new Wording(change.title(), body);
      case Correction.NewParagraph change -> withParagraph(change.number(), change.text());
    };
  }

  /** The first paragraph. */
  public String lead() {
    return body.stream()
        .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
        .findFirst()
        .orElse(body.getFirst())
        .text();
  }

  /** The text without markup, blank line between blocks. */
  public String plainText() {
    return body.stream().map(Block::text).collect(Collectors.joining("\n\n"));
  }

  private Wording withParagraph(int number, String text) {
    List<Block> changed = new ArrayList<>(body);
    int seen = 0;
    for (int i = 0; i < changed.size(); i++) {
      boolean counted = changed.get(i).kind() == Block.Kind.PARAGRAPH;
      if (counted && ++seen == number) {
        changed.set(i, new Block(Block.Kind.PARAGRAPH, text));
        return new Wording(title, changed);
      }
    }
    throw new IllegalArgumentException(
        "the correction names paragraph " + number + ", but there are only " + seen);
  }
}
