package org.tagwire.embedding;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokenizer of BERT, uncased: text is lower-cased, freed of accents, cut at blanks and
 * punctuation, and each word into the longest pieces of the vocabulary (Wu et al., Google's neural
 * machine translation system, 2016, §4.1). Immutable and safe for use by many threads.
 */
final class WordPieces {
  private static final int LONGEST_WORD = 100;
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  /**
   * An entry of the vocabulary in a Hugging Face tokenizer.json; JSON escapes are undone by hand.
   */
  private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\"\\s*:\\s*(\\d+)");

  private final Map<String, Integer> numbers;

  private WordPieces(Map<String, Integer> numbers) {
    this.numbers = numbers;
  }

  /** Reads the vocabulary from a tokenizer.json. */
  static WordPieces read(InputStream json) {
    try {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Integer> numbers = new HashMap<>();
      Matcher entry = ENTRY.matcher(text.substring(text.indexOf("\"vocab\"") + 7));
      while (entry.find()) {
        numbers.put(unescaped(entry.group(1)), Integer.parseInt(entry.group(2)));
      }
      return new WordPieces(Map.copyOf(numbers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    Matcher unicode = Pattern.compile("\\\\u([0-9a-fA-F]{4})").matcher(text);
    String plain =
        unicode.replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    return plain.replace("\\\"", "\"").replace("\\/", "/").replace("\\\\", "\\");
  }

  int size() {
    return numbers.size();
  }

  /**
   * Returns the numbers of the pieces of {@code text} between the marks of beginning and end, at
   * most {@code most}.
   */
  long[] of(String text, int most) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(number("[CLS]"));
    for (String word : words(text)) {
      if (pieces.size() >= most - 1) {
        break;
      }
      addPieces(word, pieces);
    }
    return closed(pieces, most);
  }

  private long[] closed(List<Integer> pieces, int most) {
    List<Integer> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), most - 1)));
    kept.add(number("[SEP]"));
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  private void addPieces(String word, List<Integer> pieces) {
    List<Integer> found = new ArrayList<>();
    int start = 0;
    while (start < word.length() && word.length() <= LONGEST_WORD) {
      int end = word.length();
      while (end > start && !numbers.containsKey(piece(word, start, end))) {
        end--;
      }
      if (end == start) {
        break;
      }
      found.add(number(piece(word, start, end)));
      start = end;
    }
    if (start == word.length()) {
      pieces.addAll(found);
    } else {
      pieces.add(number("[UNK]"));
    }
  }

  private static String piece(String word, int start, int end) {
    return start == 0 ? word.substring(0, end) : "##" + word.substring(start, end);
  }

  private int number(String piece) {
    Integer number = numbers.get(piece);
    if (number == null) {
      throw new IllegalStateException("the vocabulary lacks " + piece + "; it is not BERT's");
    }
    return number;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    NFD.normalize(text.toLowerCase(Locale.ROOT)).codePoints().forEach(c -> take(c, word, words));
    finish(word, words);
    return words;
  }

  private static void take(int c, StringBuilder word, List<String> words) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
      return;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      finish(word, words);
    } else if (isAlone(c, type)) {
      finish(word, words);
      words.add(Character.toString(c));
    } else {
      word.appendCodePoint(c);
    }
  }

  private static void finish(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static boolean isAlone(int c, int type) {
    boolean ascii = c < 0x80 && !Character.isLetterOrDigit(c);
    boolean punctuation =
        switch (type) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
    boolean ideograph =
        (c >= 0x4E00 && c <= 0x9FFF)
            || (c >= 0x3400 && c <= 0x4DBF)
            || (c >= 0xF900 && c <= 0xFAFF);
    return ascii || punctuation || ideograph;
  }
}
