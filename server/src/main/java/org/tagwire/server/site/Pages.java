package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Totals;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.FrontPages.Covered;
import org.tagwire.query.FrontPages.FrontPage;
import org.tagwire.query.FrontPages.FrontStory;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.query.StoryLists.StoryList;
import org.tagwire.query.Trending.Rising;
import org.tagwire.server.out.Format;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Illustrations;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Nameplates;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Numbers;
import org.tagwire.server.page.TagLine;
import org.tagwire.server.reading.ReadingRoom;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** Answers visits with pages and feeds. Safe for use by many threads. */
final class Pages {
  private static final int OTHERS = 3;
  private static final String COVERED = "heading.covered";

  /** What a redirect takes along, beside the grade. */
  private static final List<String> KEPT =
      List.of(
          Visit.LANGUAGE,
          Visit.PUBLISHER,
          Visit.CATEGORY,
          Visit.SINCE,
          Visit.UNTIL,
          Visit.LAYOUT,
          Visit.AFTER);

  private final Questions questions;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Desk desk;
  private final Frames frames;
  private final Cards cards;
  private final Bars bars;
  private final Notices notices;
  private final Bulletins bulletins;
  private final ListPress lists;
  private final TagDesk directory;
  private final SourceDesk sources;
  private final WatchRoom watch;
  private final LiveFrames live;
  private final ReadingRoom reading;
  private final SearchRoom search;
  private final TrendsRoom trends;

  Pages(SiteContext context, Addresses addresses, Dictionary dictionary, Frames frames) {
    this.questions = context.questions();
    this.addresses = addresses;
    this.dictionary = dictionary;
    this.frames = frames;
    this.desk = new Desk(questions, dictionary, addresses);
    Nameplates nameplates = new Nameplates(context.pictures(), addresses);
    this.cards =
        new Cards(
            addresses, dictionary, new Illustrations(context.pictures(), addresses), nameplates);
    this.live = new LiveFrames(addresses);
    this.bars = new Bars(questions.lists(), dictionary.zone());
    this.lists = new ListPress(questions, addresses, dictionary, cards);
    this.notices = new Notices(frames, cards, dictionary);
    this.directory = new TagDesk(questions, addresses, dictionary, frames, cards, notices);
    this.sources =
        new SourceDesk(
            questions.doctor(),
            addresses,
            nameplates,
            new SourceDesk.Tools(dictionary, frames, notices));
    this.watch = new WatchRoom(questions.watch(), desk, addresses, dictionary, frames, notices);
    this.reading =
        new ReadingRoom(
            questions.following(),
            questions.mutes(),
            questions.reader(),
            new ReadingRoom.Tools(addresses, dictionary, frames, cards, notices));
    this.bulletins =
        new Bulletins(questions.articles(), addresses, dictionary, context.options().name());
    this.search =
        new SearchRoom(
            questions.search(),
            new SearchPress(addresses, dictionary, frames, cards),
            bulletins,
            notices);
    this.trends = new TrendsRoom(questions, addresses, dictionary, frames, cards);
  }

  Desk desk() {
    return desk;
  }

  SearchRoom search() {
    return search;
  }

  TrendsRoom trends() {
    return trends;
  }

  WatchRoom watch() {
    return watch;
  }

  ReadingRoom reading() {
    return reading;
  }

  SourceDesk sources() {
    return sources;
  }

  Notices notices() {
    return notices;
  }

  /** Shows what an address leads to as a page, or in another form. */
  Reply show(Outcome outcome, Visit visit, Optional<Format> format) {
    return switch (outcome) {
      case Outcome.Shown shown ->
          format
              .map(f -> feed(f, shown.list(), visit))
              .orElseGet(() -> page(shown.list(), visit, "list.empty"));
      case Outcome.Awaited awaited ->
          format
              .map(f -> feed(f, awaited.list(), visit))
              .orElseGet(() -> page(awaited.list(), visit, "watch.nothing"));
      case Outcome.Elsewhere elsewhere ->
          Reply.movedTo(elsewhere.path() + format.map(Format::suffix).orElse("") + kept(visit));
      case Outcome.Missing missing ->
          missing.tag()
              ? notices.noTag(visit.edition(), missing.nearest())
              : notices.of(404, visit.edition());
      case Outcome.Gone gone -> notices.of(410, visit.edition());
      case Outcome.Unreadable unreadable -> notices.of(400, visit.edition());
    };
  }

  private Reply feed(Format format, NewsList list, Visit visit) {
    byte[] body = format.write(bulletins.of(list, visit));
    return Reply.of(format.contentType(), body).goodUntil(cards.goodUntil(listings(list), visit));
  }

  private static Stream<Listing> listings(NewsList list) {
    return list.page().listings().stream();
  }

  /** Returns what stands on the front page now. */
  Optional<List<ArticleId>> onFront(Visit visit) {
    return visit
        .view()
        .map(view -> questions.front().open(view, visit.now()))
        .map(front -> LiveFrames.ids(front.stories(), 1 + OTHERS));
  }

  Reply front(Visit visit) {
    Optional<ListView> view = visit.view();
    if (view.isEmpty()) {
      return notices.of(400, visit.edition());
    }
    Edition edition = visit.edition();
    Words words = dictionary.in(edition);
    FrontPage front = questions.front().open(view.get(), visit.now());
    List<Rising> rising = questions.trends().at(visit.now(), visit.audience()).orElse(List.of());
    return Reply.of(
        Reply.HTML,
        Templates.front(
            new FrontView(
                live.ofFront(
                    frames.headlines(
                        frames.listed(edition, words.text("heading.front"), addresses::front),
                        front.stories().stream().map(s -> s.lead().card()).toList()),
                    LiveFrames.ids(front.stories(), 1 + OTHERS),
                    edition),
                front.stories().stream().map(s -> story(s, visit)).toList(),
                rising.isEmpty() ? covered(front.covered(), visit) : rising(rising, visit),
                rising.isEmpty() ? COVERED : "heading.trending",
                Arrays.stream(Category.values()).map(c -> category(words, c)).toList(),
                addresses.news(edition),
                front.stories().isEmpty() ? start(visit) : null)));
  }

  private List<TagLine> covered(List<Covered> covered, Visit visit) {
    List<Hashtag> tags = covered.stream().map(Covered::tag).toList();
    return bars.beside(cards.covered(covered, visit.edition()), tags, visit);
  }

  private List<TagLine> rising(List<Rising> rising, Visit visit) {
    List<Hashtag> tags = rising.stream().map(Rising::tag).toList();
    return bars.beside(cards.rising(rising, visit.edition()), tags, visit);
  }

  /** The owner who has no source yet is shown where to find the first. */
  private @Nullable String start(Visit visit) {
    return visit.isOwner() && questions.doctor().list(visit.audience()).isEmpty()
        ? addresses.start(visit.edition())
        : null;
  }

  Reply hashtags(Visit visit) {
    return directory.open(visit);
  }

  /** Shows a story as its page, or as a list in another form. */
  Reply story(Visit visit) {
    Asked asked = split(visit.requirePath("name"));
    Desk.Told told = desk.story(visit, asked.name());
    if (asked.format().isPresent() || told.page().isEmpty()) {
      return show(told.outcome(), visit, asked.format());
    }
    var press =
        new StoryPress(
            told.page().get(),
            told.list(),
            visit,
            dictionary.in(visit.edition()),
            addresses,
            dictionary.zone());
    return Reply.of(Reply.HTML, Templates.story(press.view(cards, frames, live)));
  }

  Reply article(Visit visit) {
    Optional<ArticleId> id = ArticleId.parse(visit.requirePath("id"));
    Optional<ListView> view = visit.view();
    if (id.isEmpty() || view.isEmpty()) {
      return notices.of(404, visit.edition());
    }
    return switch (questions.articles().open(id.get(), view.get())) {
      case ArticlePages.Found found -> {
        var article = new ArticlePress(found.page(), visit, dictionary.in(visit.edition()));
        yield Reply.of(Reply.HTML, Templates.article(article.view(cards, frames, addresses)));
      }
      case ArticlePages.Moved moved ->
          Reply.movedTo(addresses.article(visit.edition(), moved.to()));
      case ArticlePages.Withdrawn withdrawn -> notices.of(410, visit.edition());
      case ArticlePages.Unknown unknown -> notices.of(404, visit.edition());
    };
  }

  private Reply page(NewsList list, Visit visit, String empty) {
    return Reply.of(Reply.HTML, Templates.list(view(list, visit, empty)))
        .goodUntil(cards.goodUntil(listings(list), visit));
  }

  private ListPageView view(NewsList list, Visit visit, String empty) {
    Words words = dictionary.in(visit.edition());
    String here = list.place().apply(visit.edition());
    boolean begun = !list.view().place().equals(ListPlace.START);
    Optional<StoryList> grouped = lists.stories(list, visit);
    String next =
        grouped.isPresent()
            ? grouped.get().findNext().map(list::queryAt).orElse(null)
            : list.nextQuery();
    return new ListPageView(
        live.of(list.frame(frames, visit.edition()), list, visit.edition()),
        list.heading(),
        list.subject(),
        list.facts(),
        list.totals().equals(Totals.NONE) ? null : Numbers.of(list.totals(), words),
        list.tag() == null ? List.of() : narrow(list, words, here),
        languages(list, words, here),
        grouped.isPresent() ? List.of() : cards.all(list.page().listings(), visit),
        words.text(empty),
        next == null ? null : here + next,
        begun ? here + list.query() : null,
        elsewhere(list, visit),
        list.tag() == null ? null : reading.bar(list.tag(), visit).orElse(null),
        sources(list, visit, words),
        lists.side(list, grouped, visit));
  }

  private List<Link> elsewhere(NewsList list, Visit visit) {
    return list.elsewhere().stream()
        .map(
            other ->
                new Link(
                    other.headline(),
                    addresses.story(visit.edition(), other.id()),
                    other.language().code(),
                    false))
        .toList();
  }

  private @Nullable Link sources(NewsList list, Visit visit, Words words) {
    boolean ofPublisher = list.heading().equals(words.phrase("heading.publisher"));
    return ofPublisher && visit.isOwner()
        ? SourceDesk.ofPublisher(
            addresses, words, visit.edition(), split(visit.requirePath("name")).name())
        : null;
  }

  private static List<Link> narrow(NewsList list, Words words, String here) {
    Language only = list.view().only();
    boolean about = list.view().aboutOnly();
    return List.of(
        new Link(words.text("list.all"), here + list.query(false, only, null), "", !about),
        new Link(words.text("list.about"), here + list.query(true, only, null), "", about));
  }

  private static List<Link> languages(NewsList list, Words words, String here) {
    boolean about = list.view().aboutOnly();
    Language only = list.view().only();
    Language own = words.edition().language();
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            words.text("list.everyLanguage"),
            here + list.query(about, null, null),
            "",
            only == null));
    links.add(language(list, words, own, here));
    if (only != null && !only.equals(own)) {
      links.add(language(list, words, only, here));
    }
    return links;
  }

  private static Link language(NewsList list, Words words, Language language, String here) {
    String name = words.phrase("list.onlyLanguage").with(words.language(language));
    String href = here + list.query(list.view().aboutOnly(), language, null);
    return new Link(name, href, language.code(), language.equals(list.view().only()));
  }

  private FrontView.StoryView story(FrontStory story, Visit visit) {
    List<CardView> accounts = cards.all(story.accounts(), visit);
    return new FrontView.StoryView(
        accounts.getFirst(),
        accounts.stream().skip(1).limit(OTHERS).toList(),
        accounts.size() > 1 ? addresses.story(visit.edition(), story.id()) : null);
  }

  private Link category(Words words, Category category) {
    return Link.of(words.category(category), addresses.category(words.edition(), category));
  }

  /** A redirect keeps the reader's way of looking. */
  private static String kept(Visit visit) {
    List<String> parts = new ArrayList<>();
    if (visit.aboutOnly()) {
      parts.add(Visit.ABOUT + "=1");
    }
    for (String name : KEPT) {
      visit.findQuery(name).ifPresent(v -> parts.add(name + "=" + Addresses.encode(v)));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /** Splits a name as it stands in an address from the format it ends in. */
  static Asked split(String name) {
    Optional<Format> format = Format.findBySuffix(name.toLowerCase(Locale.ROOT));
    int end = name.length() - format.map(f -> f.suffix().length()).orElse(0);
    return new Asked(name.substring(0, end), format);
  }

  /**
   * A name and the form in which it is asked for.
   *
   * @param name without suffix
   * @param format absent for the page
   */
  record Asked(String name, Optional<Format> format) {}

  /** Returns all formats, the page itself first. */
  static Collection<Optional<Format>> formats() {
    List<Optional<Format>> formats = new ArrayList<>();
    formats.add(Optional.empty());
    Arrays.stream(Format.values()).map(Optional::of).forEach(formats::add);
    return formats;
  }
}
