package org.tagwire.server.site;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tagwire.model.Hashtag;
import org.tagwire.server.words.Edition;

/**
 * The letters under which an edition's readers look for names, and their order (CLDR): accents
 * stand with their letter, digits together, and scripts of thousands of signs are one letter each.
 * Safe for use by many threads.
 */
final class Alphabet {
  private static final String DIGITS = "0–9";
  private static final String SIGNS = "…";

  /** More than these scripts have; else letters are left out until so many remain. */
  private static final int MOST_LABELS = 1_000;

  /** Scripts of so many signs that all of them are one letter here. */
  private static final Set<Integer> MANY =
      Set.of(UScript.HAN, UScript.HANGUL, UScript.HIRAGANA, UScript.KATAKANA);

  private final AlphabeticIndex.ImmutableIndex<Hashtag> index;
  private final Collator collator;

  Alphabet(Edition edition) {
    ULocale locale = ULocale.forLanguageTag(edition.code());
    index =
        new AlphabeticIndex<Hashtag>(locale)
            .addLabels(labels())
            .setMaxLabelCount(MOST_LABELS)
            .buildImmutableIndex();
    collator = Collator.getInstance(locale).freeze();
  }

  /** The scripts whose letters are few. */
  private static ULocale[] labels() {
    return Stream.of("en", "ar", "ru", "el", "he", "hy", "ka", "hi", "bn", "th")
        .map(ULocale::forLanguageTag)
        .toArray(ULocale[]::new);
  }

  /**
   * A letter.
   *
   * @param label as it is written
   * @param firsts of each code point that counts as it, the first tag
   */
  record Letter(String label, List<Hashtag> firsts) {
    Letter {
      firsts = List.copyOf(firsts);
    }
  }

  /** Returns the letters of these initials in the order of the edition. */
  List<Letter> letters(List<Hashtag> initials) {
    Map<Integer, Map<String, List<Hashtag>>> letters = new TreeMap<>();
    for (Hashtag first : initials) {
      int bucket = index.getBucketIndex(initial(first));
      letters
          .computeIfAbsent(bucket, any -> new TreeMap<>())
          .computeIfAbsent(label(bucket, first), any -> new ArrayList<>())
          .add(first);
    }
    return letters.values().stream()
        .flatMap(labels -> labels.entrySet().stream())
        .map(entry -> new Letter(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String label(int bucket, Hashtag first) {
    AlphabeticIndex.Bucket<Hashtag> found = index.getBucket(bucket);
    if (found.getLabelType() == AlphabeticIndex.Bucket.LabelType.NORMAL) {
      return found.getLabel();
    }
    int letter = first.key().value().codePointAt(0);
    if (UCharacter.isDigit(letter)) {
      return DIGITS;
    }
    if (!UCharacter.isLetter(letter)) {
      return SIGNS;
    }
    return MANY.contains(UScript.getScript(letter))
        ? UScript.getSampleString(UScript.getScript(letter))
        : UCharacter.toUpperCase(Character.toString(letter));
  }

  private static String initial(Hashtag tag) {
    return Character.toString(tag.key().value().codePointAt(0));
  }

  /** Returns tags in the order of their names. */
  List<Hashtag> sorted(List<Hashtag> tags) {
    return tags.stream().sorted(Comparator.comparing(Hashtag::name, collator::compare)).toList();
  }
}
