package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/** Finds works by their quotation marks: “The Long Winter”, «أغنية البحر», 『冬の手紙』, 《春天》. */
final class QuoteSpotter {
  private static final Pattern TITLE_MARKS =
      Pattern.compile("[\u300E\u300A]([^\u300F\u300B]{2,40})[\u300F\u300B]");
  private static final Pattern QUOTES =
      Pattern.compile(
          "(?:\"([^\"]{2,60})\"|\u201E([^\u201C\"]{2,60})[\u201C\"]|\u00AB\\s?([^\u00BB]{2,60}?)\\s?\u00BB|\u00BB\\s?([^\u00AB\u00BB]{2,60}?)\\s?\u00AB|(?<![\\p{L}])'([^']{2,60})'(?!\\p{L}))");

  private QuoteSpotter() {}

  /**
   * Returns the quoted titles of {@code line}: all within title marks, others when they are set
   * like a title.
   */
  static List<Spot> spot(Reader reader, Line line, boolean cased) {
    List<Spot> spots = new ArrayList<>();
    collect(TITLE_MARKS.matcher(line.text()), line, spots, true, reader);
    collect(QUOTES.matcher(line.text()), line, spots, !cased, reader);
    return spots;
  }

  private static void collect(
      Matcher quote, Line line, List<Spot> spots, boolean anyCase, Reader reader) {
    while (quote.find()) {
      int group = 1;
      while (quote.group(group) == null) {
        group++;
      }
      int from = tokenAt(line.tokens(), quote.start(group));
      int to = tokenAt(line.tokens(), quote.end(group));
      boolean title =
          from < to
              && (anyCase
                  ? isShort(from, to)
                  : isTitleCase(reader, line.tokens().subList(from, to)));
      if (title) {
        Set<Sign> signs =
            anyCase && quote.pattern() == QUOTES && !isWorkNamed(reader, line, from)
                ? Set.of(Sign.QUOTED, Sign.WEAK)
                : Set.of(Sign.QUOTED);
        String name = Normalise.line(line.slice(from, to)).replaceAll("[,.]$", "");
        spots.add(
            anyCase && isHeaded(reader, line, from)
                ? new Spot(line, from - 2, to, head(line, from) + " " + name, Set.of())
                : new Spot(line, from, to, name, signs));
      }
    }
  }

  /** {@code رواية "دفتر الملح"}: the word before the mark says what is quoted. */
  private static boolean isWorkNamed(Reader reader, Line line, int from) {
    return from >= 2
        && Clitics.readings(line.tokens().get(from - 2).text()).stream()
            .map(word -> word.startsWith("ال") ? word.substring(2) : word)
            .anyMatch(word -> reader.tells(Cue.WORK, word));
  }

  /** {@code فيروس "الأذن الزرقاء"}: an event's head belongs to the name in the marks. */
  private static boolean isHeaded(Reader reader, Line line, int from) {
    return from >= 2
        && Clitics.isArabic(line.tokens().get(from - 2).text().codePointAt(0))
        && reader.tells(Cue.EVENT, head(line, from));
  }

  private static String head(Line line, int from) {
    String word = line.tokens().get(from - 2).text();
    return word.startsWith("و") && word.length() > 3 ? word.substring(1) : word;
  }

  private static boolean isShort(int from, int to) {
    return to - from <= 6;
  }

  private static boolean isTitleCase(Reader reader, List<Token> tokens) {
    long words = tokens.stream().filter(Token::isWord).count();
    boolean capitals =
        tokens.stream()
            .filter(Token::isWord)
            .allMatch(t -> Reader.looksLikeName(t) || reader.isFunctionWord(t));
    long telling = tokens.stream().filter(t -> t.isWord() && !reader.isFunctionWord(t)).count();
    if (reader.nounsAreCapitalised() && telling < 2) {
      return false;
    }
    Token last = tokens.getLast();
    boolean sentence = last.is("!") || last.is("?") && words > 3;
    return words >= 2 && words <= 8 && capitals && !sentence && tokens.getFirst().isCapitalised();
  }

  private static int tokenAt(List<Token> tokens, int character) {
    int i = 0;
    while (i < tokens.size() && tokens.get(i).start() < character) {
      i++;
    }
    return i;
  }
}
