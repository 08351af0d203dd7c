package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Observation;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Normalise;

/**
 * Finds the hashtags of a piece: the subjects it is about, best first, then those it names.
 *
 * <p>Safe for use by many threads; made once, which reads a lexicon of 5 MB. At most {@value
 * Lines#READ} characters are read, in time that grows with their number; no piece makes it fail.
 */
public final class Tagger {
  /** The most subjects one piece is about. */
  static final int MOST_ABOUT = 6;

  /** The most tags of one piece altogether. */
  static final int MOST = 40;

  private static final int MOST_MENTIONS = 8;
  private static final double ABOUT = 0.35;
  private static final double FIRST_ABOUT = 0.22;

  private final Lexicon lexicon = Lexicon.load();
  private final Cues cues = Cues.load();
  private final Names names = new Names();

  /**
   * Returns what {@code piece} is about and what it mentions, as far as can be told with {@code
   * knowledge}.
   */
  public Tags tag(Piece piece, Knowledge knowledge) {
    Reader reader = new Reader(lexicon, cues, names.in(piece.language()), knowledge, piece);
    List<Line> lines = Lines.of(piece);
    List<Subject> subjects = new ArrayList<>(Subjects.gather(reader, spots(reader, lines)));
    new PublisherSubjects(reader, lines).join(subjects);
    List<Weighed> weighed = weigh(reader, subjects);
    return weighed.isEmpty() ? Tags.NONE : new Tags(taggings(weighed), observed(piece, weighed));
  }

  /**
   * Returns the features of every subject of {@code piece} by its name, for fitting and for
   * explaining.
   */
  Map<String, double[]> features(Piece piece, Knowledge knowledge) {
    Reader reader = new Reader(lexicon, cues, names.in(piece.language()), knowledge, piece);
    List<Line> lines = Lines.of(piece);
    List<Subject> subjects = new ArrayList<>(Subjects.gather(reader, spots(reader, lines)));
    new PublisherSubjects(reader, lines).join(subjects);
    Map<String, double[]> features = new LinkedHashMap<>();
    weigh(reader, subjects).forEach(w -> features.put(w.subject.name(), w.features));
    return features;
  }

  @SuppressWarnings("ArrayRecordComponent") // lives while one piece is read
  private record Weighed(Subject subject, TagKind kind, double[] features, double score) {}

  private static List<Spot> spots(Reader reader, List<Line> lines) {
    if (!isCased(lines)) {
      String whole =
          Normalise.folded(lines.stream().map(Line::text).collect(Collectors.joining("\n")));
      List<Spot> spots = new ArrayList<>();
      for (Line line : lines) {
        spots.addAll(UncasedSpotter.spot(reader, line, whole));
        spots.addAll(QuoteSpotter.spot(reader, line, false));
      }
      return spots;
    }
    List<Spot> spots = new ArrayList<>();
    for (Line line : lines) {
      if (!line.headline()) {
        spots.addAll(CasedSpotter.spot(reader, line));
        spots.addAll(QuoteSpotter.spot(reader, line, true));
      }
    }
    Set<String> body =
        spots.stream().map(s -> Keys.of(s.name())).collect(Collectors.toCollection(HashSet::new));
    for (Line line : lines) {
      if (line.headline()) {
        spots.addAll(HeadlineSpotter.spot(reader, line, body));
      }
    }
    return spots;
  }

  private static boolean isCased(List<Line> lines) {
    int cased = 0;
    int letters = 0;
    for (Line line : lines.subList(0, Math.min(lines.size(), 10))) {
      letters += (int) line.text().codePoints().filter(Character::isLetter).count();
      cased +=
          (int)
              line.text()
                  .codePoints()
                  .filter(c -> Character.isLowerCase(c) || Character.isUpperCase(c))
                  .count();
    }
    return 2 * cased >= letters;
  }

  private static List<Weighed> weigh(Reader reader, List<Subject> subjects) {
    Kinds kinds = new Kinds(reader);
    int most = subjects.stream().mapToInt(Subject::lines).max().orElse(1);
    Map<TagKey, Weighed> byKey = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      TagKind kind = kinds.of(subject);
      double[] features = Salience.features(subject, kind, most, reader.known(subject.key()));
      Weighed weighed = new Weighed(subject, kind, features, Salience.of(features));
      TagKey.parse(subject.name())
          .ifPresent(key -> byKey.merge(key, weighed, (a, b) -> a.score >= b.score ? a : b));
    }
    return byKey.values().stream()
        .sorted(
            Comparator.comparingDouble((Weighed w) -> -w.score)
                .thenComparingInt(w -> w.subject.firstLine())
                .thenComparing(w -> w.subject.key()))
        .limit(MOST)
        .toList();
  }

  private static List<Tagging> taggings(List<Weighed> weighed) {
    List<Tagging> tags = new ArrayList<>();
    for (Weighed w : weighed) {
      boolean about = tags.size() < MOST_ABOUT && w.score >= (tags.isEmpty() ? FIRST_ABOUT : ABOUT);
      TagKey key = TagKey.of(w.subject.name());
      tags.add(
          new Tagging(
              key,
              w.subject.name(),
              w.kind,
              about ? Grade.ABOUT : Grade.MENTIONS,
              w.score,
              mentions(w)));
    }
    return tags;
  }

  /**
   * The sentence with the full name tells more than one with the surname, and the title more than
   * the tail.
   */
  private static List<Mention> mentions(Weighed weighed) {
    Map<Integer, Mention> byLine = new LinkedHashMap<>();
    for (Spot spot : weighed.subject.spots()) {
      boolean full = spot.words() > 1 || weighed.subject.words() == 1;
      double place = spot.line().isTitle() ? 1 : 0.9 / (1 + 0.1 * spot.line().number());
      Mention mention =
          new Mention(
              spot.line().text(),
              spot.line().slice(spot.from(), spot.to()),
              full ? place : 0.7 * place);
      byLine.merge(spot.line().number(), mention, (a, b) -> a.weight() >= b.weight() ? a : b);
    }
    return byLine.values().stream()
        .sorted(Comparator.comparingDouble(Mention::weight).reversed())
        .limit(MOST_MENTIONS)
        .toList();
  }

  /** Returns what these tags teach: the names to be remembered. A function of the tags alone. */
  public static Observation observation(Language language, List<Tagging> tags) {
    Knowledge.Scope scope = new Knowledge.Scope("hashtag:names", language.code());
    return new Observation(
        tags.stream()
            .map(tag -> Keys.of(tag.name()))
            .filter(key -> !key.isEmpty() && key.length() <= 200)
            .map(key -> new Observation.Sighting(scope, key, 1))
            .toList());
  }

  private static Observation observed(Piece piece, List<Weighed> weighed) {
    Knowledge.Scope scope = Reader.scope(piece);
    return new Observation(
        weighed.stream()
            .filter(w -> w.subject.key().length() <= 200)
            .map(w -> new Observation.Sighting(scope, w.subject.key(), 1))
            .toList());
  }
}
