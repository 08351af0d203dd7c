package org.tagwire.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Texts without sense to compare, and what outlets do to a text they take over. */
public final class Drafts {
  private final Random random;

  public Drafts(long seed) {
    random = new Random(seed);
  }

  /**
   * Words with the frequencies of a language (Zipf), so that short sequences repeat as they do in
   * texts; one in thirty is a number and one in ten a name.
   */
  public List<String> words(int n) {
    String[] words = new String[n];
    Arrays.setAll(words, i -> word());
    return List.of(words);
  }

  private String word() {
    double kind = random.nextDouble();
    int rank = (int) Math.exp(random.nextDouble() * Math.log(20_000));
    if (kind < 0.033) {
      return String.valueOf(random.nextInt(3_000));
    }
    return (kind < 0.13 ? "W" : "w") + rank;
  }

  public int between(int least, int most) {
    return least + random.nextInt(most - least);
  }

  public List<String> edited(List<String> words, double share) {
    return words.stream().map(w -> random.nextDouble() < share ? word() : w).toList();
  }

  public List<String> part(List<String> words, int length) {
    int from = random.nextInt(words.size() - length + 1);
    return words.subList(from, from + length);
  }

  public List<String> withBoilerplate(List<String> words) {
    return joined(words, words((int) (0.3 * words.size())));
  }

  public List<String> withNewLead(List<String> words) {
    return joined(words(50), words.subList(25, words.size()));
  }

  /** The text inside one that is four times as long. */
  public List<String> quotedWhole(List<String> words) {
    int more = words.size() * 3 / 2;
    return joined(joined(words(more), words), words(more));
  }

  public static List<String> joined(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }
}
