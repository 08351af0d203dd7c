package org.tagwire.server.site;

import gg.jte.generated.precompiled.JtesearchGenerated;
import java.util.List;
import java.util.Optional;
import org.tagwire.query.SearchPages;
import org.tagwire.query.SearchPages.Found;
import org.tagwire.query.SearchPages.SearchPage;
import org.tagwire.query.SearchPages.Sought;
import org.tagwire.server.out.Format;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Seeking;
import org.tagwire.server.web.Visit;

/**
 * The search page and its feeds: whatever was typed is answered with a page, a way on, or, beyond
 * the limits, with what the limits are. Safe for use by many threads.
 */
final class SearchRoom {
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
    Optional<Seeking> read = Seeking.of(visit, press.zone(), format.isEmpty());
    return read.map(seeking -> answer(seeking, visit, format))
        .orElseGet(() -> notices.of(400, visit.edition()));
  }

  private Reply answer(Seeking seeking, Visit visit, Optional<Format> format) {
    Sought sought = seeking.sought();
    return switch (search.open(sought)) {
      case SearchPages.TooMuch much -> refused(400, press.tooMuch(much.limit(), sought, visit));
      case SearchPages.TooSlow slow -> refused(503, press.tooSlow(sought, visit));
      case SearchPages.ToTag tag ->
          Reply.foundAt(press.place(tag, visit) + format.map(Format::suffix).orElse(""));
      case SearchPages.ToArticle article ->
          format.isPresent()
              ? feed(format.get(), List.of(), seeking, visit)
              : Reply.foundAt(press.place(article, visit));
      case SearchPages.AnAddress address ->
          format.isPresent()
              ? feed(format.get(), List.of(), seeking, visit)
              : html(press.address(address, sought, visit));
      case Found found ->
          format.isPresent()
              ? feed(format.get(), List.of(found.page()), seeking, visit)
              : html(press.page(found.page(), seeking, visit, search.isReduced()));
    };
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
  private Reply feed(Format format, List<SearchPage> found, Seeking seeking, Visit visit) {
    NewsList list =
        found.stream()
            .findFirst()
            .map(page -> press.list(page, seeking, visit))
            .orElseGet(() -> press.nothing(seeking, visit));
    return Reply.of(format.contentType(), format.write(bulletins.of(list, visit)));
  }
}
