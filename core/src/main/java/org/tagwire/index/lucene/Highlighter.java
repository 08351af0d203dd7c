package org.tagwire.index.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tagwire.model.Mark;

/**
 * Finds in the words of a text those that were asked for. What overlaps becomes one mark, as the
 * pairs of Chinese do. Cost: words of the text times words sought.
 */
final class Highlighter {
  private static final int MOST = 64;

  private Highlighter() {}

  private record Span(int from, int to) {}

  static List<Mark> marks(List<Sought> sought, List<NewsAnalyzer.Cut> text) {
    List<Span> spans = new ArrayList<>();
    for (Sought one : sought) {
      int last = text.size() - one.words().size();
      for (int at = 0; at <= last && spans.size() < MOST; at++) {
        if (stands(one, text, at)) {
          spans.add(span(one, text, at));
        }
      }
    }
    spans.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
    return merged(spans).stream()
        .map(span -> new Mark(Mark.Kind.HIGHLIGHT, span.from, span.to, ""))
        .toList();
  }

  private static boolean stands(Sought sought, List<NewsAnalyzer.Cut> text, int at) {
    int end = sought.words().size() - 1;
    for (int i = 0; i <= end; i++) {
      String word = text.get(at + i).word();
      String asked = sought.words().get(i);
      boolean same = i == end && sought.open() ? word.startsWith(asked) : word.equals(asked);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** A lone Chinese character is sought by the pairs it begins, but only itself is meant. */
  private static Span span(Sought sought, List<NewsAnalyzer.Cut> text, int at) {
    NewsAnalyzer.Cut first = text.get(at);
    NewsAnalyzer.Cut last = text.get(at + sought.words().size() - 1);
    boolean lone = sought.open() && Words.isLoneIdeograph(sought.words());
    return new Span(
        first.from(), lone ? first.from() + sought.words().getFirst().length() : last.to());
  }

  private static List<Span> merged(List<Span> sorted) {
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span before = merged.isEmpty() ? null : merged.getLast();
      if (before != null && span.from <= before.to) {
        merged.set(merged.size() - 1, new Span(before.from, Math.max(before.to, span.to)));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
