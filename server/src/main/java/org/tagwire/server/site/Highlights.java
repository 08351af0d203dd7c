package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.query.SameText.Added;

/** Marks in a text what its outlet has added to another's. */
final class Highlights {
  private Highlights() {}

  /**
   * Returns the paragraphs with these parts marked; one that crosses another mark stays unmarked.
   */
  static List<Paragraph> in(List<Paragraph> body, List<Added> added) {
    List<Paragraph> marked = new ArrayList<>(body);
    for (Added part : added) {
      Paragraph paragraph = marked.get(part.paragraph());
      Mark mark = new Mark(Mark.Kind.HIGHLIGHT, part.from(), part.to(), "");
      if (paragraph.marks().stream().noneMatch(other -> crosses(mark, other))) {
        marked.set(part.paragraph(), with(paragraph, mark));
      }
    }
    return marked;
  }

  private static Paragraph with(Paragraph paragraph, Mark mark) {
    List<Mark> marks = new ArrayList<>(List.of(mark));
    marks.addAll(paragraph.marks());
    marks.sort(
        Comparator.comparingInt(Mark::from).thenComparing(Mark::to, Comparator.reverseOrder()));
    return new Paragraph(paragraph.kind(), paragraph.text(), marks);
  }

  private static boolean crosses(Mark one, Mark other) {
    return (one.from() < other.from() && other.from() < one.to() && one.to() < other.to())
        || (other.from() < one.from() && one.from() < other.to() && other.to() < one.to());
  }
}
