package org.tagwire.category;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Vector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Fits the numbers of {@link Weights} and prints them, and what they reach on the halves of the collections that they were not
 * fitted on:
 *
 * <pre>
 *   java -cp CORE_CLASSES:TOOL_CLASSES:DEPENDENCIES org.tagwire.category.FitFields \
 *     sets/categories/categories.jsonl core/src/tools/resources/org/tagwire/category [VECTOR_CACHE]
 * </pre>
 *
 * <p>The project's own examples are held out in three parts: without them a field that no collection has would be forgotten. Only the fields' commonness and three weights are fitted; no word is learned here.
 */
final class FitFields {
  private static final int FIELDS = FieldModel.FIELDS;
  private static final int ROUNDS = 500;
  private static final double RIDGE = 0.002;
  private static final String OWN = "own";

  /**
   * How much each collection weighs: huffpost is one publisher, half of it on one country's politics, and would make
   * everything that is hard to tell politics.
   */
  private static final Map<String, Double> WEIGHTS =
      Map.of("bbc", 3.0, "agnews", 2.2, "huffpost", 0.3, OWN, 0.4);

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("business", "Business"), Map.entry("entertainment", "Entertainment"),
          Map.entry("politics", "Politics"), Map.entry("sport", "Sport"), Map.entry("sports", "Sport"),
          Map.entry("tech", "Technology Science"), Map.entry("sci/tech", "Science Technology"),
          Map.entry("comedy", "Entertainment"), Map.entry("crime", "Crime"),
          Map.entry("style & beauty", "Lifestyle"), Map.entry("home & living", "Lifestyle"),
          Map.entry("food & drink", "Lifestyle"), Map.entry("travel", "Lifestyle"),
          Map.entry("environment", "Environment"), Map.entry("wellness", "Health Lifestyle"),
          Map.entry("money", "Business"), Map.entry("science", "Science"),
          Map.entry("culture & arts", "Entertainment"), Map.entry("religion", "Religion"),
          Map.entry("education", "Education"));

  /** One labelled text: its evidence and the fields it may be. */
  private record Item(String set, double[] meaning, double[] words, boolean[] right) {}

  private final FieldModel model = FieldModel.load();
  private final ListedWords listed = ListedWords.load();
  private final OnnxEmbedder embedder = new OnnxEmbedder();
  private final Map<String, Vector> cache = new HashMap<>();

  private FitFields() {}

  public static void main(String[] arguments) throws Exception {
    FitFields fit = new FitFields();
    Optional<Path> kept = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
    if (kept.filter(Files::exists).isPresent()) {
      fit.readCache(kept.get());
    }
    List<Item> items = fit.items(Path.of(arguments[0]));
    items.addAll(fit.own(Path.of(arguments[1])));
    if (kept.isPresent()) {
      fit.writeCache(kept.get());
    }
    for (boolean meaning : new boolean[] {true, false}) {
      System.out.println(meaning ? "by meaning and words" : "by words alone");
      List<Item> even = new ArrayList<>();
      List<Item> odd = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        (i % 2 == 0 ? even : odd).add(items.get(i));
      }
      System.out.println("  fitted on even, seen on odd: " + fitted(even, meaning).measured(odd));
      System.out.println("  fitted on odd, seen on even: " + fitted(odd, meaning).measured(even));
      System.out.println("  fitted on all, seen on all:  " + fitted(items, meaning).measured(items));
      System.out.println(fitted(items, meaning));
    }
  }

  private List<Item> items(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      String label = LABELS.get(node.get("category").asString().toLowerCase(Locale.ROOT));
      if (label != null) {
        boolean[] right = new boolean[FIELDS];
        for (String name : label.split(" ")) {
          right[Category.parse(name).orElseThrow().ordinal()] = true;
        }
        ArticleText text = text(node.get("title").asString(), node.get("text").asString());
        items.add(
            new Item(
                node.get("set").asString(),
                model.ofMeaning(vector(text.title() + ". " + text.plain())).orElseThrow(),
                words(text),
                right));
      }
    }
    return items;
  }

  private List<Item> own(Path folder) throws IOException {
    List<TrainFields.Example> examples = TrainFields.examples(folder);
    List<Item> items = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      List<TrainFields.Example> rest = new ArrayList<>();
      List<TrainFields.Example> held = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        (i % 3 == part ? held : rest).add(examples.get(i));
      }
      Regression learned =
          Regression.learn(
              rest.stream().map(e -> FieldModel.unit(vector(e.text()))).toList(),
              rest.stream().mapToInt(e -> e.category().ordinal()).toArray(),
              FIELDS);
      for (TrainFields.Example example : held) {
        boolean[] right = new boolean[FIELDS];
        right[example.category().ordinal()] = true;
        double[] meaning = learned.of(FieldModel.unit(vector(example.text())));
        items.add(new Item(OWN, meaning, words(text(example.text(), "")), right));
      }
    }
    return items;
  }

  private static ArticleText text(String title, String body) {
    List<Paragraph> paragraphs =
        body.isBlank() ? List.of() : List.of(Paragraph.of(body.strip().replaceAll("\\s+", " ")));
    return new ArticleText(
        title, "", "", paragraphs, "", List.of(), null, ArticleText.BodySource.GIVEN);
  }

  private double[] words(ArticleText text) {
    return Wording.of(new CategoryView(Language.ENGLISH, "", text, null), model, listed).scores();
  }

  private Vector vector(String text) {
    return cache.computeIfAbsent(
        text, t -> embedder.embed(t).orElseThrow());
  }

  private void readCache(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      int tab = line.indexOf('\t');
      cache.put(
          line.substring(tab + 1).replace('\u0001', '\n'),
          Vector.of(java.util.HexFormat.of().parseHex(line.substring(0, tab))));
    }
  }

  private void writeCache(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    new TreeMap<>(cache)
        .forEach(
            (text, vector) ->
                lines.add(
                    java.util.HexFormat.of().formatHex(vector.components())
                        + "\t"
                        + text.replace('\n', '\u0001')));
    Files.write(file, lines);
  }

  /** What is fitted: a weight for each kind of evidence, and a constant a field. */
  private record Fitted(double byMeaning, double byWords, double[] usual) {
    double[] scores(Item item) {
      double[] scores = new double[FIELDS];
      for (int c = 0; c < FIELDS; c++) {
        scores[c] = byMeaning * item.meaning[c] + byWords * item.words[c] + usual[c];
      }
      return scores;
    }

    String measured(List<Item> items) {
      Map<String, int[]> counts = new TreeMap<>();
      for (Item item : items) {
        double[] scores = scores(item);
        int best = 0;
        for (int c = 1; c < FIELDS; c++) {
          best = scores[c] > scores[best] ? c : best;
        }
        int[] count = counts.computeIfAbsent(item.set, s -> new int[2]);
        count[0]++;
        count[1] += item.right[best] ? 1 : 0;
      }
      StringBuilder line = new StringBuilder();
      counts.forEach(
          (set, count) ->
              line.append(String.format(Locale.ROOT, "%s %.3f  ", set, count[1] / (double) count[0])));
      return line.toString();
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "  meaning %.2f, words %.2f, usual ", byMeaning, byWords)
          + Arrays.stream(usual).mapToObj(u -> String.format(Locale.ROOT, "%.2f", u)).toList();
    }
  }

  /** Maximises the mean likelihood of the right fields by Adam, with a ridge on the constants. */
  private static Fitted fitted(List<Item> items, boolean meaning) {
    Map<String, Integer> sizes = new HashMap<>();
    items.forEach(item -> sizes.merge(item.set, 1, Integer::sum));
    double[] at = new double[FIELDS + 2];
    at[0] = meaning ? 1 : 0;
    at[1] = 1;
    double[] first = new double[at.length];
    double[] second = new double[at.length];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] gradient = gradient(items, sizes, at, meaning);
      for (int i = 0; i < at.length; i++) {
        first[i] = 0.9 * first[i] + 0.1 * gradient[i];
        second[i] = 0.99 * second[i] + 0.01 * gradient[i] * gradient[i];
        double m = first[i] / (1 - Math.pow(0.9, round));
        double v = second[i] / (1 - Math.pow(0.99, round));
        at[i] -= 0.05 * m / (Math.sqrt(v) + 1e-8);
      }
    }
    return new Fitted(at[0], at[1], Arrays.copyOfRange(at, 2, at.length));
  }

  private static double[] gradient(
      List<Item> items, Map<String, Integer> sizes, double[] at, boolean meaning) {
    Fitted now = new Fitted(at[0], at[1], Arrays.copyOfRange(at, 2, at.length));
    double[] gradient = new double[at.length];
    for (Item item : items) {
      double[] chances = FieldModel.softmax(now.scores(item));
      double right = 1e-9;
      for (int c = 0; c < FIELDS; c++) {
        right += item.right[c] ? chances[c] : 0;
      }
      double share = WEIGHTS.get(item.set) / sizes.get(item.set) / sizes.size();
      for (int c = 0; c < FIELDS; c++) {
        double error = share * (chances[c] - (item.right[c] ? chances[c] / right : 0));
        gradient[0] += meaning ? error * item.meaning[c] : 0;
        gradient[1] += error * item.words[c];
        gradient[c + 2] += error;
      }
    }
    for (int c = 0; c < FIELDS; c++) {
      gradient[c + 2] += RIDGE * at[c + 2];
    }
    return gradient;
  }
}
