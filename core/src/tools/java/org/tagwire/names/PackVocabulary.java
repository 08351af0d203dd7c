package org.tagwire.names;

import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Packs {@code vocabulary.bin.gz}, which {@link Vocabulary} reads; {@code ./dev train names} runs
 * it. Argument: the file to write. Sources: the Brown clusters and the ambiguity classes of NLP4J
 * (Emory University, Apache-2.0).
 */
final class PackVocabulary {
  private static final int MOST_CLASSES = 255;

  private PackVocabulary() {}

  public static void main(String[] arguments) throws Exception {
    try (DataOutputStream out = Packing.open(Path.of(arguments[0]))) {
      writeClusters(out, (Map<?, ?>) Packing.lexicon("en-brown-clusters-simplified-lowercase"));
      writeClasses(out, (Map<?, ?>) Packing.lexicon("en-ambiguity-classes-simplified"));
    }
  }

  /** A word comes with its path cut at several lengths; the longest says all. */
  private static void writeClusters(DataOutputStream out, Map<?, ?> clusters) throws Exception {
    Map<Integer, String> paths = new TreeMap<>(Integer::compareUnsigned);
    clusters.forEach(
        (word, cuts) ->
            paths.put(
                Vocabulary.hash(String.valueOf(word)),
                ((Collection<?>) cuts)
                    .stream()
                        .map(String::valueOf)
                        .max(Comparator.comparingInt(String::length))
                        .orElseThrow()));
    List<String> distinct = new ArrayList<>(new TreeSet<>(paths.values()));
    out.writeShort(distinct.size());
    for (String path : distinct) {
      out.writeUTF(path);
    }
    Map<String, Integer> numbers = new HashMap<>();
    distinct.forEach(path -> numbers.put(path, numbers.size()));
    Packing.writeHashes(out, paths.keySet());
    for (int shift : new int[] {8, 0}) {
      for (String path : paths.values()) {
        out.writeByte(numbers.get(path) >> shift);
      }
    }
  }

  /** The rarest classes go by their first part of speech alone. */
  private static void writeClasses(DataOutputStream out, Map<?, ?> classes) throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    classes.values().forEach(c -> counts.merge(String.valueOf(c), 1, Integer::sum));
    List<String> usual =
        counts.keySet().stream()
            .sorted(Comparator.comparing((String c) -> -counts.get(c)))
            .limit(MOST_CLASSES)
            .toList();
    Map<Integer, Integer> numbers = new TreeMap<>(Integer::compareUnsigned);
    classes.forEach(
        (word, c) -> {
          int number = usual.indexOf(String.valueOf(c));
          int first = usual.indexOf("[" + ((List<?>) c).getFirst() + "]");
          numbers.put(
              Vocabulary.hash(String.valueOf(word)),
              1 + (number >= 0 ? number : Math.max(first, 0)));
        });
    Packing.writeHashes(out, numbers.keySet());
    for (int number : numbers.values()) {
      out.writeByte(number);
    }
  }
}
