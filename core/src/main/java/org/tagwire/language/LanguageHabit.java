package org.tagwire.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.model.Domain;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.url.WebAddress;

/**
 * What a publisher usually writes in, and what is usually written on this instance.
 *
 * <p>A headline of five words and three names may be of any language; where nobody declares one,
 * the habit stands in for the declaration. It is counted, so who changes his language changes his
 * habit.
 */
public final class LanguageHabit {
  private static final String TOPIC = "language:habit";
  private static final String ALL = "*";

  /** So much of what was seen must be of one language. */
  private static final double USUAL = 0.9;

  private static final double FEWEST_OF_PUBLISHER = 5;
  private static final double FEWEST_OF_ALL = 50;

  private static final List<Language> LANGUAGES = languages();

  private LanguageHabit() {}

  private static List<Language> languages() {
    List<Language> languages = new ArrayList<>();
    for (String code : Locale.getISOLanguages()) {
      Language.parse(code).filter(Language::isKnown).ifPresent(languages::add);
    }
    return List.copyOf(languages);
  }

  /** Returns what is usual at the publisher of {@code url}, or else everywhere. */
  public static Optional<Language> find(String url, Knowledge knowledge) {
    return domain(url)
        .flatMap(domain -> find(scope(domain.name()), FEWEST_OF_PUBLISHER, knowledge))
        .or(() -> find(scope(ALL), FEWEST_OF_ALL, knowledge));
  }

  private static Optional<Language> find(Knowledge.Scope scope, double fewest, Knowledge known) {
    double all = known.count(scope, ALL);
    return all < fewest
        ? Optional.empty()
        : LANGUAGES.stream()
            .filter(language -> known.count(scope, language.code()) >= USUAL * all)
            .findFirst();
  }

  /** Returns what an article of {@code url} in {@code language} teaches. */
  public static Observation observation(String url, Language language) {
    List<Observation.Sighting> seen = new ArrayList<>();
    if (language.isKnown()) {
      add(scope(ALL), language, seen);
      domain(url).ifPresent(domain -> add(scope(domain.name()), language, seen));
    }
    return new Observation(seen);
  }

  private static void add(
      Knowledge.Scope scope, Language language, List<Observation.Sighting> seen) {
    seen.add(new Observation.Sighting(scope, ALL, 1));
    seen.add(new Observation.Sighting(scope, language.code(), 1));
  }

  private static Optional<Domain> domain(String url) {
    return WebAddress.parse(url).map(WebAddress::domain);
  }

  private static Knowledge.Scope scope(String where) {
    return new Knowledge.Scope(TOPIC, where);
  }
}
