package org.tagwire.watch;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.text.FunctionWords;
import org.tagwire.watch.Endings.Form;

/**
 * One way to write a name or a word of its context, ready to be compared. Immutable.
 *
 * @param words its words
 * @param original how it was written
 * @param joined whether its words stand as one here, which in scripts with capitals only a hashtag
 *     or an inner capital shows
 * @param exact whether capitals have to stand as in {@code original}
 */
record Phrase(List<Word> words, String original, boolean joined, boolean exact) {
  /** Words of their own that are acronyms as well; function words are known anyway. */
  private static final Set<String> COMMON =
      Set.of(
          ("act aid aids aim arm art asap ask bat best bid bit box cap care case cat chip clear core"
                  + " dare dart data dose east echo edge faith fast fit fund gap gas get goal grit"
                  + " hope ice ideas imp jobs just kid lamp law lead leap link lot mad map mars may"
                  + " meet men mind moms nice new next north now oil one open pact pal pass peace pen"
                  + " pet pick pin plan plus pop port pride pro rap rat real rest rice rise risk safe"
                  + " sap sea seal see self ship smart snap soar son spa spy star start step stem sun"
                  + " swat tag tank tip top trace trend trust two vat vice vista war warn wave win"
                  + " wipe wise won word wow zip")
              .split(" "));

  /** Begins Arabic names and stands apart from what follows or not. */
  private static final String SERVANT = "عبد";

  /**
   * A word of a phrase.
   *
   * @param folded its letters
   * @param forms as what it may stand in a text
   * @param initial the letter with which all of these begin; 0 where there are several
   */
  record Word(String folded, List<Form> forms, char initial) {
    static Word of(String folded, Endings endings) {
      List<Form> forms = endings.forms(folded);
      char first = folded.charAt(0);
      boolean one = forms.stream().allMatch(form -> form.stem().charAt(0) == first);
      return new Word(folded, forms, one ? first : 0);
    }

    /** Returns the letter after this word in a scan, or -1 where the word there is another. */
    int match(Scan scan, int word, long families, boolean last) {
      int begin = scan.begin(word);
      if (initial != 0 && scan.letter(begin) != initial) {
        return -1;
      }
      if (scan.isUnspaced(word)) {
        int end = begin + folded.length();
        boolean here = scan.startsWith(begin, folded) && end <= scan.end(word);
        return here && (last || end == scan.end(word)) ? end : -1;
      }
      for (Form form : forms) {
        if ((form.families() & families) != 0
            && scan.startsWith(begin, form.stem())
            && Endings.follow(scan, begin + form.stem().length(), scan.end(word), form.endings())) {
          return scan.end(word);
        }
      }
      return -1;
    }
  }

  /** Returns all ways to write a spelling. */
  static List<Phrase> of(String spelling, boolean exact, Endings endings) {
    List<Phrase> phrases = new ArrayList<>();
    for (String variant : variants(Letters.composed(spelling))) {
      Scan scan = Scan.of(variant);
      boolean strict = exact || isCommonAcronym(variant);
      List<String> apart = words(scan, false);
      List<String> together = words(scan, true);
      phrases.add(phrase(apart, variant, false, strict, endings));
      if (together.size() < apart.size()) {
        phrases.add(phrase(together, variant, false, strict, endings));
      }
      if (together.size() > 1) {
        phrases.add(phrase(List.of(String.join("", together)), variant, true, strict, endings));
      }
    }
    return phrases;
  }

  private static Phrase phrase(
      List<String> words, String original, boolean joined, boolean exact, Endings endings) {
    List<Word> compared = words.stream().map(w -> Word.of(w, endings)).toList();
    return new Phrase(compared, original, joined, exact);
  }

  /**
   * Returns the words of a spelling; together those that a hyphen, an apostrophe or initials part.
   */
  private static List<String> words(Scan scan, boolean together) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < scan.words(); i++) {
      String word = scan.letters(scan.begin(i), scan.end(i));
      boolean servant = !words.isEmpty() && words.getLast().equals(SERVANT);
      if (together && i > 0 && (scan.gap(i) == Scan.TIGHT || servant)) {
        words.add(words.removeLast() + word);
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static Set<String> variants(String spelling) {
    Set<String> variants = new LinkedHashSet<>(List.of(spelling));
    variants.add(spelling.replace(" & ", " and "));
    variants.add(spelling.replace(" and ", " & "));
    variants.add(spelling.replace(SERVANT + "ال", SERVANT + " ال"));
    variants.add(
        spelling
            .replaceAll("[äæ]", "ae")
            .replaceAll("[öø]", "oe")
            .replace("ü", "ue")
            .replace("å", "aa")
            .replaceAll("[ÄÆ]", "Ae")
            .replaceAll("[ÖØ]", "Oe")
            .replace("Ü", "Ue")
            .replace("Å", "Aa"));
    if (spelling.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.HAN)) {
      variants.add(Transliterator.getInstance("Traditional-Simplified").transliterate(spelling));
      variants.add(Transliterator.getInstance("Simplified-Traditional").transliterate(spelling));
    }
    return variants;
  }

  /** Whether this is written in capitals and would be a word of its own without them. */
  private static boolean isCommonAcronym(String spelling) {
    String lower = spelling.toLowerCase(Locale.ROOT);
    boolean capitals = spelling.codePoints().allMatch(Character::isUpperCase);
    return capitals && (FunctionWords.contains(lower) || COMMON.contains(lower));
  }

  /**
   * Whether a place where the letters agree is one where this is written.
   *
   * @param surface the place as it stands in the text
   * @param whole whether the letters there are this and nothing more
   * @param tagged whether it is a hashtag, which nobody capitalises as names are
   */
  boolean suits(String surface, boolean whole, boolean tagged) {
    if (tagged || !isCased()) {
      return true;
    }
    if (joined && !hasInnerCapital(surface)) {
      return false;
    }
    if (exact) {
      return sameCapitals(surface);
    }
    boolean single = words.size() == 1 && !joined;
    boolean lowered =
        Character.isUpperCase(original.codePointAt(0))
            && Character.isLowerCase(surface.codePointAt(0));
    return !single
        || !lowered
        || (whole && Letters.accented(surface).equals(Letters.accented(original)));
  }

  private boolean isCased() {
    int first = original.codePointAt(0);
    return Character.toLowerCase(first) != Character.toUpperCase(first);
  }

  private static boolean hasInnerCapital(String surface) {
    for (int i = 1; i < surface.length(); i++) {
      if (Character.isUpperCase(surface.charAt(i))
          && Character.isLowerCase(surface.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean sameCapitals(String surface) {
    String ours = capitals(original);
    String theirs = capitals(surface);
    int both = Math.min(ours.length(), theirs.length());
    return ours.substring(0, both).equals(theirs.substring(0, both));
  }

  private static String capitals(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .mapToObj(c -> Character.isUpperCase(c) ? "A" : "a")
        .collect(Collectors.joining());
  }
}
