package org.tagwire.index.lucene;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text of any language into folded words.
 *
 * <p>Idea: a word is a run of letters, digits and marks; everything else parts words, the
 * apostrophe too, so that {@code Poots} finds {@code Poots's} and {@code homme} finds {@code
 * l'homme} (who searches the whole gets the parts as a phrase). Scripts without spaces are cut
 * otherwise: Chinese, Japanese and Korean into overlapping pairs, Thai, Lao, Khmer and Burmese by
 * the dictionaries of ICU. Words are folded by UTR 30 (case, accents, width), Arabic ones by light
 * normalising too; ASCII, the common case, is folded while it is copied. No stemming: it would know
 * one language and harm the others.
 *
 * <p>Own code because it is by far the cheaper: ICUTokenizer with ICUFoldingFilter took 47 µs for
 * an article of 2,500 characters. For one thread.
 */
final class WordTokenizer extends Tokenizer {
  /** Longer runs are no words; they are cut here. */
  private static final int MAX_WORD = 128;

  private static final int KEPT_BUFFER = 1 << 16;
  private static final char DROPPED = 0;

  /** UTR 30 would take the voice marks and long vowels from kana, which make other words there. */
  private static final Normalizer2 WIDTH_AND_CASE = Normalizer2.getNFKCCasefoldInstance();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private int wordStart;
  private int wordEnd;
  private final StringBuilder folded = new StringBuilder();
  private char[] text = new char[4096];
  private int end;
  private int at;
  private int runStart;
  private int runEnd;
  private Run run = Run.NONE;
  private @Nullable BreakIterator dictionary;

  private enum Run {
    NONE,
    PAIRS,
    DICTIONARY
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    if (text.length > KEPT_BUFFER) {
      text = new char[4096];
    }
    end = 0;
    for (int read = 0; read >= 0; read = input.read(text, end, text.length - end)) {
      end += read;
      if (end == text.length) {
        text = Arrays.copyOf(text, text.length * 2);
      }
    }
    at = 0;
    run = Run.NONE;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (at < end) {
      boolean found =
          switch (run) {
            case NONE -> nextWord();
            case PAIRS -> nextPair();
            case DICTIONARY -> nextEntry();
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean nextWord() {
    while (at < end && Script.of(codePoint(at)) == Script.NONE) {
      at += Character.charCount(codePoint(at));
    }
    if (at == end) {
      return false;
    }
    Script script = Script.of(codePoint(at));
    if (script == Script.SPACED) {
      return spacedWord();
    }
    runStart = at;
    runEnd = endOfRun(script);
    run = script == Script.PAIRED ? Run.PAIRS : Run.DICTIONARY;
    if (run == Run.PAIRS) {
      return firstPair();
    }
    dictionary().setText(new String(text, at, runEnd - at));
    return nextEntry();
  }

  private boolean spacedWord() {
    int from = at;
    char any = 0;
    int limit = Math.min(end, from + MAX_WORD);
    while (at < limit && Script.of(codePoint(at)) == Script.SPACED) {
      any |= text[at];
      at += Character.charCount(codePoint(at));
    }
    return any < 0x80 ? emitAscii(from, at) : emit(from, at, ICUFoldingFilter.NORMALIZER);
  }

  private int endOfRun(Script script) {
    int stop = at;
    while (stop < end && Script.of(codePoint(stop)) == script) {
      stop += Character.charCount(codePoint(stop));
    }
    return stop;
  }

  /** A lone character is a word of its own, else the run is as many pairs as it has neighbours. */
  private boolean firstPair() {
    int second = at + Character.charCount(codePoint(at));
    if (second < runEnd) {
      return nextPair();
    }
    int from = at;
    at = second;
    run = Run.NONE;
    return emit(from, at, WIDTH_AND_CASE);
  }

  private boolean nextPair() {
    int second = at + Character.charCount(codePoint(at));
    if (second >= runEnd) {
      at = runEnd;
      run = Run.NONE;
      return false;
    }
    int from = at;
    at = second;
    return emit(from, second + Character.charCount(codePoint(second)), WIDTH_AND_CASE);
  }

  private boolean nextEntry() {
    int from = at;
    int boundary = dictionary().next();
    at = boundary == BreakIterator.DONE ? runEnd : runStart + boundary;
    if (at == runEnd) {
      run = Run.NONE;
    }
    return emit(from, Math.min(at, from + MAX_WORD), WIDTH_AND_CASE);
  }

  /**
   * Made when first needed: most instances never see such a script, and its dictionaries are large.
   */
  private BreakIterator dictionary() {
    BreakIterator made = dictionary;
    if (made == null) {
      made = BreakIterator.getWordInstance(ULocale.ROOT);
      dictionary = made;
    }
    return made;
  }

  /** Returns where the present word begins in the text. */
  int wordStart() {
    return wordStart;
  }

  /** Returns where the present word ends in the text, exclusive. */
  int wordEnd() {
    return wordEnd;
  }

  private boolean emitAscii(int from, int to) {
    wordStart = from;
    wordEnd = to;
    char[] out = term.resizeBuffer(to - from);
    for (int i = from; i < to; i++) {
      char c = text[i];
      out[i - from] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    term.setLength(to - from);
    return true;
  }

  private boolean emit(int from, int to, Normalizer2 folding) {
    wordStart = from;
    wordEnd = to;
    folded.setLength(0);
    folding.normalize(new String(text, from, to - from), folded);
    char[] out = term.resizeBuffer(folded.length());
    int length = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = arabic(folded.charAt(i));
      if (c != DROPPED) {
        out[length++] = c;
      }
    }
    term.setLength(length);
    return length > 0;
  }

  /**
   * What writers of Arabic leave out or mix up: short vowels, tatweel, the seats of alef and yeh,
   * the final heh.
   */
  private static char arabic(char c) {
    if (c < 0x0622 || c > 0x06CC) {
      return c;
    }
    return switch (c) {
      case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627';
      case '\u0649', '\u06CC' -> '\u064A';
      case '\u0629' -> '\u0647';
      case '\u06A9' -> '\u0643';
      case '\u0640', '\u0670' -> DROPPED;
      default -> c >= 0x064B && c <= 0x0652 ? DROPPED : c;
    };
  }

  private int codePoint(int index) {
    char c = text[index];
    return Character.isHighSurrogate(c) ? Character.codePointAt(text, index, end) : c;
  }

  /** How the words of a code point are told apart. */
  enum Script {
    NONE,
    SPACED,
    PAIRED,
    UNSPACED;

    private static final char PROLONGED_SOUND_MARK = '\u30FC';

    static Script of(int c) {
      if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            ? SPACED
            : NONE;
      }
      if (c < 0x0E00) {
        return isWordPart(c) ? SPACED : NONE;
      }
      return isWordPart(c) ? ofLetter(c) : NONE;
    }

    private static Script ofLetter(int c) {
      return switch (UScript.getScript(c)) {
        case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL -> PAIRED;
        case UScript.THAI, UScript.LAO, UScript.KHMER, UScript.MYANMAR -> UNSPACED;
        default -> c == PROLONGED_SOUND_MARK ? PAIRED : SPACED;
      };
    }

    /** Joiners and soft hyphens stand inside words; folding drops them. */
    private static boolean isWordPart(int c) {
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
      return switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
        default -> c == 0x00AD || c == 0x200C || c == 0x200D;
      };
    }
  }
}
