package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.text.FunctionWords;
import org.tagwire.text.Normalise;
import org.tagwire.text.Sentences;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Cuts a piece into lines, without datelines; a text longer than {@value #READ} characters is read
 * up to there.
 */
final class Lines {
  /** Enough for every article worth its tags; the tail of a live blog adds names and no subject. */
  static final int READ = 16_000;

  private static final int SENTENCE = 1_000;

  private final List<Line> lines = new ArrayList<>();
  private int left = READ;

  private Lines() {}

  static List<Line> of(Piece piece) {
    Lines cut = new Lines();
    cut.add(Normalise.head(Normalise.line(piece.title()), SENTENCE), -1);
    int paragraph = 0;
    for (String text : piece.paragraphs()) {
      if (cut.left <= 0) {
        break;
      }
      String body = paragraph < 2 ? Datelines.cut(text.strip()) : text;
      Sentences.of(Normalise.head(body, cut.left)).forEach(new Adder(cut, paragraph)::add);
      cut.left -= text.length();
      paragraph++;
    }
    return cut.lines;
  }

  private record Adder(Lines lines, int paragraph) {
    void add(String sentence) {
      lines.add(Normalise.head(Normalise.line(sentence), SENTENCE), paragraph);
    }
  }

  private void add(String text, int paragraph) {
    if (!text.isEmpty()) {
      List<Token> tokens = Tokens.of(text);
      lines.add(new Line(lines.size(), paragraph, text, tokens, isHeadline(tokens)));
    }
  }

  /** Every word that could be written small begins with a capital, or all but one of many. */
  private static boolean isHeadline(List<Token> tokens) {
    int capitals = 0;
    int small = 0;
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isWord() && !FunctionWords.contains(Normalise.folded(token.text()))) {
        capitals += token.isCapitalised() ? 1 : 0;
        small += token.isCapitalised() ? 0 : 1;
      }
    }
    boolean sentence = !tokens.isEmpty() && tokens.getLast().is(".");
    return tokens.size() >= 4 && capitals >= 2 && small <= capitals / 7 && !sentence;
  }
}
