package org.tagwire.category;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.url.WebAddress;

/**
 * What publishers' own sections have taught this instance: which fields a publisher writes about,
 * and which words stand under which section, in one language, compared with how usual the section
 * is.
 *
 * <p>One publisher's odd sections must not teach the others: a headline whose words speak clearly
 * against its section counts a quarter, and all learned words together move a score by {@value
 * #MOST} at most. Stateless.
 */
final class Habits {
  private static final int REMEMBERED = 16;
  private static final double FEWEST = 3;
  private static final double SMOOTH = 0.2;
  private static final double ONE_WORD = 2;
  private static final double MOST = 4;
  private static final double ODD = 0.25;
  private static final double PATIENCE = 10;

  private Habits() {}

  /**
   * Returns what one article with a section teaches.
   *
   * @param title the words of its headline
   * @param odd whether they speak against the section
   */
  static Observation taught(CategoryView view, Category section, List<String> title, boolean odd) {
    List<Sighting> seen = new ArrayList<>();
    double weight = odd ? ODD : 1;
    seen.add(new Sighting(sections(view), section.slug(), weight));
    domain(view).ifPresent(domain -> seen.add(new Sighting(publisher(domain), section.slug(), 1)));
    title.stream()
        .filter(word -> word.length() <= 60)
        .limit(REMEMBERED)
        .forEach(word -> seen.add(new Sighting(words(view), section.slug() + " " + word, weight)));
    return new Observation(seen);
  }

  /**
   * Adds to {@code scores} what the publisher usually writes about, against {@code usual}, the
   * share of each field in all news; returns whether anything is known of it.
   */
  static boolean addPublisher(
      CategoryView view, Knowledge knowledge, double[] usual, double[] scores) {
    Optional<Domain> domain = domain(view);
    if (domain.isEmpty()) {
      return false;
    }
    double[] counts = counts(knowledge, publisher(domain.get()), "");
    double all = sum(counts);
    for (int c = 0; c < scores.length && all > 0; c++) {
      double share = (counts[c] + PATIENCE * usual[c]) / (all + PATIENCE);
      scores[c] += Math.log(share / usual[c]);
    }
    return all > 0;
  }

  /**
   * Adds to {@code scores} under which sections the words of a headline stood before; returns
   * whether any did.
   */
  static boolean addWords(
      CategoryView view, Knowledge knowledge, List<String> title, double[] scores) {
    double[] sections = counts(knowledge, sections(view), "");
    double all = sum(sections);
    boolean known = false;
    double[] learned = new double[scores.length];
    for (String word : title) {
      double[] counts = counts(knowledge, words(view), " " + word);
      double seen = sum(counts);
      known |= seen >= FEWEST;
      for (int c = 0; c < scores.length && seen >= FEWEST; c++) {
        double share = (counts[c] + SMOOTH) / (seen + SMOOTH * scores.length);
        double usual = (sections[c] + 1) / (all + scores.length);
        learned[c] += Math.clamp(Math.log(share / usual), -ONE_WORD, ONE_WORD);
      }
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] += Math.clamp(learned[c], -MOST, MOST);
    }
    return known;
  }

  private static double[] counts(Knowledge knowledge, Knowledge.Scope scope, String what) {
    double[] counts = new double[FieldModel.FIELDS];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = knowledge.count(scope, Category.values()[c].slug() + what);
    }
    return counts;
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }

  private static Optional<Domain> domain(CategoryView view) {
    return WebAddress.parse(view.url()).map(WebAddress::domain);
  }

  private static Knowledge.Scope words(CategoryView view) {
    return new Knowledge.Scope("category:words", view.language().code());
  }

  private static Knowledge.Scope sections(CategoryView view) {
    return new Knowledge.Scope("category:sections", view.language().code());
  }

  private static Knowledge.Scope publisher(Domain domain) {
    return new Knowledge.Scope("category:publisher", domain.toString());
  }
}
