package org.tagwire.server.site;

import gg.jte.generated.precompiled.JtesearchGenerated;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Totals;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListView;
import org.tagwire.query.RankPlace;
import org.tagwire.query.SearchPages;
import org.tagwire.query.SearchPages.Found;
import org.tagwire.query.SearchPages.SearchPage;
import org.tagwire.query.SearchPages.Sought;
import org.tagwire.server.out.Format;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;

/**
 * The search page and its feeds: whatever was typed is answered with a page, a way on, or, beyond
 * the limits, with what the limits are. Safe for use by many threads.
 */
final class SearchRoom {
  /** The value of {@link Visit#SORT} that asks for the best first. */
  static final String RELEVANCE = "relevance";

  private final SearchPages search;
  private final SearchPress press;
  private final Bulletins bulletins;
  private final Notices notices;

  SearchRoom(SearchPages search, SearchPress press, Bulletins bulletins, Notices notices) {
    this.search = search;
    this.press = press;
    this.bulletins = bulletins;
    this.notices = notices;
  }

  /** Answers a search as a page or in another form. */
  Reply answer(Visit visit, Optional<Format> format) {
    Optional<Sought> read = read(visit, press.zone(), format.isEmpty());
    if (read.isEmpty()) {
      return notices.of(400, visit.edition());
    }
    Sought sought = read.get();
    return switch (search.open(sought)) {
      case SearchPages.TooMuch much -> refused(400, press.tooMuch(much.limit(), sought, visit));
      case SearchPages.TooSlow slow -> refused(503, press.tooSlow(sought, visit));
      case SearchPages.ToTag tag ->
          Reply.foundAt(press.place(tag, visit) + format.map(Format::suffix).orElse(""));
      case SearchPages.ToArticle article ->
          format.isPresent()
              ? feed(format.get(), List.of(), sought, visit)
              : Reply.foundAt(press.place(article, visit));
      case SearchPages.AnAddress address ->
          format.isPresent()
              ? feed(format.get(), List.of(), sought, visit)
              : html(press.address(address, sought, visit));
      case Found found ->
          format.isPresent()
              ? feed(format.get(), List.of(found.page()), sought, visit)
              : html(press.page(found.page(), sought, visit, search.isReduced()));
    };
  }

  /** Reads the parameters of a search; empty when one of them makes no sense. */
  static Optional<Sought> read(Visit visit, ZoneId zone, boolean ranked) {
    boolean best = ranked && visit.findQuery(Visit.SORT).filter(RELEVANCE::equals).isPresent();
    String typed = visit.findQuery(Visit.WORDS).map(String::strip).orElse("");
    Optional<String> after = visit.findQuery(Visit.AFTER);
    if (!best) {
      return visit.view().map(view -> new Sought(typed, view, null, visit.now(), zone));
    }
    Optional<RankPlace> place =
        after.isEmpty() ? Optional.of(new RankPlace(visit.now(), 0)) : RankPlace.parse(after.get());
    ListView view = ListView.of(visit.audience(), visit.edition().language());
    return place.map(p -> new Sought(typed, view, p, visit.now(), zone));
  }

  private static Reply html(SearchView view) {
    return Reply.of(Reply.HTML, sheet(view));
  }

  private static Reply refused(int status, SearchView view) {
    return Reply.of(status, Reply.HTML, sheet(view));
  }

  private static byte[] sheet(SearchView view) {
    return Sheet.of(out -> JtesearchGenerated.render(out, null, view));
  }

  /** A feed holds the newest, whatever the order of the page it is of. */
  private Reply feed(Format format, List<SearchPage> found, Sought sought, Visit visit) {
    NewsList list =
        press.list(
            sought,
            visit,
            found.stream().map(SearchPage::totals).findFirst().orElse(Totals.NONE),
            found.stream().map(SearchPage::list).findFirst().orElse(new ListPage(List.of(), null)));
    return Reply.of(format.contentType(), format.write(bulletins.of(list, visit)));
  }
}
