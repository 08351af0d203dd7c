package org.tagwire.server.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Publisher;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.Totals;
import org.tagwire.query.Combination;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.HashtagPages.HashtagPage;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.query.StoryPages;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Phrase;
import org.tagwire.server.words.Words;

/** Finds the list behind an address. Safe for use by many threads. */
final class Desk {
  private final Questions questions;
  private final Dictionary dictionary;
  private final Addresses addresses;

  Desk(Questions questions, Dictionary dictionary, Addresses addresses) {
    this.questions = questions;
    this.dictionary = dictionary;
    this.addresses = addresses;
  }

  Outcome hashtag(Visit visit, String spelling) {
    Optional<ListView> view = visit.view();
    Optional<Lens> lens = Lens.of(visit);
    if (view.isEmpty() || lens.isEmpty()) {
      return new Outcome.Unreadable();
    }
    return HashtagPages.isJoined(spelling)
        ? joined(visit, spelling, view.get(), lens.get())
        : hashtag(visit, spelling, view.get(), lens.get());
  }

  private Outcome hashtag(Visit visit, String spelling, ListView view, Lens lens) {
    return switch (questions.hashtags().open(spelling, view, condition(lens, visit))) {
      case HashtagPages.Found found ->
          new Outcome.Shown(
              of(found.page(), visit, view, Angle.of(Filter.tag(found.page().tag().key()), lens)));
      case HashtagPages.Spelled spelled ->
          new Outcome.Elsewhere(addresses.hashtag(visit.edition(), spelled.form()));
      case HashtagPages.Gone gone -> new Outcome.Gone();
      case HashtagPages.Unknown unknown ->
          questions
              .watch()
              .awaited(spelling, view)
              .<Outcome>map(page -> new Outcome.Awaited(of(page, visit, view, Angle.NONE)))
              .orElseGet(() -> new Outcome.Missing(unknown.nearest(), true));
    };
  }

  private Outcome joined(Visit visit, String spelling, ListView view, Lens lens) {
    return switch (questions.hashtags().combine(spelling, view, condition(lens, visit))) {
      case HashtagPages.Combined combined -> new Outcome.Shown(of(combined, visit, view, lens));
      case HashtagPages.Spelled spelled ->
          new Outcome.Elsewhere(addresses.hashtags(visit.edition(), spelled.form()));
      case HashtagPages.Unknown unknown -> new Outcome.Missing(unknown.nearest(), true);
      case HashtagPages.Gone gone -> new Outcome.Gone();
      case HashtagPages.TooMany tooMany -> new Outcome.Unreadable();
    };
  }

  private NewsList of(HashtagPages.Combined combined, Visit visit, ListView view, Lens lens) {
    Words words = dictionary.in(visit.edition());
    Combination combination = combined.combination();
    return new NewsList(
        words.phrase("heading.hashtag"),
        Terms.text(combination, words),
        List.of(),
        combined.shown(),
        edition -> addresses.hashtags(edition, combination.form()),
        "",
        null,
        view,
        combined.list(),
        new Angle(combination.filter(view.aboutOnly()), lens, combination, false),
        false);
  }

  private Condition condition(Lens lens, Visit visit) {
    return lens.condition(visit.now(), dictionary.zone());
  }

  /** Finds the newest articles in which watched names were found, for whoever may see them. */
  Outcome watch(Visit visit) {
    Optional<ListView> view = visit.view();
    if (view.isEmpty()) {
      return new Outcome.Unreadable();
    }
    Words words = dictionary.in(visit.edition());
    return !visit.isOwner()
        ? Outcome.missing()
        : new Outcome.Shown(
            new NewsList(
                new Phrase(words.text("heading.watch"), ""),
                "",
                List.of(words.text("watch.feed")),
                Totals.NONE,
                addresses::watch,
                "",
                null,
                view.get(),
                questions.watch().latest(view.get()),
                Angle.NONE,
                false));
  }

  /** Finds the news of the followed tags of a folder, for the owner. */
  Outcome followed(Visit visit, String name) {
    String folder = name.equals("-") ? "" : name;
    Words words = dictionary.in(visit.edition());
    String subject = folder.isEmpty() ? words.text("reading.all") : folder;
    return questions
        .following()
        .filter(folder, visit.audience())
        .map(
            filter ->
                list(
                    visit,
                    new Subject("followed", subject, true),
                    filter,
                    edition -> addresses.followed(edition, folder)))
        .orElseGet(Outcome::missing);
  }

  private NewsList of(HashtagPage page, Visit visit, ListView view, Angle angle) {
    Words words = dictionary.in(visit.edition());
    Hashtag tag = page.tag();
    return new NewsList(
        words.phrase("heading.hashtag"),
        "#" + tag.form(),
        page.ambiguous()
            ? List.of(tag.name(), words.kind(tag.kind()), words.text("list.ambiguous"))
            : List.of(tag.name(), words.kind(tag.kind())),
        page.shown(),
        edition -> addresses.hashtag(edition, tag.form()),
        "",
        tag,
        view,
        page.list(),
        angle,
        !visit.isOwner() && !questions.hashtags().mayBeListed(tag, visit.now()));
  }

  /** Finds a story: its page, and the list that its feeds are made of. */
  Told story(Visit visit, String id) {
    Optional<StoryId> story = ArticleId.parse(id).map(StoryId::new);
    Optional<ListView> view = visit.view();
    if (story.isEmpty() || view.isEmpty()) {
      return Told.not(story.isEmpty() ? Outcome.missing() : new Outcome.Unreadable());
    }
    return switch (questions.stories().open(story.get(), view.get())) {
      case StoryPages.Merged merged ->
          Told.not(new Outcome.Elsewhere(addresses.story(visit.edition(), merged.into())));
      case StoryPages.Unknown unknown -> Told.not(Outcome.missing());
      case StoryPages.Found found -> {
        NewsList list = of(found.page(), visit, view.get());
        yield new Told(new Outcome.Shown(list), Optional.of(found.page()));
      }
    };
  }

  /**
   * What the address of a story leads to.
   *
   * @param outcome its list, or why there is none
   * @param page its page
   */
  record Told(Outcome outcome, Optional<StoryPages.StoryPage> page) {
    private static Told not(Outcome outcome) {
      return new Told(outcome, Optional.empty());
    }

    /** Returns the list of a story that is there. */
    NewsList list() {
      if (outcome instanceof Outcome.Shown shown) {
        return shown.list();
      }
      throw new IllegalStateException("no story is there, but " + outcome);
    }
  }

  private NewsList of(StoryPages.StoryPage page, Visit visit, ListView view) {
    Words words = dictionary.in(visit.edition());
    return new NewsList(
        new Phrase("", ""),
        page.headline(),
        List.of(words.text("story.label")),
        page.totals(),
        edition -> addresses.story(edition, page.id()),
        "",
        null,
        view,
        page.list(),
        Angle.NONE,
        false);
  }

  Outcome publisher(Visit visit, String name) {
    Optional<Domain> domain = Domain.parse(name);
    Optional<Publisher> publisher = domain.flatMap(questions.sources()::findPublisher);
    if (domain.isEmpty()) {
      return Outcome.missing();
    }
    if (!domain.get().name().equals(name)) {
      return new Outcome.Elsewhere(addresses.publisher(visit.edition(), domain.get()));
    }
    var subject = new Subject("publisher", publisher.map(Publisher::name).orElse(name), false);
    return list(
        visit, subject, Filter.publisher(domain.get()), e -> addresses.publisher(e, domain.get()));
  }

  Outcome category(Visit visit, String name) {
    Optional<Category> category = Category.parse(name);
    if (category.isEmpty()) {
      return Outcome.missing();
    }
    if (!category.get().slug().equals(name)) {
      return new Outcome.Elsewhere(addresses.category(visit.edition(), category.get()));
    }
    String label = dictionary.in(visit.edition()).category(category.get());
    return list(
        visit,
        new Subject("category", label, true),
        Filter.category(category.get()),
        edition -> addresses.category(edition, category.get()));
  }

  Outcome folder(Visit visit, String name) {
    List<SourceId> sources = questions.sources().listInFolder(name, visit.audience());
    return name.isBlank() || sources.isEmpty()
        ? Outcome.missing()
        : list(
            visit,
            new Subject("folder", name, true),
            Filter.sources(sources),
            edition -> addresses.folder(edition, name));
  }

  Outcome news(Visit visit) {
    return list(visit, new Subject("news", "", true), Filter.ALL, addresses::news);
  }

  private Outcome list(
      Visit visit, Subject subject, Filter filter, Function<Edition, String> place) {
    Optional<ListView> view = visit.view();
    Optional<Lens> lens = Lens.of(visit);
    if (view.isEmpty() || lens.isEmpty()) {
      return new Outcome.Unreadable();
    }
    Filter narrowed = filter.and(condition(lens.get(), visit));
    ListPage page = questions.lists().page(narrowed, view.get());
    boolean whole =
        lens.get().isPlain()
            && view.get().only() == null
            && view.get().place().equals(ListPlace.START);
    if (whole && page.listings().isEmpty() && !subject.always()) {
      return Outcome.missing();
    }
    Words words = dictionary.in(visit.edition());
    return new Outcome.Shown(
        new NewsList(
            words.phrase("heading." + subject.kind()),
            subject.name(),
            List.of(),
            totals(narrowed, view.get()),
            place,
            "",
            null,
            view.get(),
            page,
            Angle.of(filter, lens.get()),
            false));
  }

  private Totals totals(Filter filter, ListView view) {
    Filter narrowed = view.only() == null ? filter : filter.in(view.only());
    return questions.lists().totals(narrowed, view.audience());
  }

  /**
   * What a list is about.
   *
   * @param kind the key of its heading
   * @param name what fills the heading's gap
   * @param always whether it is there even when it is empty
   */
  private record Subject(String kind, String name, boolean always) {}
}
