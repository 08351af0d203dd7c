package org.tagwire.category;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tagwire.model.Category;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;

/**
 * Tells the field of an article: the publisher's own word first, then the article's.
 *
 * <p>Words vote: each by the table's weight for its category, a headline's three times, repeats by their logarithm, shared
 * among the categories it stands in; words that publishers here have put under a section vote by what was learned.
 * The winner needs a fair number of votes and a lead. Safe for use by many threads; no input makes it fail.
 */
public final class Categoriser {
  private static final int READ = 3_000;
  private static final int REMEMBERED = 16;

  /** The fewest votes, and the share of them all, of a winner. */
  private static final double FEWEST = 1.8;

  private static final double LEAD = 1.05;
  private static final double TITLE = 3;

  /** Path words are the weakest of the publisher's words: {@code /sport/} is meant, {@code /people/} may be anything. */
  private static final int PATH_DEPTH = 4;

  private static final Pattern JOINED = Pattern.compile(" and | und | et | y | e |[&/,>|]");

  private final WordTable sections = WordTable.ofNames("sections.txt");
  private final WordTable keywords = WordTable.ofTerms("keywords.txt");

  /** Returns the field of {@code view}, as far as it and {@code knowledge} tell. */
  public Categorised categorise(CategoryView view, Knowledge knowledge) {
    Set<String> words = new TreeSet<>(Terms.telling(Normalise.head(view.title(), 400)));
    return said(view, words).orElseGet(() -> byWords(view, words, knowledge));
  }

  /** Returns what {@code view} teaches: the words its publisher puts under its section. A function of the view alone. */
  public Observation observation(CategoryView view) {
    Set<String> words = new TreeSet<>(Terms.telling(Normalise.head(view.title(), 400)));
    return said(view, words).map(Categorised::observation).orElse(Observation.NONE);
  }

  private Optional<Categorised> said(CategoryView view, Set<String> words) {
    for (String section : view.sections().subList(0, Math.min(view.sections().size(), 12))) {
      Optional<Category> said = bySection(section);
      if (said.isPresent()) {
        return Optional.of(new Categorised(said.get(), "the publisher's section " + section, learned(view, said.get(), words)));
      }
    }
    for (String part : path(view.url())) {
      Optional<Category> said = bySection(part);
      if (said.isPresent()) {
        return Optional.of(new Categorised(said.get(), "the address says " + part, learned(view, said.get(), words)));
      }
    }
    return Optional.empty();
  }

  private Optional<Category> bySection(String section) {
    String whole = Normalise.head(section, 60);
    return Stream.concat(Stream.of(whole), Stream.of(JOINED.split(whole)))
        .map(name -> sections.of(WordTable.name(name.strip())))
        .filter(said -> said.size() == 1)
        .map(said -> said.keySet().iterator().next())
        .findFirst();
  }

  /** Returns the first folders of the address; the last part is the article's own name. */
  private static List<String> path(String url) {
    int host = url.indexOf("//");
    int start = url.indexOf('/', host < 0 ? 0 : host + 2);
    if (start < 0) {
      return List.of();
    }
    String path = Normalise.head(url.substring(start + 1), 300).split("[?#]", 2)[0];
    List<String> parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeLast();
    return parts.subList(0, Math.min(parts.size(), PATH_DEPTH));
  }

  private Categorised byWords(CategoryView view, Set<String> title, Knowledge knowledge) {
    Map<Category, Double> votes = new EnumMap<>(Category.class);
    Map<String, Integer> counts = new HashMap<>();
    Terms.telling(Normalise.head(view.text(), READ)).forEach(term -> counts.merge(term, 1, Integer::sum));
    Set<String> all = new HashSet<>(counts.keySet());
    all.addAll(title);
    for (String term : all) {
      double weight = (title.contains(term) ? TITLE : 0) + Math.log1p(counts.getOrDefault(term, 0));
      Map<Category, Double> table = keywords.of(term);
      table.forEach((category, w) -> votes.merge(category, weight * w / table.size(), Double::sum));
    }
    title.forEach(term -> voteLearned(view, term, knowledge, votes));
    return decided(votes);
  }

  private static Categorised decided(Map<Category, Double> votes) {
    List<Map.Entry<Category, Double>> ranked =
        votes.entrySet().stream()
            .sorted(Map.Entry.<Category, Double>comparingByValue(Comparator.reverseOrder()))
            .toList();
    double first = ranked.isEmpty() ? 0 : ranked.getFirst().getValue();
    double second = ranked.size() < 2 ? 0 : ranked.get(1).getValue();
    if (first < FEWEST || first < LEAD * second) {
      return new Categorised(Category.GENERAL, "no field stands out", Observation.NONE);
    }
    return new Categorised(ranked.getFirst().getKey(), "its words", Observation.NONE);
  }

  /** A word seen under sections at least three times votes for each by its share. */
  private static void voteLearned(
      CategoryView view, String term, Knowledge knowledge, Map<Category, Double> votes) {
    Knowledge.Scope scope = scope(view);
    Map<Category, Double> seen = new EnumMap<>(Category.class);
    double total = 0;
    for (Category category : Category.values()) {
      double count = knowledge.count(scope, category.slug() + " " + term);
      total += count;
      seen.put(category, count);
    }
    double all = total;
    if (all >= 3) {
      seen.forEach((category, count) -> votes.merge(category, TITLE * count / all, Double::sum));
    }
  }

  private static Observation learned(CategoryView view, Category category, Set<String> words) {
    return new Observation(
        words.stream()
            .filter(word -> word.length() <= 60)
            .limit(REMEMBERED)
            .map(word -> new Observation.Sighting(scope(view), category.slug() + " " + word, 1))
            .toList());
  }

  private static Knowledge.Scope scope(CategoryView view) {
    return new Knowledge.Scope("category:words", view.language().code());
  }
}
