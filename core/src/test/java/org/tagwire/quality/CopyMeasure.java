package org.tagwire.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import org.tagwire.copies.Copies;
import org.tagwire.copies.CopyFinder;
import org.tagwire.copies.Drafts;
import org.tagwire.model.ArticleId;
import org.tagwire.model.CopyPrint;
import org.tagwire.text.Terms;

/** Plants what outlets make of texts among those texts, and counts what is found again. */
final class CopyMeasure {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final int WIDTH = 3;

  private final List<List<String>> texts;
  private final List<CopyPrint> prints;
  private final Copies window = new Copies();
  private final Drafts drafts;
  private final Random random;

  CopyMeasure(List<String> texts, long seed) {
    this.texts = texts.stream().map(text -> List.of(text.split("\\s+"))).toList();
    this.prints = texts.stream().map(CopyFinder::print).toList();
    this.drafts = new Drafts(seed);
    this.random = new Random(seed);
    for (int i = 0; i < prints.size(); i++) {
      window.add(id(i), id(i), prints.get(i), NOON.plusSeconds(i));
    }
  }

  /** What an outlet makes of a text. */
  enum Taking {
    EDITED_5(0.05),
    EDITED_10(0.1),
    CUT_TO_HALF((text, drafts) -> drafts.part(text, text.size() / 2)),
    BOILERPLATE((text, drafts) -> drafts.withBoilerplate(text)),
    NEW_LEAD((text, drafts) -> drafts.withNewLead(text)),
    QUOTED_WHOLE((text, drafts) -> drafts.quotedWhole(text));

    private final BiFunction<List<String>, Drafts, List<String>> taking;

    Taking(double edited) {
      this((text, drafts) -> drafts.edited(text, edited));
    }

    Taking(BiFunction<List<String>, Drafts, List<String>> taking) {
      this.taking = taking;
    }
  }

  /** How many of how many were found. */
  record Recall(int found, int planted) {
    double share() {
      return found / (double) planted;
    }
  }

  /** Plants every {@code step}th text in each way; counts what truly is a copy. */
  Map<Taking, Recall> recall(int step) {
    Map<Taking, Recall> table = new EnumMap<>(Taking.class);
    for (Taking taking : Taking.values()) {
      int found = 0;
      int planted = 0;
      for (int i = 0; i < texts.size(); i += step) {
        List<String> taken = taking.taking.apply(texts.get(i), drafts);
        if (isCopy(texts.get(i), taken)) {
          planted++;
          found += window.find(print(taken)).isPresent() ? 1 : 0;
        }
      }
      table.put(taking, new Recall(found, planted));
    }
    return table;
  }

  /** Compares so many random pairs. Returns those that are called copies and truly are none. */
  int falseMerges(int pairs) {
    int wrong = 0;
    for (int pair = 0; pair < pairs; pair++) {
      int one = random.nextInt(texts.size());
      int other = random.nextInt(texts.size());
      if (one != other && CopyFinder.compare(prints.get(one), prints.get(other)).isCopy()) {
        wrong += isCopy(texts.get(one), texts.get(other)) ? 0 : 1;
      }
    }
    return wrong;
  }

  /** The measure itself, over whole texts: half of all shingles, or six tenths of the shorter's. */
  private static boolean isCopy(List<String> one, List<String> other) {
    Set<String> mine = shingles(one);
    Set<String> theirs = shingles(other);
    long shared = mine.stream().filter(theirs::contains).count();
    double either = mine.size() + theirs.size() - shared;
    return shared >= 0.5 * either || shared >= 0.6 * Math.min(mine.size(), theirs.size());
  }

  private static Set<String> shingles(List<String> text) {
    List<String> words = new ArrayList<>(Terms.of(String.join(" ", text)));
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + WIDTH <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, i + WIDTH)));
    }
    return shingles;
  }

  private static CopyPrint print(List<String> words) {
    return CopyFinder.print(String.join(" ", words));
  }

  private static ArticleId id(int number) {
    return ArticleId.mint("https://example.org/" + number);
  }

  static List<String> made(int count, long seed) {
    Drafts drafts = new Drafts(seed);
    String[] texts = new String[count];
    Arrays.setAll(texts, i -> String.join(" ", drafts.words(drafts.between(120, 1_200))));
    return List.of(texts);
  }
}
