package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleText;
import org.tagwire.model.ShowLimits;
import org.tagwire.rights.Excerpts;

/**
 * An article whose every place in the text can be recognised wherever it turns up: most of its words
 * stand nowhere else in the world. What of it has been seen is added up.
 */
final class TracedArticle {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  private final Article article;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Integer> own = new HashMap<>();
  private final String traced;
  private final BitSet seen = new BitSet();

  private record Place(String word, int from, int to) {}

  TracedArticle(Article article) {
    this.article = article;
    ArticleText text = article.text();
    // The summary belongs to the text: what both show together is one budget.
    this.traced = text.plain() + (text.paragraphs().isEmpty() ? "" : "\n" + text.summary());
    Matcher word = WORD.matcher(traced);
    while (word.find()) {
      String written = word.group().toLowerCase(Locale.ROOT);
      if (Coinage.isOwn(written)) {
        own.put(written, places.size());
      }
      places.add(new Place(written, word.start(), word.end()));
    }
  }

  Article article() {
    return article;
  }

  /** Returns the words that stand in this article only. */
  Iterable<String> words() {
    return own.keySet();
  }

  /** Returns one of those words; empty where there is no text at all. */
  Optional<String> findWord() {
    return own.keySet().stream().findFirst();
  }

  /** Notes what of the text stands around the word at {@code at}, which is one of its own. */
  void note(List<String> surface, int at) {
    Integer found = own.get(surface.get(at));
    if (found == null) {
      throw new IllegalArgumentException(surface.get(at) + " is no word of this article");
    }
    int place = found;
    seen.set(place);
    for (int i = 1; isAt(surface, at - i, place - i); i++) {
      seen.set(place - i);
    }
    for (int i = 1; isAt(surface, at + i, place + i); i++) {
      seen.set(place + i);
    }
  }

  private boolean isAt(List<String> surface, int at, int place) {
    return at >= 0
        && at < surface.size()
        && place >= 0
        && place < places.size()
        && surface.get(at).equals(places.get(place).word());
  }

  /** Returns how many characters of the text have been seen, with the blanks between its words. */
  int seenCharacters() {
    int characters = 0;
    for (int from = seen.nextSetBit(0); from >= 0; ) {
      int to = seen.nextClearBit(from);
      characters += places.get(to - 1).to() - places.get(from).from();
      from = seen.nextSetBit(to);
    }
    return characters;
  }

  /** Returns what of the text has been seen, for whoever has to find out why. */
  String seenText() {
    StringBuilder text = new StringBuilder();
    for (int from = seen.nextSetBit(0); from >= 0; ) {
      int to = seen.nextClearBit(from);
      text.append('[')
          .append(traced, places.get(from).from(), places.get(to - 1).to())
          .append("] ");
      from = seen.nextSetBit(to);
    }
    return text.toString();
  }

  /** Returns the greatest number of characters that all surfaces together may show. */
  int budget() {
    ShowLimits limits = article.reading().limits();
    int most = Math.min(Excerpts.MAX_LENGTH, limits.maxSnippet());
    boolean summaryOnly =
        article.text().paragraphs().isEmpty() || !limits.mined() || !limits.archived();
    return summaryOnly
        ? most
        : Math.min(most, article.text().length() * Excerpts.MAX_SHARE / 100);
  }
}
