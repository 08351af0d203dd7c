package org.tagwire.category;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;

/**
 * What the words of one article say of its field.
 *
 * @param scores the mean of what its words say in the learned table, one score a field
 * @param votes the votes of the words listed for its language, one sum a field
 * @param known how many of its words say anything
 */
record Wording(double[] scores, double[] votes, int known) {
  private static final int READ = 3_000;
  private static final int TITLE_READ = 400;

  /** A word of the headline weighs as much as one that stands twenty times in the body. */
  private static final double TITLE = 3;

  /** So much of no opinion is mixed in, lest a single word decide. */
  static final double DOUBT = 3;

  private static final int MOST_VOTES = 8;

  /** Returns the words of a headline that the learned counts know it by. */
  static List<String> ofTitle(String title) {
    return Terms.telling(Normalise.head(title, TITLE_READ)).stream().distinct().toList();
  }

  /** Reads the words of {@code view}. */
  static Wording of(CategoryView view, FieldModel model, ListedWords listed) {
    Map<String, Double> weights = weights(view);
    double[] scores = new double[FieldModel.FIELDS];
    double[] votes = new double[FieldModel.FIELDS];
    double all = DOUBT;
    int known = 0;
    boolean english = isEnglish(view);
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      double weight = word.getValue();
      if (english && model.add(word.getKey(), weight, scores)) {
        all += weight;
        known++;
      } else if (!view.language().equals(Language.ENGLISH)) {
        known += vote(listed.of(view.language(), word.getKey()), weight, votes);
      }
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= all;
      votes[c] = Math.min(votes[c], MOST_VOTES);
    }
    return new Wording(scores, votes, known);
  }

  /**
   * Returns whether {@code view} is read as English: so is a text in Latin letters whose language
   * is not known, as that of a headline alone often is, and Nigerian Pidgin ({@code pcm}).
   */
  static boolean isEnglish(CategoryView view) {
    Language language = view.language();
    return language.equals(Language.ENGLISH)
        || language.code().equals("pcm")
        || (!language.isKnown() && isLatin(view));
  }

  /** Returns whether the headline is in Latin letters: no other script means much to the model. */
  static boolean isLatin(CategoryView view) {
    String title = Normalise.head(view.text().title(), TITLE_READ);
    long letters = title.codePoints().filter(Character::isLetter).count();
    long latin = title.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.LATIN).count();
    return 2 * latin >= letters;
  }

  private static Map<String, Double> weights(CategoryView view) {
    Map<String, Integer> counts = new HashMap<>();
    Terms.telling(Normalise.head(view.text().plain(), READ))
        .forEach(term -> counts.merge(term, 1, Integer::sum));
    Set<String> title = new HashSet<>(ofTitle(view.text().title()));
    Map<String, Double> weights = new HashMap<>();
    counts.forEach((term, count) -> weights.put(term, Math.log1p(count)));
    title.forEach(term -> weights.merge(term, TITLE, Double::sum));
    return weights;
  }

  private static int vote(Map<Category, Double> fields, double weight, double[] votes) {
    fields.forEach((field, w) -> votes[field.ordinal()] += weight * w / fields.size());
    return fields.isEmpty() ? 0 : 1;
  }
}
