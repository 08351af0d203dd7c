package org.tagwire.server.site;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Totals;
import org.tagwire.query.Hits;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.query.SearchPages.AnAddress;
import org.tagwire.query.SearchPages.SearchPage;
import org.tagwire.query.SearchPages.Sought;
import org.tagwire.query.SearchPages.ToArticle;
import org.tagwire.query.SearchPages.ToTag;
import org.tagwire.search.Canonical;
import org.tagwire.search.Request;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.page.Tools;
import org.tagwire.server.site.SearchView.Example;
import org.tagwire.server.site.SearchView.Hit;
import org.tagwire.server.site.SearchView.Note;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Seeking;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Phrase;
import org.tagwire.server.words.Words;

/** Words the search page. Safe for use by many threads. */
final class SearchPress {
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Cards cards;
  private final ListPress lists;

  SearchPress(Tools tools, ListPress lists) {
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.cards = tools.cards();
    this.lists = lists;
  }

  /** Returns the zone in which days begin. */
  ZoneId zone() {
    return dictionary.zone();
  }

  /** Returns where a hashtag stands. */
  String place(ToTag tag, Visit visit) {
    return addresses.hashtag(visit.edition(), tag.form());
  }

  /** Returns where an article stands. */
  String place(ToArticle article, Visit visit) {
    return addresses.article(visit.edition(), article.id());
  }

  /** Returns what was found as a list among others: for its feeds, and for all ways from it. */
  NewsList list(SearchPage page, Seeking seeking, Visit visit) {
    Filter base = page.request().findWanted().map(Filter::where).orElse(null);
    Angle angle = new Angle(base, seeking.lens(), null, seeking.isRanked());
    return list(seeking.sought(), page.totals(), page.list(), angle, visit);
  }

  /** Returns the list of a search that is answered with none. */
  NewsList nothing(Seeking seeking, Visit visit) {
    ListPage none = new ListPage(List.of(), null);
    return list(seeking.sought(), Totals.NONE, none, Angle.NONE, visit);
  }

  private NewsList list(Sought sought, Totals totals, ListPage found, Angle angle, Visit visit) {
    return new NewsList(
        heading(sought, dictionary.in(visit.edition())),
        sought.typed(),
        List.of(),
        totals,
        addresses::search,
        sought.typed(),
        null,
        sought.view(),
        found,
        angle,
        false);
  }

  SearchView page(SearchPage page, Seeking seeking, Visit visit, boolean reduced) {
    Words words = dictionary.in(visit.edition());
    Sought sought = seeking.sought();
    NewsList list = list(page, seeking, visit);
    Request.Understood request = page.request();
    boolean asked = request.findWanted().isPresent();
    boolean typed = !sought.typed().isEmpty();
    List<Note> notes = new ArrayList<>();
    request.notes().forEach(note -> notes.add(note(note, words)));
    if (asked && reduced) {
      notes.add(new Note(words.phrase("search.reduced"), ""));
    }
    String here = addresses.search(visit.edition());
    String next = next(page, list);
    return new SearchView(
        list.searched(frames, visit.edition()),
        heading(sought, words),
        sought.typed(),
        asked ? Numbers.of(page.totals(), words) : null,
        notes,
        read(request),
        page.meant().stream().map(tag -> cards.tag(tag, visit.edition())).toList(),
        asked ? orders(list, here, words) : List.of(),
        held(request, list, here),
        lists.ways(list, visit),
        hits(page, visit),
        empty(asked, typed, sought, words),
        next == null ? null : here + next,
        visit.findQuery(Visit.AFTER).isPresent() ? here + list.query() : null,
        List.of(),
        asked ? List.of() : examples(words));
  }

  /** Says what stands at an address that was typed, for whoever may do something about it. */
  SearchView address(AnAddress address, Sought sought, Visit visit) {
    Words words = dictionary.in(visit.edition());
    List<Link> ways = new ArrayList<>();
    address
        .publisher()
        .map(p -> way(words, "search.publisher", p.name(), addresses.publisher(visit.edition(), p)))
        .ifPresent(ways::add);
    address
        .source()
        .map(s -> way(words, "search.source", address.href(), addresses.source(visit.edition(), s)))
        .ifPresent(ways::add);
    if (visit.isOwner() && address.source().isEmpty()) {
      String start =
          addresses.start(visit.edition()) + "?address=" + Addresses.encode(address.href());
      ways.add(way(words, "search.add", address.href(), start));
    }
    String key = ways.isEmpty() ? "search.unknown" : "search.notHere";
    return said(new Note(words.phrase(key), ""), ways, sought, visit);
  }

  private static Link way(Words words, String key, String name, String href) {
    return Link.of(words.phrase(key).with(name), href);
  }

  SearchView tooMuch(Request.Limit limit, Sought sought, Visit visit) {
    Words words = dictionary.in(visit.edition());
    Phrase phrase = words.phrase("search.limit." + limit.name().toLowerCase(Locale.ROOT));
    Note note = new Note(phrase, words.measures().number(limit.most()));
    return said(note, List.of(), shortened(sought), visit);
  }

  SearchView tooSlow(Sought sought, Visit visit) {
    Words words = dictionary.in(visit.edition());
    return said(new Note(words.phrase("search.slow"), ""), List.of(), sought, visit);
  }

  /** What goes beyond the limits is not written back either. */
  private static Sought shortened(Sought sought) {
    return sought.typed().length() <= 512
        ? sought
        : new Sought("", sought.view(), sought.where(), null, sought.now(), sought.zone());
  }

  /** A page that says one thing in place of a list. */
  private SearchView said(Note note, List<Link> ways, Sought sought, Visit visit) {
    Words words = dictionary.in(visit.edition());
    Frame frame =
        frames.of(
            visit.edition(),
            words.text("heading.search.empty"),
            addresses::search,
            new Frames.Extras(true, false, List.of(), sought.typed()));
    return new SearchView(
        frame,
        words.phrase("heading.search.empty"),
        "",
        null,
        List.of(note),
        "",
        List.of(),
        List.of(),
        List.of(),
        ListSide.NONE,
        List.of(),
        "",
        null,
        null,
        ways,
        ways.isEmpty() ? examples(words) : List.of());
  }

  private static Phrase heading(Sought sought, Words words) {
    return words.phrase(sought.typed().isEmpty() ? "heading.search.empty" : "heading.search");
  }

  private static Note note(org.tagwire.search.Note note, Words words) {
    String kind = note.kind().name().toLowerCase(Locale.ROOT);
    return new Note(words.phrase("search.note." + kind), note.typed());
  }

  /** Where OR stands, its reach is shown, for it is easily mistaken. */
  private String read(Request.Understood request) {
    return request
        .findWanted()
        .filter(SearchPress::hasAlternatives)
        .map(Canonical::of)
        .filter(canonical -> !canonical.equalsIgnoreCase(request.line()))
        .orElse("");
  }

  private static boolean hasAlternatives(Condition condition) {
    return switch (condition) {
      case Condition.Any any -> any.of().stream().anyMatch(c -> !(c instanceof Condition.By));
      case Condition.All all -> all.of().stream().anyMatch(SearchPress::hasAlternatives);
      case Condition.Not not -> hasAlternatives(not.that());
      default -> false;
    };
  }

  private static List<Link> orders(NewsList list, String here, Words words) {
    Angle angle = list.angle();
    return List.of(
        new Link(
            words.text("search.newest"),
            here + list.at(angle.ranked(false)).query(),
            "",
            !angle.ranked()),
        new Link(
            words.text("search.best"),
            here + list.at(angle.ranked(true)).query(),
            "",
            angle.ranked()));
  }

  /** Returns what is no word of the search, each leading to the search without it. */
  private static List<Link> held(Request.Understood request, NewsList list, String here) {
    List<Link> held = new ArrayList<>();
    for (int i = 0; i < request.parts().size(); i++) {
      Request.Part part = request.parts().get(i);
      if (isField(part.condition())) {
        held.add(
            Link.of(
                request.line().substring(part.from(), part.to()),
                here + list.asking(request.without(i)).query()));
      }
    }
    return held;
  }

  private static boolean isField(Condition condition) {
    return switch (condition) {
      case Condition.Tagged tagged -> true;
      case Condition.By by -> true;
      case Condition.In in -> true;
      case Condition.Written written -> true;
      case Condition.Before before -> true;
      case Condition.From from -> true;
      case Condition.Not not -> isField(not.that());
      case Condition.Any any -> any.of().stream().allMatch(SearchPress::isField);
      case Condition.All all -> false;
      case Condition.Word word -> false;
      case Condition.Phrase phrase -> false;
    };
  }

  private List<Hit> hits(SearchPage page, Visit visit) {
    List<CardView> views = cards.all(page.list().listings(), visit);
    List<Hit> hits = new ArrayList<>(views.size());
    for (int i = 0; i < views.size(); i++) {
      CardView view = views.get(i);
      Hits found = page.hits().get(page.list().listings().get(i).card().id());
      hits.add(
          found == null
              ? new Hit(
                  view, Pieces.of(view.headline(), List.of()), Pieces.of(view.text(), List.of()))
              : new Hit(
                  view,
                  Pieces.of(view.headline(), found.headline()),
                  Pieces.of(found.text(), found.marks())));
    }
    return hits;
  }

  private static String empty(boolean asked, boolean typed, Sought sought, Words words) {
    if (!asked) {
      return typed ? words.text("search.nothing") : "";
    }
    boolean begun = sought.best() != null || sought.view().place().equals(ListPlace.START);
    return words.text(begun ? "search.none" : "search.end");
  }

  private static @Nullable String next(SearchPage page, NewsList list) {
    return list.angle().ranked()
        ? page.findMore()
            .map(more -> list.query() + "&" + Visit.AFTER + "=" + more.token())
            .orElse(null)
        : list.nextQuery();
  }

  private List<Example> examples(Words words) {
    Edition edition = words.edition();
    return List.of(
            "words",
            "phrase",
            "not",
            "or",
            "tag",
            "publisher",
            "category",
            "lang",
            "time",
            "beginning")
        .stream()
        .map(
            key -> {
              String typed = words.text("search.example." + key);
              return new Example(
                  typed,
                  addresses.search(edition, typed),
                  words.text("search.example." + key + ".text"));
            })
        .toList();
  }
}
