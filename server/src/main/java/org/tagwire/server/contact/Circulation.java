package org.tagwire.server.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.server.web.Questions;

/**
 * How much news comes in: counted in the index at most every ten minutes, over the last day. Safe
 * for use by many threads.
 */
public final class Circulation {
  private static final Duration HOLDS = Duration.ofMinutes(10);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int LOOK = 200;
  private static final int LANGUAGES = 12;

  private final Questions questions;
  private final ConcurrentMap<Audience, Figures> known = new ConcurrentHashMap<>();

  /**
   * What was counted.
   *
   * @param at when
   * @param sources how many sources are read
   * @param languages how much is in each language, most first
   */
  public record Figures(Instant at, int sources, List<Share> languages) {
    public Figures {
      languages = List.copyOf(languages);
    }
  }

  /**
   * A language's share.
   *
   * @param language which
   * @param hourly how many articles an hour
   */
  public record Share(Language language, double hourly) {}

  /** Counts what these questions are answered with. */
  public Circulation(Questions questions) {
    this.questions = questions;
  }

  /** Returns what is known; counted anew when that is too old. */
  public Figures at(Instant now, Audience audience) {
    return known.compute(
        audience,
        (a, figures) ->
            figures != null && now.isBefore(figures.at().plus(HOLDS))
                ? figures
                : count(now, audience));
  }

  private Figures count(Instant now, Audience audience) {
    Filter today = Filter.where(new Condition.From(now.minus(DAY)));
    ListView newest = new ListView(audience, Language.ENGLISH, null, false, ListPlace.START, LOOK);
    Set<Language> languages = new LinkedHashSet<>();
    questions
        .lists()
        .page(today, newest)
        .listings()
        .forEach(listing -> languages.add(listing.card().language()));
    List<Share> shares =
        languages.stream()
            .limit(LANGUAGES)
            .map(language -> share(today, language, audience))
            .sorted(Comparator.comparingDouble(Share::hourly).reversed())
            .toList();
    return new Figures(now, questions.sources().list(audience).size(), shares);
  }

  private Share share(Filter today, Language language, Audience audience) {
    int articles = questions.lists().totals(today.in(language), audience).articles();
    return new Share(language, articles / (double) DAY.toHours());
  }
}
