package org.tagwire.server.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tagwire.model.ArticleId;
import org.tagwire.server.live.Lineup;
import org.tagwire.server.live.LiveDesk;
import org.tagwire.server.web.Refusals;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;

/** Answers open pages of this site with how much is new on them. Safe for use by many threads. */
final class LiveRoom {
  private final LiveDesk desk;
  private final Refusals refusals;

  LiveRoom(LiveDesk desk, Refusals refusals) {
    this.desk = desk;
    this.refusals = refusals;
  }

  /** Answers the open pages of a kind of list. */
  Function<Visit, Reply> of(String list, Function<Visit, Outcome> finder) {
    return answer(list, visit -> lineup(finder.apply(visit)));
  }

  /** Answers the open front pages. */
  Function<Visit, Reply> ofFront(Lineup front) {
    return answer("front", front);
  }

  private Function<Visit, Reply> answer(String list, Lineup lineup) {
    return visit ->
        desk.open(list, visit, lineup).orElseGet(() -> refusals.of(404, visit.edition(), ""));
  }

  private static Optional<List<ArticleId>> lineup(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Shown shown -> Optional.of(LiveFrames.ids(shown.list().page()));
      case Outcome.Awaited awaited -> Optional.of(LiveFrames.ids(awaited.list().page()));
      case Outcome.Elsewhere elsewhere -> Optional.empty();
      case Outcome.Missing missing -> Optional.empty();
      case Outcome.Unreadable unreadable -> Optional.empty();
    };
  }
}
