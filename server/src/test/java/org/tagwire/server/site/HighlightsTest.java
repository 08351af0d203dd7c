package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.query.SameText.Added;

class HighlightsTest {
  private static final Mark NAME = new Mark(Mark.Kind.STRONG, 4, 9, "");

  private final List<Paragraph> body =
      List.of(
          Paragraph.of("The ferry stays."),
          new Paragraph(Paragraph.Kind.TEXT, "The ferry stays.", List.of(NAME)));

  @Test
  void marksWhatWasAddedAroundOtherMarks() {
    List<Paragraph> marked = Highlights.in(body, List.of(new Added(0, 4, 16), new Added(1, 0, 16)));
    assertThat(marked.get(0).marks()).containsExactly(highlight(4, 16));
    assertThat(marked.get(1).marks()).containsExactly(highlight(0, 16), NAME);
  }

  @Test
  void leavesUnmarkedWhatWouldCrossAnotherMark() {
    assertThat(Highlights.in(body, List.of(new Added(1, 6, 16)))).isEqualTo(body);
  }

  private static Mark highlight(int from, int to) {
    return new Mark(Mark.Kind.HIGHLIGHT, from, to, "");
  }
}
