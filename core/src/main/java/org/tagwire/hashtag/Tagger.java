package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Observation;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.names.NameMiner;

/**
 * Finds the hashtags of a piece: the subjects it is about, best first, then those it names.
 *
 * <p>Safe for use by many threads; made once, which reads a lexicon of 5 MB. At most {@value
 * Lines#READ} characters are read, in time that grows with their number; no piece makes it fail.
 */
public final class Tagger {
  /** The topic under which short forms are counted, each as {@code form=Full Name}. */
  public static final String FORMS = "hashtag:forms";

  /** The most subjects one piece is about. */
  static final int MOST_ABOUT = 6;

  /** The most tags of one piece altogether. */
  static final int MOST = 40;

  private static final int MOST_MENTIONS = 8;
  private static final double ABOUT = 0.33;
  private static final double NAMED_ABOUT = 0.25;

  /**
   * A place or an organisation that the title does not name is mostly where things happen or who
   * let it be known: on judged articles of a year such chips below this were right in half of the
   * cases, above it in nine of ten.
   */
  private static final double SETTING_ABOUT = 0.5;

  private final Words words = Words.load();
  private final Names names = new Names();

  /**
   * Returns what {@code piece} is about and what it mentions, as far as can be told with {@code
   * knowledge}.
   */
  public Tags tag(Piece piece, Knowledge knowledge) {
    return tags(piece, weigh(piece, knowledge));
  }

  static Tags tags(Piece piece, List<Weighed> weighed) {
    List<Tagging> tags = taggings(weighed);
    return tags.isEmpty() ? Tags.NONE : new Tags(tags, Memory.observation(piece.language(), tags));
  }

  /** Returns why {@code piece} has the tag {@code key}, empty when it has not. */
  public Optional<Explanation> explain(Piece piece, Knowledge knowledge, TagKey key) {
    return weigh(piece, knowledge).stream()
        .filter(w -> w.key.equals(key))
        .findFirst()
        .map(Weighed::explained);
  }

  /** Returns the subjects of {@code piece}, best first. */
  List<Weighed> weigh(Piece piece, Knowledge knowledge) {
    Reader reader = new Reader(words, names.in(piece.language()), knowledge, piece);
    List<Line> lines = Asides.last(reader, Lines.of(piece));
    List<Subject> subjects = new ArrayList<>(Subjects.gather(reader, Spotting.spot(reader, lines)));
    new PublisherSubjects(reader, lines).join(subjects);
    Features features = new Features(reader, lines, subjects);
    Kinds kinds = new Kinds(reader);
    Map<TagKey, Weighed> byKey = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      TagKind kind = kinds.of(subject);
      EnumMap<Feature, Double> values = features.of(subject, kind);
      TagKey.parse(subject.name())
          .map(key -> new Weighed(subject, key, kind, values, Salience.of(values)))
          .ifPresent(w -> byKey.merge(w.key, w, (a, b) -> a.score >= b.score ? a : b));
    }
    return byKey.values().stream()
        .sorted(
            Comparator.comparingDouble((Weighed w) -> -w.score)
                .thenComparingInt(w -> w.subject.firstLine())
                .thenComparing(w -> w.subject.key()))
        .limit(MOST)
        .toList();
  }

  /** A subject and how much the piece is about it; lives while one piece is read. */
  record Weighed(
      Subject subject, TagKey key, TagKind kind, EnumMap<Feature, Double> features, double score) {
    /**
     * What the title or the publisher names need not be as sure as others, nor a person above all
     * others: portraits seldom name theirs in the title.
     */
    boolean isAbout(boolean first) {
      boolean named = features.containsKey(Feature.IN_TITLE) || subject.isPublisherTag();
      boolean setting = kind == TagKind.PLACE || kind == TagKind.ORGANISATION;
      boolean portrait = first && kind == TagKind.PERSON;
      double least = named || portrait ? NAMED_ABOUT : setting && !first ? SETTING_ABOUT : ABOUT;
      return score >= least && (subject.lines() > 0 || subject.isPublisherTag());
    }

    Explanation explained() {
      return new Explanation(
          subject.name(),
          score,
          features.entrySet().stream()
              .map(
                  f ->
                      new Explanation.Reason(f.getKey().label(), f.getValue(), f.getKey().weight()))
              .sorted(Comparator.comparingDouble(r -> -Math.abs(r.contribution())))
              .toList());
    }
  }

  private static List<Tagging> taggings(List<Weighed> weighed) {
    List<Tagging> tags = new ArrayList<>();
    for (Weighed w : weighed) {
      boolean about = tags.size() < MOST_ABOUT && w.isAbout(tags.isEmpty());
      tags.add(
          new Tagging(
              w.key,
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

  /**
   * Returns what a piece teaches: its names, whom their short forms mean, and, where no model knows
   * the language, how its words are written. A function of what is stored of it.
   */
  public static Observation observation(
      Language language, List<String> paragraphs, List<Tagging> tags) {
    Observation names = Memory.observation(language, tags);
    if (language.equals(Language.ENGLISH) || !language.isKnown()) {
      return names;
    }
    Piece piece = new Piece("", paragraphs, List.of(), language, List.of());
    return names.and(
        NameMiner.observe(Lines.of(piece).stream().map(Line::tokens).toList(), language));
  }
}
