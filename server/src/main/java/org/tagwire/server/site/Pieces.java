package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.Mark;
import org.tagwire.server.site.SearchView.Piece;

/** Cuts a text at its marks, so that a template can set them apart without making any markup. */
final class Pieces {
  private Pieces() {}

  /** Cuts {@code text}; the marks are in order and do not overlap. */
  static List<Piece> of(String text, List<Mark> marks) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      if (mark.from() >= at && mark.to() <= text.length()) {
        add(text.substring(at, mark.from()), false, pieces);
        add(text.substring(mark.from(), mark.to()), true, pieces);
        at = mark.to();
      }
    }
    add(text.substring(at), false, pieces);
    return pieces;
  }

  private static void add(String text, boolean sought, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, sought));
    }
  }
}
