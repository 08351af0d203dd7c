package org.tagwire.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.model.Language;

/**
 * How names change in sentences, by families of languages: a bounded list of endings and of letters
 * before a word, in {@code endings.txt}. Immutable and safe for use by many threads.
 *
 * <p>A name is never analysed; of each it is said beforehand as what it may stand in a text. So a
 * family costs memory and no time, and a name from another language changes as its article's
 * language has it: {@code Путсом}, {@code Shellille}.
 */
final class Endings {
  private static final Set<String> WHOLE = Set.of("");
  private static final int LONGEST = 10;

  private final List<Family> families;

  /** What is said of one family of languages. */
  private static final class Family {
    private final Set<String> languages;
    private final Set<String> added = new LinkedHashSet<>();
    private final Map<String, Set<String>> finals = new LinkedHashMap<>();
    private final Map<String, Set<String>> initials = new LinkedHashMap<>();

    Family(Set<String> languages) {
      this.languages = languages;
    }
  }

  /**
   * A form of a word.
   *
   * @param stem what the word in a text begins with
   * @param families in which families of languages, a bit each
   * @param endings what may follow the stem up to the end of the word
   */
  record Form(String stem, long families, Set<String> endings) {}

  private Endings(List<Family> families) {
    this.families = families;
  }

  /** Reads the list that stands beside this class. */
  static Endings load() {
    try (InputStream in = Endings.class.getResourceAsStream("endings.txt")) {
      if (in == null) {
        throw new IllegalStateException("endings.txt is missing beside its class; build again");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Endings read(String text) {
    List<Family> families = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        String languages = line.substring(line.indexOf(']') + 1).strip();
        families.add(new Family(Set.of(languages.split(" "))));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rule(families.getLast(), line);
      }
    }
    if (families.size() > Long.SIZE) {
      throw new IllegalStateException("there are more families than bits in a long");
    }
    return new Endings(families);
  }

  private static void rule(Family family, String line) {
    String[] words = line.split(" ");
    List<String> listed = Arrays.asList(words).subList(1, words.length);
    String where = words[0].substring(1);
    switch (words[0].charAt(0)) {
      case '+' -> listed.forEach(ending -> family.added.add(folded(ending)));
      case '-' -> family.finals.put(where, expanded(listed, family.added));
      case '^' ->
          family.initials.put(where, Set.copyOf(listed.stream().map(Endings::folded).toList()));
      default -> throw new IllegalStateException("endings.txt has a line that is no rule: " + line);
    }
  }

  private static Set<String> expanded(List<String> listed, Set<String> added) {
    Set<String> endings = new LinkedHashSet<>();
    for (String ending : listed) {
      if (ending.endsWith("*")) {
        String begin = folded(ending.substring(0, ending.length() - 1));
        added.forEach(more -> endings.add(begin + more));
      } else {
        endings.add(folded(ending));
      }
    }
    return Set.copyOf(endings);
  }

  private static String folded(String text) {
    return Letters.fold(text);
  }

  /**
   * Returns the families that apply to an article, a bit each; all of them where its language is
   * not known.
   */
  long families(Language language) {
    long bits = 0;
    for (int i = 0; i < families.size(); i++) {
      Set<String> languages = families.get(i).languages;
      boolean applies =
          !language.isKnown() || languages.contains("*") || languages.contains(language.code());
      bits |= applies ? 1L << i : 0;
    }
    return bits;
  }

  /** Returns in which forms a folded word may stand in a text, the word itself among them. */
  List<Form> forms(String word) {
    List<Form> forms = new ArrayList<>();
    Map<Set<String>, Long> whole = new HashMap<>();
    for (int i = 0; i < families.size(); i++) {
      Family family = families.get(i);
      long bit = 1L << i;
      if (!family.added.isEmpty() && sameScript(word, family)) {
        whole.merge(family.added, bit, (one, other) -> one | other);
      }
      family.finals.forEach((end, endings) -> replaced(word, end, endings, bit, forms));
      family.initials.forEach(
          (begin, before) -> preceded(word, begin, before, bit, family.added, forms));
    }
    forms.add(new Form(word, -1L, WHOLE));
    whole.forEach((endings, bits) -> forms.add(new Form(word, bits, endings)));
    return forms;
  }

  /** Whether what stands from one letter to another is one of these endings. */
  static boolean follow(Scan scan, int from, int to, Set<String> endings) {
    if (from >= to) {
      return from == to && endings.contains("");
    }
    return to - from <= LONGEST && endings.contains(scan.letters(from, to));
  }

  private static void replaced(
      String word, String end, Set<String> endings, long bit, List<Form> forms) {
    int left = word.length() - end.length();
    if (left >= 2 && word.endsWith(end)) {
      forms.add(new Form(word.substring(0, left), bit, endings));
    }
  }

  private static void preceded(
      String word,
      String begin,
      Set<String> before,
      long bit,
      Set<String> added,
      List<Form> forms) {
    String rest = word.substring(Math.min(begin.length(), word.length()));
    boolean longer = begin.isEmpty() && word.startsWith("ال");
    if (rest.length() < 2 || longer || !word.startsWith(begin)) {
      return;
    }
    for (String letters : before) {
      if (Letters.script(letters.charAt(0)) == Letters.script(word.charAt(0))) {
        forms.add(new Form(letters + rest, -1L, WHOLE));
        if (!added.isEmpty()) {
          forms.add(new Form(letters + rest, bit, added));
        }
      }
    }
  }

  private static boolean sameScript(String word, Family family) {
    String ending = family.added.iterator().next();
    return Letters.script(word.charAt(word.length() - 1)) == Letters.script(ending.charAt(0));
  }
}
