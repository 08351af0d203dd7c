package org.tagwire.server.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Card;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Moment;
import org.tagwire.model.WatchedName;
import org.tagwire.query.WatchPages;
import org.tagwire.query.WatchPages.Overview;
import org.tagwire.server.out.WatchTable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Ages;
import org.tagwire.server.words.Words;
import org.tagwire.store.WatchStore.Tally;
import org.tagwire.watch.WatchList;

/**
 * Answers the owner's visits to the watched names. For anybody else there is nothing here. Safe for
 * use by many threads.
 */
final class WatchRoom {
  private static final int PAGE_SIZE = 200;

  private final WatchPages watch;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Notices notices;

  WatchRoom(WatchPages watch, Tools tools) {
    this.watch = watch;
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.notices = tools.notices();
  }

  /** Shows the names with their numbers. */
  Reply page(Visit visit) {
    Optional<Integer> from = SourceDesk.from(visit);
    if (from.isEmpty()) {
      return notices.of(400, visit.edition());
    }
    return overview(visit)
        .map(seen -> Reply.of(Reply.HTML, Templates.watch(view(seen, from.get(), visit))))
        .orElseGet(() -> notices.of(404, visit.edition()));
  }

  /** Gives the names with their numbers as a table for a spreadsheet. */
  Reply table(Visit visit) {
    return overview(visit)
        .map(
            seen ->
                Reply.of(
                    WatchTable.TYPE, WatchTable.of(seen.names()).getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> notices.of(404, visit.edition()));
  }

  private Optional<Overview> overview(Visit visit) {
    return watch.overview(visit.audience(), visit.now(), dictionary.zone());
  }

  private WatchView view(Overview seen, int from, Visit visit) {
    Words words = dictionary.in(visit.edition());
    String here = addresses.watch(visit.edition());
    int end = Math.min(seen.names().size(), from + PAGE_SIZE);
    List<Link> feeds = NewsList.feeds(here, "");
    return new WatchView(
        frames.fed(visit.edition(), words.text("heading.watch"), addresses::watch, feeds),
        words.count("watched", seen.names().size()),
        seen.done() ? "" : words.text("watch.looking"),
        here + ".csv",
        addresses.office(visit.edition(), "watch"),
        seen.names().subList(Math.min(from, end), end).stream()
            .map(tally -> line(tally, visit, words))
            .toList(),
        end < seen.names().size() ? here + "?" + Visit.AFTER + "=" + end : null);
  }

  private WatchView.Line line(Tally tally, Visit visit, Words words) {
    WatchedName name = tally.name();
    String form = HashtagGrammar.form(name.name()).orElse(name.key().value());
    String written = WatchList.write(name);
    int change = tally.week() - tally.before();
    return new WatchView.Line(
        Link.of(name.name(), addresses.hashtag(visit.edition(), form)),
        written.equals(name.name()) ? List.of() : List.of(written.split(" ")),
        words.measures().number(tally.today()),
        words.measures().number(tally.week()),
        signed(change, words),
        change > 0 ? "up" : change < 0 ? "down" : "even",
        words.measures().number(tally.publishers()),
        tally.findLast().map(card -> last(card, visit, words)).orElse(null));
  }

  private static String signed(int change, Words words) {
    String sign = change > 0 ? "+" : change < 0 ? "\u2212" : "";
    return sign + words.measures().number(Math.abs((long) change));
  }

  private WatchView.Last last(Card card, Visit visit, Words words) {
    Moment order = card.findPublished().orElseGet(() -> Moment.of(card.order()));
    return new WatchView.Last(
        card.headline(),
        addresses.article(visit.edition(), card.id()),
        card.carrierName(),
        new CardView.Time(words.ages().of(order, visit.now()), Ages.machine(order)));
  }
}
