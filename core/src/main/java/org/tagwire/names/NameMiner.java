package org.tagwire.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.TagKind;
import org.tagwire.text.FunctionWords;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Tells names by what the stream shows of them, in any language that keeps its capitals for names
 * and without a label or a list.
 *
 * <p>{@link #observe} counts, once an article, the runs of capitalised words inside sentences,
 * their words and pairs of words, and which of the words the article also writes small. {@link
 * #look} weighs the counts: a name is written with capitals wherever it stands, its words stand
 * together more often than by chance, and it is rarely a part of a longer run. Every count is of
 * articles, so {@code ingest} may drop the smallest: they hold what was seen once.
 *
 * <p>Immutable and safe for use by many threads. Time grows with the length of the text.
 */
public final class NameMiner {
  private static final String WHOLE = "names:whole";
  private static final String PART = "names:part";

  /** Under this, which is no word, articles are counted. */
  private static final String ARTICLES = "*";

  private static final String SMALL = "names:small";

  /** Languages that write every noun with a capital. */
  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

  /** What one article may teach at most. */
  private static final int MOST_SIGHTINGS = 250;

  /** A run of more words is a heading or a list. */
  private static final int LONGEST = 6;

  /** Seen so often, a phrase is believed half of what its counts say. */
  private static final double HALF_SEEN = 1;

  private final Knowledge knowledge;
  private final Knowledge.Scope whole;
  private final Knowledge.Scope part;
  private final Knowledge.Scope small;

  private NameMiner(Knowledge knowledge, Language language) {
    this.knowledge = knowledge;
    this.whole = new Knowledge.Scope(WHOLE, language.code());
    this.part = new Knowledge.Scope(PART, language.code());
    this.small = new Knowledge.Scope(SMALL, language.code());
  }

  /** Returns the reader of what {@code knowledge} holds for {@code language}. */
  public static NameMiner in(Language language, Knowledge knowledge) {
    return new NameMiner(knowledge, language);
  }

  /**
   * Returns what one article teaches of the names in {@code sentences}, those of its body; nothing
   * where the language gives every noun a capital.
   */
  public static Observation observe(List<List<Token>> sentences, Language language) {
    if (CAPITAL_NOUNS.contains(language.code())) {
      return Observation.NONE;
    }
    Set<String> written = new HashSet<>();
    List<List<String>> runs = new ArrayList<>();
    for (List<Token> sentence : sentences) {
      if (Glyphs.caseOf(sentence) == Glyphs.Case.SENTENCE) {
        noteSmall(sentence, written);
        addRuns(sentence, runs);
      }
    }
    return sightings(runs, written, language);
  }

  private static void noteSmall(List<Token> sentence, Set<String> written) {
    for (Token token : sentence) {
      if (token.isWord() && !Glyphs.hasCapital(token)) {
        written.add(Normalise.folded(token.text()));
      }
    }
  }

  /** Leaves out the first run of a sentence when it is one word: its capital may be no name's. */
  private static void addRuns(List<Token> sentence, List<List<String>> runs) {
    for (Name run : runs(sentence)) {
      boolean opens = opens(sentence, run.from());
      List<String> words = words(sentence, run.from(), run.to());
      boolean small = FunctionWords.contains(words.getFirst());
      int from = opens && small ? 1 : 0;
      boolean known = !opens || words.size() - from > 1 || from > 0;
      if (known && words.size() > from && words.size() - from <= LONGEST) {
        runs.add(words.subList(from, words.size()));
      }
    }
  }

  private static boolean opens(List<Token> sentence, int at) {
    return at == 0 || !sentence.get(at - 1).isWord() && !sentence.get(at - 1).is(",");
  }

  /** Returns the runs of capitalised words that nothing stands between, as names of no kind. */
  private static List<Name> runs(List<Token> sentence) {
    List<Name> runs = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      int to = at;
      while (to < sentence.size() && Glyphs.hasCapital(sentence.get(to))) {
        to++;
      }
      if (to > at) {
        runs.add(new Name(at, to, TagKind.TOPIC, 0));
      }
      at = Math.max(to, at + 1);
    }
    return runs;
  }

  private static List<String> words(List<Token> sentence, int from, int to) {
    return sentence.subList(from, to).stream().map(t -> Normalise.folded(t.text())).toList();
  }

  private static Observation sightings(
      List<List<String>> runs, Set<String> written, Language language) {
    NameMiner scopes = new NameMiner(Knowledge.NONE, language);
    Set<Observation.Sighting> seen = new LinkedHashSet<>();
    seen.add(new Observation.Sighting(scopes.whole, ARTICLES, 1));
    for (List<String> run : runs) {
      if (seen.size() < MOST_SIGHTINGS) {
        seen.add(new Observation.Sighting(scopes.whole, key(run), 1));
        for (int i = 0; run.size() > 1 && i < run.size(); i++) {
          seen.add(new Observation.Sighting(scopes.part, run.get(i), 1));
          if (run.size() > 2 && i > 0) {
            seen.add(new Observation.Sighting(scopes.part, key(run.subList(i - 1, i + 1)), 1));
          }
        }
        run.stream()
            .filter(written::contains)
            .forEach(word -> seen.add(new Observation.Sighting(scopes.small, word, 1)));
      }
    }
    return new Observation(List.copyOf(seen));
  }

  private static String key(List<String> words) {
    return Normalise.head(String.join(" ", words), 200);
  }

  /** Returns what is known of {@code phrase}, words with blanks between; empty when never seen. */
  public Optional<Mined> look(String phrase) {
    List<Token> tokens = Tokens.of(phrase).stream().filter(Token::isWord).toList();
    return tokens.isEmpty() ? Optional.empty() : look(words(tokens, 0, tokens.size()));
  }

  private Optional<Mined> look(List<String> words) {
    double alone = knowledge.count(whole, key(words));
    double within = within(words);
    double seen = alone + within;
    if (seen <= 0) {
      return Optional.empty();
    }
    double capital = Math.max(capital(words.getFirst()), capital(words.getLast()));
    double cohesion = cohesion(words);
    double bounded = alone / seen;
    double belief = seen / (seen + HALF_SEEN);
    double bounds = words.size() == 1 ? Math.sqrt(bounded) : Math.sqrt(Math.sqrt(bounded));
    double certainty = belief * capital * Math.sqrt(cohesion) * bounds;
    return Optional.of(new Mined(seen, capital, cohesion, bounded, certainty));
  }

  /**
   * Returns how often the words stood in longer runs; of three and more, at most as their pairs.
   */
  private double within(List<String> words) {
    if (words.size() <= 2) {
      return knowledge.count(part, key(words));
    }
    return 0;
  }

  private double count(List<String> words) {
    return knowledge.count(whole, key(words)) + knowledge.count(part, key(words));
  }

  private double capital(String word) {
    double capital = count(List.of(word));
    double both = knowledge.count(small, word);
    return capital <= 0 ? 0 : Math.max(0, capital - both) / capital;
  }

  /**
   * Returns the weakest bond of two words side by side: how much more often they stand so than they
   * would by chance, as normalised pointwise mutual information (Bouma, GSCL 2009) above 0.
   */
  private double cohesion(List<String> words) {
    double articles = Math.max(2, knowledge.count(whole, ARTICLES));
    double weakest = 1;
    for (int i = 1; i < words.size(); i++) {
      double pair = count(words.subList(i - 1, i + 1)) / articles;
      double chance = count(words.subList(i - 1, i)) * count(words.subList(i, i + 1));
      double lift = pair * articles * articles / Math.max(chance, 1e-9);
      double bond = pair >= 1 ? 1 : Math.log(lift) / -Math.log(pair);
      weakest = pair <= 0 ? 0 : Math.min(weakest, Math.clamp(bond, 0, 1));
    }
    return weakest;
  }

  /**
   * Returns the capitalised runs of {@code sentence}, each cut where the stream shows that two
   * names stand side by side; of no kind ({@link TagKind#TOPIC}), as certain as the counts are.
   * Runs never seen stay whole, with certainty 0.
   */
  public List<Name> cut(List<Token> sentence) {
    List<Name> names = new ArrayList<>();
    for (Name run : runs(sentence)) {
      cut(sentence, run, names);
    }
    return names;
  }

  /** Finds the cut whose pieces are most certain, weighed by their lengths. */
  private void cut(List<Token> sentence, Name run, List<Name> names) {
    List<String> words = words(sentence, run.from(), run.to());
    int size = words.size();
    double[] best = new double[size + 1];
    int[] from = new int[size + 1];
    for (int to = 1; to <= size; to++) {
      best[to] = -1;
      for (int start = Math.max(0, to - LONGEST); start < to; start++) {
        double value = best[start] + certainty(words.subList(start, to)) * (to - start);
        if (value > best[to]) {
          best[to] = value;
          from[to] = start;
        }
      }
    }
    if (best[size] <= 0) {
      names.add(run);
      return;
    }
    List<Name> pieces = new ArrayList<>();
    for (int to = size; to > 0; to = from[to]) {
      double certainty = certainty(words.subList(from[to], to));
      pieces.addFirst(new Name(run.from() + from[to], run.from() + to, TagKind.TOPIC, certainty));
    }
    names.addAll(pieces);
  }

  private double certainty(List<String> words) {
    return look(words).map(Mined::certainty).orElse(0.0);
  }
}
