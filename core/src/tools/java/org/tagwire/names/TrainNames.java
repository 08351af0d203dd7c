package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;

/**
 * Trains the name tagger; {@code ./dev train names} runs it. Arguments: the file to write, then
 * labelled files as {@link LabelByTeacher} writes them. With {@code -Dhold-out=true} every fifth
 * document (of VOA every fiftieth stretch) is kept for an examination and not learned from.
 */
final class TrainNames {
  private static final int ROUNDS = 6;

  /** A clue seen less often is not learned. */
  private static final int LEAST = 2;

  private static final float L1 = 2e-7f;

  /** VOA comes as single sentences; so many that follow each other are taken for one article. */
  private static final int TOGETHER = 10;

  /** The parts of sentences that are learned again in title case, in capitals, with other names. */
  private static final float TITLE_SHARE = 0.15f;

  private static final float CAPITALS_SHARE = 0.07f;
  private static final float EXCHANGED_SHARE = 0.3f;

  /** How often each pattern is filled, and what a filling counts. */
  private static final int FILLINGS = 100;

  private static final float FILLING = 0.5f;

  /** What a sentence of each source counts; reports on defence name what no reader would. */
  private static final Map<String, Float> COUNTS =
      Map.of("voa", 1f, "wikigold", 3f, "re3d", 0.3f, "wnut", 0.5f);

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "as",
          "with", "from", "is");

  private final Lexicon lexicon = Lexicon.load();
  private final Vocabulary vocabulary = Vocabulary.load();
  private final Trainer trainer = new Trainer(L1);
  private final Patterns patterns = new Patterns(3);
  private final Random random = new Random(1);
  private final Map<String, List<Example>> examinations = new TreeMap<>();

  private TrainNames() throws IOException, ReflectiveOperationException {}

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    TrainNames training = new TrainNames();
    for (int i = 1; i < arguments.length; i++) {
      training.take(Path.of(arguments[i]));
    }
    training.finish(Path.of(arguments[0]));
  }

  private void take(Path file) throws IOException {
    String source = file.getFileName().toString().replaceAll("[.].*", "");
    boolean voa = source.equals("voa");
    List<List<Example>> documents = Labelled.read(file, lexicon);
    documents = voa ? Labelled.agreed(Labelled.gathered(documents, TOGETHER)) : documents;
    for (int i = 0; i < documents.size(); i++) {
      boolean kept = Boolean.getBoolean("hold-out") && i % (voa ? 50 : 5) == 0;
      for (Example example : documents.get(i)) {
        if (kept) {
          examination(source).add(example);
          examination(source + " Title").add(titled(example));
        } else {
          learn(example, COUNTS.getOrDefault(source, 1f));
        }
      }
    }
  }

  private List<Example> examination(String name) {
    return examinations.computeIfAbsent(name, n -> new ArrayList<>());
  }

  private void learn(Example example, float count) {
    trainer.add(example, lexicon, vocabulary, count);
    if (random.nextFloat() < EXCHANGED_SHARE) {
      trainer.add(patterns.exchanged(example), lexicon, vocabulary, count);
    }
    if (random.nextFloat() < TITLE_SHARE) {
      trainer.add(titled(example), lexicon, vocabulary, count);
    }
    if (random.nextFloat() < CAPITALS_SHARE) {
      trainer.add(inCapitals(example), lexicon, vocabulary, count);
    }
  }

  private void finish(Path model) throws IOException {
    for (Example example : patterns.filled(FILLINGS)) {
      trainer.add(example, lexicon, vocabulary, FILLING);
    }
    trainer.train(ROUNDS, LEAST, 7);
    trainer.write(model);
    NameTagger tagger = new NameTagger(lexicon, vocabulary, read(model));
    examinations.forEach((name, examples) -> examine(name, tagger, examples));
  }

  static Weights read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
      return Weights.read(in);
    }
  }

  static Example titled(Example example) {
    return with(
        example,
        word ->
            SMALL.contains(word) || !Character.isLetter(word.charAt(0))
                ? word
                : Character.toUpperCase(word.charAt(0)) + word.substring(1));
  }

  static Example inCapitals(Example example) {
    return with(example, word -> word.toUpperCase(Locale.ROOT));
  }

  private static Example with(Example example, UnaryOperator<String> spelling) {
    List<Token> tokens =
        example.tokens().stream()
            .map(t -> new Token(spelling.apply(t.text()), t.start(), t.end(), t.kind()))
            .toList();
    return new Example(tokens, example.spans());
  }

  static String coarse(TagKind kind) {
    return switch (kind) {
      case PERSON -> "PER";
      case ORGANISATION -> "ORG";
      case PLACE -> "LOC";
      case WORK, EVENT, TOPIC -> "MISC";
    };
  }

  private static void examine(String name, NameTagger tagger, List<Example> examples) {
    int right = 0;
    int bounds = 0;
    int given = 0;
    int wanted = 0;
    Map<String, int[]> kinds = new TreeMap<>();
    for (Example example : examples) {
      List<Name> names = tagger.tag(example.tokens());
      given += names.size();
      wanted += example.spans().size();
      names.forEach(n -> kinds.computeIfAbsent(coarse(n.kind()), k -> new int[3])[1]++);
      for (Example.Span span : example.spans()) {
        int[] counts = kinds.computeIfAbsent(coarse(span.kind()), k -> new int[3]);
        counts[2]++;
        for (Name n : names) {
          if (n.from() == span.from() && n.to() == span.to()) {
            bounds++;
            if (coarse(n.kind()).equals(coarse(span.kind()))) {
              right++;
              counts[0]++;
            }
          }
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-24s F1 %.4f (P %.4f R %.4f) bounds F1 %.4f ",
        name,
        f(right, given, wanted),
        (double) right / given,
        (double) right / wanted,
        f(bounds, given, wanted));
    kinds.forEach(
        (kind, c) -> System.out.printf(Locale.ROOT, " %s %.3f", kind, f(c[0], c[1], c[2])));
    System.out.println();
  }

  private static double f(int right, int given, int wanted) {
    return 2.0 * right / Math.max(1, given + wanted);
  }
}
