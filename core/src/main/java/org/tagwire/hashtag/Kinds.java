package org.tagwire.hashtag;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Tells what a subject stands for by votes: its own words first, then what stands around it, then
 * the lexicon.
 */
final class Kinds {
  private static final double TAGGER = 4;

  private final Reader reader;

  Kinds(Reader reader) {
    this.reader = reader;
  }

  TagKind of(Subject subject) {
    String name = subject.name();
    Map<TagKind, Double> votes = new EnumMap<>(TagKind.class);
    byWords(name, votes);
    byLexicon(name, votes);
    byTagger(subject, votes);
    vote(votes, TagKind.PERSON, Math.min(3, 2.0 * subject.with(Sign.TITLED)));
    vote(votes, TagKind.PLACE, Math.min(1.5, 0.5 * subject.with(Sign.LOCATED)));
    vote(votes, TagKind.WORK, 1.5 * Math.min(2, subject.with(Sign.QUOTED)));
    return votes.entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(TagKind.TOPIC);
  }

  /** The name tagger read the sentences: its mean outweighs what a single word tells. */
  private static void byTagger(Subject subject, Map<TagKind, Double> votes) {
    long read =
        subject.spots().stream().filter(s -> s.kind() != null && !s.has(Sign.COMMON)).count();
    for (Spot spot : subject.spots()) {
      TagKind kind = spot.kind();
      if (kind != null && !spot.has(Sign.COMMON)) {
        vote(votes, kind, (kind == TagKind.TOPIC ? 1 : TAGGER) * spot.certainty() / read);
      }
    }
  }

  /**
   * Returns whether a word of {@code name} is one that institutions, places and events are called
   * by.
   */
  boolean isInstitution(String name) {
    for (String word : name.split(" ")) {
      if (reader.tells(Cue.ORGANISATION, word)
          || reader.tells(Cue.EVENT, word)
          || reader.tells(Cue.PLACE, word)) {
        return true;
      }
    }
    return false;
  }

  private void byWords(String name, Map<TagKind, Double> votes) {
    List<Token> tokens = Tokens.of(name);
    if (tokens.isEmpty()) {
      return;
    }
    String first = Normalise.folded(tokens.getFirst().text());
    String last = Normalise.folded(tokens.getLast().text());
    boolean several = tokens.size() > 1;
    if (several) {
      vote(
          votes,
          TagKind.ORGANISATION,
          reader.tells(Cue.ORGANISATION, last)
              ? 3
              : reader.tells(Cue.ORGANISATION, first) ? 2.5 : 0);
      vote(
          votes,
          TagKind.PLACE,
          reader.tells(Cue.PLACE, last) ? 2.8 : reader.tells(Cue.PLACE, first) ? 2.4 : 0);
      vote(
          votes,
          TagKind.EVENT,
          reader.tells(Cue.EVENT, last) ? 3 : reader.tells(Cue.EVENT, first) ? 2.5 : 0);
      boolean surname = reader.is(last, Lexicon.SURNAME);
      vote(
          votes,
          TagKind.PERSON,
          reader.isPerson(tokens, 0, tokens.size()) ? (surname ? 2.2 : 1.5) : 0);
      vote(votes, TagKind.PERSON, reader.tells(Cue.ROYAL, first) ? 1 : 0);
      vote(votes, TagKind.PERSON, reader.tells(Cue.GIVEN, first) ? 2.2 : 0);
    } else if (name.codePoints().anyMatch(Character::isDigit)) {
      vote(votes, TagKind.TOPIC, 5);
    } else if (tokens.getFirst().isAllCapitals() && name.length() <= 6) {
      vote(votes, TagKind.ORGANISATION, 1.2);
    }
  }

  private void byLexicon(String name, Map<TagKind, Double> votes) {
    int flags = reader.lexicon(name);
    boolean several = name.indexOf(' ') > 0;
    boolean place = (flags & Lexicon.PLACE) != 0;
    vote(votes, TagKind.PLACE, reader.isPlace(name) ? 3 : place ? (several ? 1.8 : 1.3) : 0);
    vote(
        votes,
        TagKind.ORGANISATION,
        (flags & Lexicon.ORGANISATION) != 0 ? (several ? 1.8 : 1.1) : 0);
    vote(votes, TagKind.EVENT, (flags & Lexicon.EVENT) != 0 ? 1.8 : 0);
    vote(votes, TagKind.WORK, (flags & Lexicon.WORK) != 0 ? 0.7 : 0);
    vote(votes, TagKind.PERSON, (flags & Lexicon.SURNAME) != 0 ? 0.8 : 0);
    vote(votes, TagKind.PERSON, (flags & Lexicon.FIRST_NAME) != 0 ? 0.4 : 0);
  }

  private static void vote(Map<TagKind, Double> votes, TagKind kind, double weight) {
    if (weight > 0) {
      votes.merge(kind, weight, Double::sum);
    }
  }
}
