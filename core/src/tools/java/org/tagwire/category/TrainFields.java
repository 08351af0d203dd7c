package org.tagwire.category;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.model.Category;
import org.tagwire.model.Vector;
import org.tagwire.text.Terms;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes {@code fields.bin.gz}, which {@link FieldModel} reads. Run when the examples change, never at run time; takes two
 * minutes:
 *
 * <pre>
 *   java -cp CORE_CLASSES:TOOL_CLASSES:DEPENDENCIES org.tagwire.category.TrainFields \
 *     core/src/tools/resources/org/tagwire/category VOA_TOKENS.gz core/src/main/resources/org/tagwire/category/fields.bin.gz
 * </pre>
 *
 * <p>Two steps. A softmax regression learns the fields from the vectors of the examples, which were written for this project.
 * Then every word of the sentence model's own vocabulary, of the Voice of America's news and of the examples is asked of that
 * regression alone, which leaves a table of words that needs no sentence model any more. The same sources give the same bytes.
 */
final class TrainFields {
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final Pattern WORD = Pattern.compile("[\\p{L}]{2,40}");

  /** A word in one of {@code e^4} sentences or more says nothing; rarer than one in {@code e^10} is rare enough. */
  private static final double COMMON = 4;

  private static final double RARE = 10;

  private final OnnxEmbedder embedder = new OnnxEmbedder();

  private TrainFields() {}

  public static void main(String[] arguments) throws Exception {
    new TrainFields().run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
  }

  private void run(Path examples, Path news, Path out) throws IOException {
    List<Example> read = examples(examples);
    Regression learned =
        Regression.learn(
            read.stream().map(e -> vector(e.text)).toList(),
            read.stream().mapToInt(e -> e.category.ordinal()).toArray(),
            FieldModel.FIELDS);
    Map<String, Integer> sentences = sentences(news);
    Map<String, double[]> words = words(read, sentences, learned);
    try (OutputStream file = Files.newOutputStream(out);
        DataOutputStream data = new DataOutputStream(new GZIPOutputStream(file))) {
      learned.write(data);
      write(words, data);
    }
    System.out.println(read.size() + " examples, " + words.size() + " words");
  }

  record Example(Category category, String text) {}

  static List<Example> examples(Path folder) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("#") && !line.isBlank()) {
            add(line, examples);
          }
        }
      }
    }
    return examples;
  }

  private static void add(String line, List<Example> examples) {
    int colon = line.indexOf(':');
    Category category = Category.parse(line.substring(0, colon)).orElseThrow();
    for (String text : line.substring(colon + 1).split(" \\| ")) {
      examples.add(new Example(category, text.strip()));
    }
  }

  private double[] vector(String text) {
    return FieldModel.unit(embedder.embed(text).orElse(Vector.of(new byte[1])));
  }

  /** Returns in how many sentences each word stands; -1 counts them all. */
  private static Map<String, Integer> sentences(Path news) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> sentence = new HashSet<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(news))) {
      for (String token : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (token.isEmpty() && !sentence.isEmpty()) {
          sentence.forEach(word -> counts.merge(word, 1, Integer::sum));
          counts.merge("", 1, Integer::sum);
          sentence.clear();
        } else if (WORD.matcher(token).matches()) {
          sentence.addAll(Terms.telling(token));
        }
      }
    }
    return counts;
  }

  /** Returns what each word speaks for: the mean of its forms, less what all words have in common. */
  private Map<String, double[]> words(
      List<Example> examples, Map<String, Integer> sentences, Regression learned) {
    Map<String, Set<String>> forms = new TreeMap<>();
    vocabulary().forEach(word -> addForm(word, forms));
    examples.forEach(e -> WORD.matcher(e.text).results().forEach(m -> addForm(m.group(), forms)));
    sentences.forEach(
        (word, count) -> {
          if (count >= 2) {
            addForm(word, forms);
          }
        });
    Map<String, double[]> affinities = new TreeMap<>();
    double all = sentences.get("");
    forms.forEach(
        (term, spelt) -> {
          if (Math.log(all / (1 + sentences.getOrDefault(term, 0))) >= COMMON) {
            affinities.put(term, affinity(spelt, learned));
          }
        });
    centre(affinities.values());
    affinities.forEach((term, a) -> weigh(a, Math.log(all / (1 + sentences.getOrDefault(term, 0)))));
    return affinities;
  }

  private static void weigh(double[] affinity, double rarity) {
    for (int c = 0; c < affinity.length; c++) {
      affinity[c] *= Math.min(rarity, RARE) / RARE;
    }
  }

  private static void addForm(String word, Map<String, Set<String>> forms) {
    List<String> terms = Terms.telling(word);
    if (WORD.matcher(word).matches() && terms.size() == 1) {
      forms.computeIfAbsent(terms.getFirst(), t -> new TreeSet<>()).add(word.toLowerCase(java.util.Locale.ROOT));
    }
  }

  private double[] affinity(Set<String> forms, Regression learned) {
    double[] sum = new double[FieldModel.FIELDS];
    for (String form : forms) {
      double[] one = learned.of(vector(form));
      for (int c = 0; c < sum.length; c++) {
        sum[c] += one[c] / forms.size();
      }
    }
    return sum;
  }

  private static void centre(Iterable<double[]> rows) {
    double[] mean = new double[FieldModel.FIELDS];
    int n = 0;
    for (double[] row : rows) {
      n++;
      for (int c = 0; c < mean.length; c++) {
        mean[c] += row[c];
      }
    }
    for (double[] row : rows) {
      double own = 0;
      for (int c = 0; c < mean.length; c++) {
        row[c] -= mean[c] / n;
        own += row[c] / mean.length;
      }
      for (int c = 0; c < mean.length; c++) {
        row[c] -= own;
      }
    }
  }

  private static List<String> vocabulary() {
    try (InputStream in = TrainFields.class.getResourceAsStream(TOKENIZER)) {
      return new ObjectMapper().readTree(in).get("model").get("vocab").propertyNames().stream()
          .filter(piece -> WORD.matcher(piece).matches())
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Map<String, double[]> words, DataOutputStream data) throws IOException {
    data.writeInt(words.size());
    for (Map.Entry<String, double[]> word : words.entrySet()) {
      data.writeUTF(word.getKey());
      for (double a : word.getValue()) {
        data.writeByte((int) Math.round(Math.clamp(a * FieldModel.STEPS, -127, 127)));
      }
    }
  }
}
