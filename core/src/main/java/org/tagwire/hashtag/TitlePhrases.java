package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Finds what a title says in two or three words and the text says again and again in the same:
 * where no capitals tell names, words that keep together are the best witness.
 */
final class TitlePhrases {
  private static final int LONGEST = 3;
  private static final int OFTEN = 3;

  /** Of all lines that have one of its words, so many have the phrase. */
  private static final double COHESION = 0.6;

  private final Reader reader;
  private final Phrases phrases;
  private final List<Line> lines;
  private final List<Spot> spots = new ArrayList<>();

  private TitlePhrases(Reader reader, Phrases phrases, List<Line> lines) {
    this.reader = reader;
    this.phrases = phrases;
    this.lines = lines;
  }

  /** Returns the places of such phrases but those that {@code found} covers in the title. */
  static List<Spot> spot(Reader reader, Phrases phrases, List<Line> lines, List<Spot> found) {
    TitlePhrases titles = new TitlePhrases(reader, phrases, lines);
    for (Line line : lines) {
      if (line.isTitle()) {
        titles.read(line, found);
      }
    }
    return titles.spots;
  }

  private void read(Line title, List<Spot> found) {
    int i = 0;
    while (i + 1 < title.tokens().size()) {
      int end = phraseEnd(title, i, found);
      if (end > i) {
        take(title, i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private int phraseEnd(Line title, int from, List<Spot> found) {
    int to = from;
    while (to < title.tokens().size()
        && to - from < LONGEST
        && isTelling(title.tokens().get(to))
        && found.stream().noneMatch(new Cover(title.number(), to)::isIn)) {
      to++;
    }
    while (to - from >= 2 && !keepsTogether(loose(title, from, to))) {
      to--;
    }
    return to - from >= 2 ? to : from;
  }

  private record Cover(int line, int token) {
    boolean isIn(Spot spot) {
      return spot.line().number() == line && spot.from() <= token && token < spot.to();
    }
  }

  private boolean isTelling(Token token) {
    return token.isWord()
        && token.text().length() > 1
        && !Tokens.isUnspaced(token.text().codePointAt(0))
        && !reader.isFunctionWord(token)
        && !reader.tells(Cue.PLAIN, token)
        && !reader.isTime(token.text());
  }

  private boolean keepsTogether(List<String> phrase) {
    int said = phrases.count(phrase);
    int most = phrase.stream().mapToInt(phrases::lines).max().orElse(0);
    return said >= OFTEN && said >= COHESION * most;
  }

  private static List<String> loose(Line title, int from, int to) {
    return title.tokens().subList(from, to).stream().map(t -> Clitics.loose(t.text())).toList();
  }

  private void take(Line title, int from, int to) {
    String name = title.slice(from, to);
    if (reader.isNever(name)) {
      return;
    }
    for (Phrases.Place place : phrases.find(loose(title, from, to))) {
      Line line = lines.get(place.line());
      spots.add(new Spot(line, place.token(), place.token() + to - from, name, Set.of()));
    }
  }
}
