package org.tagwire.server.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Detail.Amount;
import org.tagwire.model.Refusal.Kind;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagwireException;
import org.tagwire.model.WatchedName;
import org.tagwire.query.ListView;
import org.tagwire.query.WatchPages;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.out.Bulletin;
import org.tagwire.server.out.Format;
import org.tagwire.server.out.WatchTable;
import org.tagwire.server.works.Works;
import org.tagwire.store.WatchStore;
import org.tagwire.store.WatchStore.TooMany;
import org.tagwire.store.WatchStore.Watched;
import org.tagwire.watch.WatchList;
import org.tagwire.watch.WatchList.Names;
import org.tagwire.watch.WatchList.Refused;

/** Watches names, and tells what was found of them. Safe for use by many threads. */
public final class Watching {
  private static final String NO_ADDRESS = "http://localhost";

  private final Works works;
  private final WatchPages pages;

  public Watching(Works works) {
    this.works = works;
    this.pages = new WatchPages(works.store().watch());
  }

  /** Watches the names of a list, and returns when older articles have been looked through too. */
  void set(Order order, Report report) {
    List<WatchedName> names = read(order.text());
    Watched watched = set(names);
    report.note(
        watched.added()
            + " names added, "
            + watched.changed()
            + " changed, "
            + watched.same()
            + " as before");
    lookBack(report);
    tell(names, report);
  }

  /** Watches the names of a list; older articles are looked through in the background. */
  public Watched set(String list) {
    return set(read(list));
  }

  private Watched set(List<WatchedName> names) {
    return switch (works.store().watch().set(names, works.clock().instant())) {
      case TooMany(int wished) ->
          throw Arguments.bad(
              Refusal.with(Kind.WATCHED_TOO_MANY, new Amount(wished), new Amount(WatchStore.MOST)),
              "these would be "
                  + wished
                  + " watched names, and at most "
                  + WatchStore.MOST
                  + " are watched; remove some with 'tagwire watch --remove NAME'");
      case Watched watched -> {
        works.watch().changed();
        yield watched;
      }
    };
  }

  private static List<WatchedName> read(String list) {
    if (list.indexOf('\uFFFD') >= 0) {
      throw Arguments.bad(
          Refusal.of(Kind.LIST_NOT_UTF8),
          "the list is not in UTF-8; save it as UTF-8 and give it again");
    }
    return switch (WatchList.read(list)) {
      case Names(List<WatchedName> names) -> {
        if (names.isEmpty()) {
          throw Arguments.bad(
              Refusal.of(Kind.LIST_EMPTY),
              "the list holds no name; write one a line, like: Shell +oil -beach");
        }
        yield names;
      }
      case Refused(List<WatchList.Mistake> mistakes) ->
          throw new TagwireException(
              ErrorCode.BAD_REQUEST,
              "nothing was changed, because of "
                  + (mistakes.size() == 1 ? "this line:" : "these lines:")
                  + mistakes.stream()
                      .map(m -> "\n  line " + m.line() + ": " + m.message())
                      .collect(Collectors.joining()),
              mistakes.stream().map(WatchList.Mistake::refusal).toList());
    };
  }

  private void lookBack(Report report) {
    works.settleWatch((done, total) -> report.progress("articles", done, Math.max(done, total)));
    works.settle((done, total) -> {});
  }

  private void tell(List<WatchedName> names, Report report) {
    List<TagKey> keys = names.stream().map(WatchedName::key).toList();
    Columns columns = new Columns("TODAY", "7 DAYS", "LAST", "NAME");
    for (WatchStore.Tally tally : overview()) {
      if (keys.contains(tally.name().key())) {
        columns.row(
            Integer.toString(tally.today()),
            Integer.toString(tally.week()),
            tally.findLast().map(card -> Subscriptions.shown(card.order())).orElse("nothing yet"),
            Columns.fitted(tally.name().name(), 60));
      }
    }
    columns.print(report);
  }

  private List<WatchStore.Tally> overview() {
    Instant now = works.clock().instant();
    return pages
        .overview(Audience.OWNER, now, works.settings().site().zone())
        .map(WatchPages.Overview::names)
        .orElse(List.of());
  }

  void remove(Order order, Report report) {
    String written = Arguments.require(order, 0, "the name to watch no longer");
    if (!remove(written)) {
      throw Arguments.bad(
          "'" + written + "' is not watched; 'tagwire watch --list' lists the names that are");
    }
    lookBack(report);
    report.line(
        written + " is watched no longer; the hashtags that only watching it gave are gone");
  }

  /** Watches a name no longer; returns false when it was not watched. */
  public boolean remove(String name) {
    boolean removed =
        TagKey.parse(name).map(key -> works.store().watch().remove(key)).orElse(false);
    works.watch().changed();
    return removed;
  }

  /** Lists the names as lines that can be given again. */
  void list(Order order, Report report) {
    works.store().watch().list().forEach(name -> report.line(WatchList.write(name)));
  }

  void table(Order order, Report report) {
    WatchTable.of(overview()).lines().forEach(report::line);
  }

  /** Prints the newest articles of all names as RSS. */
  void feed(Order order, Report report) {
    ListView view = ListView.of(Audience.OWNER, Language.ENGLISH);
    String site = works.settings().web().findBaseUrl().map(Object::toString).orElse(NO_ADDRESS);
    Bulletin bulletin =
        new Bulletin(
            "Watched names",
            "All watched names in one list",
            new Bulletin.Place(site + "/en/watch", "", null),
            "Tagwire",
            Language.ENGLISH,
            pages.latest(view).listings().stream().map(listing -> entry(listing, site)).toList());
    new String(Format.RSS.write(bulletin), StandardCharsets.UTF_8).lines().forEach(report::line);
  }

  private static Bulletin.Entry entry(Listing listing, String site) {
    Card card = listing.card();
    return new Bulletin.Entry(
        card.id(),
        card.url(),
        site + "/en/article/" + card.id().hex(),
        card.headline(),
        card.carrierName(),
        card.findOriginName().orElse(null),
        card.category().name().toLowerCase(Locale.ROOT),
        card.language(),
        card.published(),
        card.order(),
        Subscriptions.shown(card.order()),
        List.of(card.opening()),
        card.chips().stream().map(Card.Chip::name).toList(),
        null);
  }
}
