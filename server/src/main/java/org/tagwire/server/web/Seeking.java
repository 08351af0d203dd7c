package org.tagwire.server.web;

import java.time.ZoneId;
import java.util.Optional;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.query.RankPlace;
import org.tagwire.query.SearchPages.Sought;

/**
 * A search as it stands in an address; pages, feeds and the API read it alike. Immutable.
 *
 * @param sought what is looked for
 * @param lens by what it is narrowed, beside language and words
 */
public record Seeking(Sought sought, Lens lens) {
  /** The value of {@link Visit#SORT} that asks for the best first. */
  public static final String RELEVANCE = "relevance";

  /**
   * Reads what a visit looks for; empty when a parameter makes no sense.
   *
   * @param zone in which days begin
   * @param ranked whether the best first can be asked for
   */
  public static Optional<Seeking> of(Visit visit, ZoneId zone, boolean ranked) {
    return Lens.of(visit).flatMap(lens -> of(visit, lens, zone, ranked));
  }

  private static Optional<Seeking> of(Visit visit, Lens lens, ZoneId zone, boolean ranked) {
    boolean best = ranked && visit.findQuery(Visit.SORT).filter(RELEVANCE::equals).isPresent();
    Optional<ListView> view = best ? visit.viewAt(ListPlace.START) : visit.view();
    Optional<RankPlace> place = best ? place(visit) : Optional.empty();
    if (view.isEmpty() || best != place.isPresent()) {
      return Optional.empty();
    }
    Sought sought =
        new Sought(
            visit.findQuery(Visit.WORDS).map(String::strip).orElse(""),
            view.get(),
            lens.condition(visit.now(), zone),
            place.orElse(null),
            visit.now(),
            zone);
    return Optional.of(new Seeking(sought, lens));
  }

  private static Optional<RankPlace> place(Visit visit) {
    return visit
        .findQuery(Visit.AFTER)
        .map(RankPlace::parse)
        .orElseGet(() -> Optional.of(new RankPlace(visit.now(), 0)));
  }

  /** Returns whether the best are asked for first. */
  public boolean isRanked() {
    return sought.best() != null;
  }
}
