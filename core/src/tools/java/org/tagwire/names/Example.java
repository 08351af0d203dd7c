package org.tagwire.names;

import java.util.List;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;

/** A sentence with its names, as the trainer reads it. */
record Example(List<Token> tokens, List<Span> spans) {
  record Span(int from, int to, TagKind kind) {}

  Example {
    tokens = List.copyOf(tokens);
    spans = List.copyOf(spans);
  }

  int[] labels() {
    int[] labels = new int[tokens.size()];
    for (Span span : spans) {
      for (int i = span.from; i < span.to; i++) {
        labels[i] = Label.of(span.kind, Label.placeIn(i - span.from, span.to - span.from));
      }
    }
    return labels;
  }

  /** Returns the words of a span in lower case, with blanks between. */
  String phrase(int from, int to) {
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      phrase.append(i == from ? "" : " ").append(Glyphs.lower(tokens.get(i).text()));
    }
    return phrase.toString();
  }
}
