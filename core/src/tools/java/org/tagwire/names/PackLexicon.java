package org.tagwire.names;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Packs {@code lexicon.bin.gz}, which {@link Lexicon} reads; {@code ./dev train names} runs it.
 * Arguments: the VOA tokens, the file to write. The same sources give the same bytes.
 *
 * <p>Sources: the name list and ambiguity classes of NLP4J (Emory University, Apache-2.0), and word
 * counts of the Voice of America's news (public domain).
 */
final class PackLexicon {
  private static final int MIN_FIRST_NAMES = 4;
  private static final int MIN_SURNAMES = 3;

  private final Map<Integer, Integer> flags = new TreeMap<>(Integer::compareUnsigned);
  private final Map<String, int[]> usage = new HashMap<>();

  private PackLexicon() {}

  public static void main(String[] arguments) throws Exception {
    PackLexicon pack = new PackLexicon();
    pack.countUsage(Path.of(arguments[0]));
    pack.addNames();
    pack.addWords();
    pack.write(Path.of(arguments[1]));
  }

  /** Counts each word in lower case and, inside sentences, with a capital. */
  private void countUsage(Path tokens) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(tokens))) {
      boolean first = true;
      for (String token : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        boolean word = !token.isEmpty() && Character.isLetter(token.charAt(0));
        if (word && (!first || Character.isLowerCase(token.charAt(0)))) {
          int[] counts = usage.computeIfAbsent(token.toLowerCase(Locale.ROOT), w -> new int[2]);
          counts[Character.isLowerCase(token.charAt(0)) ? 0 : 1]++;
        }
        first = token.isEmpty() || token.equals("-DOCSTART-") || (first && !word);
      }
    }
  }

  private void addNames() throws Exception {
    Map<String, Integer> firstNames = new HashMap<>();
    Map<String, Integer> surnames = new HashMap<>();
    NameList.walk(
        (words, codes) -> {
          add(String.join(" ", words), kinds(codes, words.size()));
          boolean person =
              codes.toString().equals("[" + NameList.PERSON + "]")
                  && words.size() > 1
                  && words.size() < 5;
          if (person && Character.isUpperCase(words.getFirst().charAt(0))) {
            firstNames.merge(words.getFirst(), 1, Integer::sum);
            surnames.merge(words.getLast(), 1, Integer::sum);
          }
        });
    firstNames.forEach((name, n) -> addPart(name, n, MIN_FIRST_NAMES, Lexicon.FIRST_NAME));
    surnames.forEach((name, n) -> addPart(name, n, MIN_SURNAMES, Lexicon.SURNAME));
  }

  /** A part of names that is as often a plain word has to be borne by many. */
  private void addPart(String name, int bearers, int least, int flag) {
    int[] counts = usage.getOrDefault(name.toLowerCase(Locale.ROOT), new int[2]);
    boolean plain = counts[0] > counts[1];
    if (name.length() > 1 && !name.contains(".") && bearers >= (plain ? 30 * least : least)) {
      add(name, flag);
    }
  }

  private static int kinds(Collection<?> codes, int words) {
    int kinds = 0;
    for (Object code : codes) {
      kinds |=
          switch (String.valueOf(code)) {
            case NameList.PERSON -> words == 1 ? Lexicon.SURNAME : Lexicon.PERSON;
            case NameList.GIVEN -> Lexicon.SURNAME;
            case NameList.ORGANISATION -> Lexicon.ORGANISATION;
            case NameList.PLACE, NameList.TOWN -> Lexicon.PLACE;
            case NameList.BOOK, NameList.FILM, NameList.SONG, NameList.PRODUCT -> Lexicon.WORK;
            case NameList.EVENT -> Lexicon.EVENT;
            case NameList.PEOPLE -> Lexicon.PEOPLE;
            default -> 0;
          };
    }
    return kinds;
  }

  /**
   * What is written small more often than not is a word; of words the news never wrote, those
   * listed small only.
   */
  private void addWords() throws Exception {
    Map<?, ?> classes = (Map<?, ?>) Packing.lexicon("en-ambiguity-classes-simplified");
    usage.forEach(
        (word, counts) -> {
          if (counts[0] > counts[1]) {
            add(word, Lexicon.WORD);
          }
        });
    for (Map.Entry<?, ?> entry : classes.entrySet()) {
      String word = String.valueOf(entry.getKey());
      boolean small = !word.isEmpty() && Character.isLowerCase(word.charAt(0)) && word.length() > 2;
      String capital = small ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : "";
      boolean unseen =
          !usage.containsKey(word) && !String.valueOf(classes.get(capital)).startsWith("[NNP");
      if (small && unseen && !String.valueOf(entry.getValue()).contains("NNP")) {
        add(word, Lexicon.WORD);
      }
    }
  }

  private void add(String name, int kinds) {
    if (kinds != 0 && name.codePoints().anyMatch(Character::isLetter)) {
      flags.merge(Lexicon.hash(name), kinds, (a, b) -> a | b);
    }
  }

  private void write(Path file) throws IOException {
    try (DataOutputStream out = Packing.open(file)) {
      Packing.writeHashes(out, flags.keySet());
      for (int kinds : flags.values()) {
        out.writeByte(kinds);
      }
    }
  }
}
