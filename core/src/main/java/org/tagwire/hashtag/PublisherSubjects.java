package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;
import org.tagwire.text.Token;

/**
 * Joins the publisher's own tags to the subjects found: as another witness where they agree, as new
 * subjects elsewhere.
 */
final class PublisherSubjects {
  private final Reader reader;
  private final List<Line> lines;

  PublisherSubjects(Reader reader, List<Line> lines) {
    this.reader = reader;
    this.lines = lines;
  }

  /** Marks or adds to {@code subjects}. */
  void join(List<Subject> subjects) {
    for (String tag : PublisherTags.clean(reader, reader.piece().publisherTags())) {
      Optional<Subject> same = subjects.stream().filter(s -> isCalled(s, Keys.of(tag))).findFirst();
      if (same.isPresent()) {
        same.get().markPublisherTag();
      } else {
        Subject added = Subject.ofPublisher(tag);
        // an everyday word of Arabic stands anywhere: the publisher's word for it, and no more
        if (!ArabicSpotter.isCommonNoun(reader, lines, tag)) {
          spots(tag).forEach(added::add);
        }
        subjects.add(added);
      }
    }
  }

  /** By its name, or by a short form that the piece uses for it. */
  private static boolean isCalled(Subject subject, String key) {
    return subject.key().equals(key)
        || Keys.of(subject.name()).equals(key)
        || subject.spots().stream().anyMatch(spot -> Keys.of(spot.name()).equals(key));
  }

  /** Looks for the words of {@code tag} in every sentence, case and Arabic prefixes aside. */
  private List<Spot> spots(String tag) {
    List<String> words = Terms.of(tag);
    List<Spot> spots = new ArrayList<>();
    for (Line line : lines) {
      int at = words.isEmpty() ? -1 : find(line.tokens(), words);
      if (at >= 0) {
        spots.add(new Spot(line, at, at + words.size(), tag, Set.of()));
      }
    }
    return spots;
  }

  private static int find(List<Token> tokens, List<String> words) {
    for (int i = 0; i + words.size() <= tokens.size(); i++) {
      if (startsWith(tokens, i, words)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(List<Token> tokens, int at, List<String> words) {
    for (int j = 0; j < words.size(); j++) {
      String folded = Normalise.folded(tokens.get(at + j).text());
      String wanted = words.get(j);
      boolean same = folded.equals(wanted) || (j == 0 && Clitics.readings(folded).contains(wanted));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
