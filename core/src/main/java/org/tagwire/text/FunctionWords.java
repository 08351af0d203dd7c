package org.tagwire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Words that hold a sentence together and say nothing of its subject, in the languages Tagwire
 * knows best; written by us. Immutable and safe for use by many threads.
 */
public final class FunctionWords {
  private static final Set<String> WORDS = load();

  private FunctionWords() {}

  /**
   * Returns whether {@code folded}, a word as {@link Normalise#folded} gives it, is one in any of
   * the languages.
   */
  public static boolean contains(String folded) {
    return WORDS.contains(folded);
  }

  private static Set<String> load() {
    try (InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt")) {
      if (in == null) {
        throw new IllegalStateException(
            "function-words.txt is missing beside its class; build again");
      }
      Set<String> words = new HashSet<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .map(Normalise::folded)
          .forEach(words::add);
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
