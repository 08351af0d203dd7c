package org.tagwire.hashtag;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;

/**
 * Measures the {@link Feature}s of the subjects of one piece. Made for the piece, used by one
 * thread.
 */
final class Features {
  private static final int LEAD = 3;

  private final Reader reader;
  private final int headlines;
  private final int sentences;
  private final int most;
  private final Optional<Subject> firstInTitle;
  private final Optional<Subject> firstNamed;
  private final Map<Integer, Integer> names = new HashMap<>();

  Features(Reader reader, List<Line> lines, List<Subject> subjects) {
    this.reader = reader;
    this.headlines = (int) lines.stream().filter(Line::isTitle).count();
    this.sentences =
        Math.max(1, (int) lines.stream().filter(l -> !Asides.isAside(l)).count() - headlines);
    this.most = subjects.stream().mapToInt(Subject::lines).max().orElse(1);
    this.firstInTitle =
        subjects.stream()
            .filter(s -> s.isInTitle() && !s.isCommon())
            .min(Comparator.comparingInt(Features::placeInTitle));
    this.firstNamed =
        subjects.stream()
            .filter(s -> !s.isCommon() && s.lines() > 0)
            .min(Comparator.comparingInt(this::placeInText));
    for (Subject subject : subjects) {
      subject.numbers().forEach(line -> names.merge(line, 1, Integer::sum));
    }
  }

  private static int placeInTitle(Subject subject) {
    return subject.spots().stream()
        .filter(s -> s.line().isTitle())
        .mapToInt(Spot::from)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** By line, then by word. */
  private int placeInText(Subject subject) {
    return subject.spots().stream()
        .filter(s -> s.line().number() >= headlines)
        .mapToInt(s -> 1_000 * s.line().number() + s.from())
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Returns the features of {@code subject} that are not 0. */
  EnumMap<Feature, Double> of(Subject subject, TagKind kind) {
    EnumMap<Feature, Double> values = new EnumMap<>(Feature.class);
    values.put(Feature.ALWAYS, 1.0);
    place(subject, kind, values);
    kind(subject, kind, values);
    usage(subject, values);
    values.put(
        Feature.ADJECTIVAL,
        kind == TagKind.PLACE
            ? count(subject, this::isAdjectival) / Math.max(1, subject.spots().size())
            : 0);
    values.values().removeIf(v -> v == 0);
    return values;
  }

  private void place(Subject subject, TagKind kind, EnumMap<Feature, Double> values) {
    int first = subject.firstLine();
    int lines = subject.lines();
    int sentence = first - headlines;
    int inText = subject.firstAfter(headlines) - headlines;
    boolean title = subject.isInTitle();
    double share = lines / (double) Math.max(1, most);
    set(values, Feature.IN_TITLE, title);
    set(values, Feature.FIRST_IN_TITLE, firstInTitle.filter(s -> s == subject).isPresent());
    set(values, Feature.PERSON_IN_TITLE, title && kind == TagKind.PERSON);
    set(values, Feature.PLACE_IN_TITLE, title && kind == TagKind.PLACE);
    set(values, Feature.FIRST_SENTENCE, inText == 0);
    set(values, Feature.LEAD, inText < LEAD);
    values.put(Feature.EARLY, lines == 0 ? 0 : 1 / (1 + 0.3 * Math.max(0, sentence)));
    values.put(Feature.SENTENCES, Math.log1p(lines));
    values.put(Feature.SHARE, share);
    set(values, Feature.MOST_NAMED, lines == most && most > 1);
    values.put(Feature.SPREAD, spread(subject));
    set(values, Feature.ONCE, lines == 1);
    set(values, Feature.FIRST_NAMED, firstNamed.filter(s -> s == subject).isPresent());
    values.put(Feature.LEAD_SHARE, inText < LEAD ? share : 0);
    set(values, Feature.UNTITLED_FIRST, headlines == 0 && inText == 0);
    values.put(Feature.UNTITLED_SHARE, headlines == 0 ? share : 0);
  }

  private void kind(Subject subject, TagKind kind, EnumMap<Feature, Double> values) {
    set(values, Feature.PUBLISHER, subject.isPublisherTag());
    set(values, Feature.PERSON, kind == TagKind.PERSON);
    set(values, Feature.ORGANISATION, kind == TagKind.ORGANISATION);
    set(values, Feature.PLACE, kind == TagKind.PLACE);
    set(values, Feature.WORK, kind == TagKind.WORK);
    set(values, Feature.EVENT, kind == TagKind.EVENT);
    set(values, Feature.COMMON, subject.isCommon());
    set(values, Feature.SEVERAL, subject.words() > 1);
    set(values, Feature.SURNAME_ONLY, kind == TagKind.PERSON && subject.words() == 1);
    set(values, Feature.COUNTRY, kind == TagKind.PLACE && reader.isPlace(subject.name()));
    double known = reader.known(subject.key());
    values.put(Feature.KNOWN, Math.log1p(known));
    values.put(Feature.USUAL, known / (reader.pieces() + 30));
  }

  private void usage(Subject subject, EnumMap<Feature, Double> values) {
    double spots = Math.max(1, subject.spots().size());
    values.put(Feature.INITIAL, subject.with(Sign.INITIAL) == spots ? 1.0 : 0);
    set(values, Feature.QUOTED, subject.with(Sign.QUOTED) > 0);
    values.put(Feature.OPENS, count(subject, s -> s.from() == 0 && !s.line().isTitle()) / spots);
    values.put(Feature.SPEAKS, count(subject, this::speaks) / spots);
    values.put(Feature.LOCATED, count(subject, s -> s.has(Sign.LOCATED)) / spots);
    values.put(Feature.OFFICE, count(subject, this::isOffice) / spots);
    values.put(Feature.POSSESSIVE, count(subject, Features::isPossessive) / spots);
    values.put(
        Feature.CERTAIN, subject.spots().stream().mapToDouble(Spot::certainty).max().orElse(0));
    values.put(
        Feature.CROWDED,
        Math.log1p(
            subject.numbers().stream()
                .mapToInt(n -> names.getOrDefault(n, 1) - 1)
                .min()
                .orElse(0)));
    set(values, Feature.SHORTENED, subject.isShortened());
    values.put(Feature.TITLED, subject.with(Sign.TITLED) / spots);
  }

  /** In how many fifths of the text it is named. */
  private double spread(Subject subject) {
    return subject.numbers().stream()
            .filter(n -> n >= headlines)
            .map(n -> Math.min(4, 5 * (n - headlines) / sentences))
            .distinct()
            .count()
        / 5.0;
  }

  private boolean speaks(Spot spot) {
    List<Token> tokens = spot.line().tokens();
    return isSpeaking(tokens, spot.to())
        || isSpeaking(tokens, spot.from() - 1)
        || isSpeaking(tokens, spot.from() - 2);
  }

  private boolean isSpeaking(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() && reader.tells(Cue.SPEAKING, tokens.get(at));
  }

  /** {@code US officials}, not {@code in the US on Monday}. */
  private boolean isAdjectival(Spot spot) {
    List<Token> tokens = spot.line().tokens();
    if (spot.to() >= tokens.size() || spot.has(Sign.LOCATED)) {
      return false;
    }
    Token next = tokens.get(spot.to());
    return next.isWord()
        && !reader.isFunctionWord(next)
        && !reader.tells(Cue.SPEAKING, next)
        && (spot.line().headline()
            || !next.isCapitalised()
            || reader.tells(Cue.TITLE, next)
            || reader.tells(Cue.RANK, next));
  }

  /** {@code the Vermont senator}. */
  private boolean isOffice(Spot spot) {
    List<Token> tokens = spot.line().tokens();
    return spot.to() < tokens.size()
        && !tokens.get(spot.to()).isCapitalised()
        && reader.tells(Cue.TITLE, tokens.get(spot.to()));
  }

  private static boolean isPossessive(Spot spot) {
    List<Token> tokens = spot.line().tokens();
    return spot.to() < tokens.size() && tokens.get(spot.to()).text().matches("['\u2019]s?");
  }

  private static double count(Subject subject, Predicate<Spot> what) {
    return subject.spots().stream().filter(what).count();
  }

  private static void set(EnumMap<Feature, Double> values, Feature feature, boolean set) {
    values.put(feature, set ? 1.0 : 0);
  }
}
