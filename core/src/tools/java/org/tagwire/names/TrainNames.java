package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;

/**
 * Trains the name tagger and says how good it is. Arguments: the file to write, then labelled files
 * as {@link LabelByTeacher} writes them, {@code voa} first. With {@code -Dhold-out=true} every fifth
 * document of the others is kept for the examination and not learned from.
 */
final class TrainNames {
  private static final int ROUNDS = Integer.getInteger("rounds", 8);
  private static final int LEAST = Integer.getInteger("least", 2);
  private static final float L1 = Float.parseFloat(System.getProperty("l1", "2e-6"));
  private static final int TOGETHER = 10;
  private static final float TITLE_SHARE = 0.15f;
  private static final float CAPITALS_SHARE = 0.07f;

  private TrainNames() {}

  public static void main(String[] arguments) throws Exception {
    Lexicon lexicon = Lexicon.load();
    Vocabulary vocabulary = Vocabulary.load();
    Trainer trainer = new Trainer(L1);
    Map<String, List<Example>> examinations = new TreeMap<>();
    Random random = new Random(1);
    String list = System.getProperty("list");
    Patterns patterns = list == null ? null : new Patterns(Path.of(list), 3);
    float share = Float.parseFloat(System.getProperty("exchange", "0.2"));
    for (int i = 1; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String name = file.getFileName().toString();
      boolean voa = name.startsWith("voa");
      List<List<Example>> documents = Labelled.read(file, lexicon);
      documents = voa ? Labelled.agreed(Labelled.gathered(documents, TOGETHER)) : documents;
      float weight = Float.parseFloat(System.getProperty("w." + name.replaceAll("[.].*", ""), "1"));
      int number = 0;
      for (List<Example> document : documents) {
        boolean exam = Boolean.getBoolean("hold-out") && number++ % (voa ? 50 : 5) == 0;
        for (Example example : document) {
          if (exam) {
            examinations.computeIfAbsent(name, n -> new ArrayList<>()).add(example);
            examinations.computeIfAbsent(name + " Title", n -> new ArrayList<>()).add(titled(example));
          } else {
            trainer.add(example, lexicon, vocabulary, weight);
            if (patterns != null && random.nextFloat() < share) {
              trainer.add(patterns.exchanged(example), lexicon, vocabulary, weight);
            }
            if (random.nextFloat() < TITLE_SHARE) {
              trainer.add(titled(example), lexicon, vocabulary, weight);
            }
            if (random.nextFloat() < CAPITALS_SHARE) {
              trainer.add(inCapitals(example), lexicon, vocabulary, weight);
            }
          }
        }
      }
    }
    if (patterns != null) {
      for (Example example : patterns.filled(Integer.getInteger("fill", 20))) {
        trainer.add(example, lexicon, vocabulary, 0.5f);
      }
    }
    trainer.train(ROUNDS, LEAST, 7);
    trainer.write(Path.of(arguments[0]));
    NameTagger tagger = new NameTagger(lexicon, vocabulary, read(Path.of(arguments[0])));
    examinations.forEach((name, examples) -> examine(name, tagger, examples));
  }

  static Weights read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16))) {
      return Weights.read(in);
    }
  }

  private static final java.util.Set<String> SMALL =
      java.util.Set.of(
          "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "as",
          "with", "from", "is");

  static Example titled(Example example) {
    return with(
        example,
        word ->
            SMALL.contains(word) || !Character.isLetter(word.charAt(0))
                ? word
                : Character.toUpperCase(word.charAt(0)) + word.substring(1));
  }

  static Example inCapitals(Example example) {
    return with(example, word -> word.toUpperCase(java.util.Locale.ROOT));
  }

  private static Example with(Example example, java.util.function.UnaryOperator<String> spelling) {
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
    System.out.printf("%-24s F1 %.4f (P %.4f R %.4f) bounds F1 %.4f ", name, f(right, given, wanted),
        (double) right / given, (double) right / wanted, f(bounds, given, wanted));
    kinds.forEach((kind, c) -> System.out.printf(" %s %.3f", kind, f(c[0], c[1], c[2])));
    System.out.println();
  }

  private static double f(int right, int given, int wanted) {
    return 2.0 * right / Math.max(1, given + wanted);
  }
}
