package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.text.Token;

/**
 * Where a piece says which words, prefixes and spelling aside: what it says twice in the same order
 * may be a name.
 */
final class Phrases {
  /** The number of a line and of its token. */
  record Place(int line, int token) {}

  private final List<List<String>> words = new ArrayList<>();
  private final Map<String, List<Place>> places = new HashMap<>();

  Phrases(List<Line> lines) {
    for (Line line : lines) {
      List<String> loose = new ArrayList<>(line.tokens().size());
      for (Token token : line.tokens()) {
        loose.add(token.isWord() ? Clitics.loose(token.text()) : "");
      }
      words.add(loose);
      index(loose, words.size() - 1);
    }
  }

  private void index(List<String> loose, int line) {
    for (int i = 0; i < loose.size(); i++) {
      Place place = new Place(line, i);
      for (String reading : Clitics.readings(loose.get(i))) {
        places.computeIfAbsent(reading, r -> new ArrayList<>()).add(place);
      }
    }
  }

  /** Returns where the piece says {@code phrase}, words of {@link Clitics#loose}. */
  List<Place> find(List<String> phrase) {
    return places.getOrDefault(phrase.getFirst(), List.of()).stream()
        .filter(place -> follows(place, phrase))
        .toList();
  }

  /** Returns how often the piece says {@code phrase}, words of {@link Clitics#loose}. */
  int count(List<String> phrase) {
    return find(phrase).size();
  }

  private boolean follows(Place place, List<String> phrase) {
    List<String> line = words.get(place.line);
    if (place.token + phrase.size() > line.size()) {
      return false;
    }
    for (int i = 1; i < phrase.size(); i++) {
      String word = line.get(place.token + i);
      boolean last = i == phrase.size() - 1;
      if (!word.equals(phrase.get(i)) && !(last && isInflected(word, phrase.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** A Korean particle, or an article's prefix, may follow a name's last word. */
  private static boolean isInflected(String word, String last) {
    return word.length() > last.length()
        && word.startsWith(last)
        && word.charAt(0) >= 0xAC00
        && Clitics.readings(word).contains(last);
  }

  /** Returns in how many lines {@code word} stands. */
  int lines(String word) {
    Set<Integer> numbers = new HashSet<>();
    places.getOrDefault(word, List.of()).forEach(place -> numbers.add(place.line));
    return numbers.size();
  }
}
