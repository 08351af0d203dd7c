package org.tagwire.server.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Publisher;
import org.tagwire.model.SourceId;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/**
 * Answers lists as JSON: which articles, in which order and how narrowed is what the page with the
 * same address shows. Safe for use by many threads.
 */
final class ListDesk {
  private final Questions questions;
  private final Addresses addresses;
  private final Words english;
  private final ZoneId zone;

  /** A desk at which days begin as in {@code zone}. */
  ListDesk(Questions questions, Addresses addresses, Words english, ZoneId zone) {
    this.questions = questions;
    this.addresses = addresses;
    this.english = english;
    this.zone = zone;
  }

  /**
   * How a list is looked at.
   *
   * @param view for whom, in which language, from which place on
   * @param where what its articles must be
   */
  private record Look(ListView view, Condition where) {
    /** Whether it is the beginning of all there is. */
    boolean isWhole() {
      return where.equals(Condition.ANYTHING)
          && view.only() == null
          && view.place().equals(ListPlace.START);
    }
  }

  /**
   * What a list is of.
   *
   * @param name what it is called
   * @param filter which articles
   * @param always whether it is there even when it is empty
   */
  private record Subject(String name, Filter filter, boolean always) {}

  Reply hashtag(Visit visit) {
    String spelling = visit.requirePath("tag");
    return HashtagPages.isJoined(spelling)
        ? seen(visit, look -> joined(spelling, look, visit))
        : seen(visit, look -> hashtag(spelling, look, visit));
  }

  private Reply hashtag(String spelling, Look look, Visit visit) {
    return switch (questions.hashtags().open(spelling, look.view, look.where)) {
      case HashtagPages.Found found -> Api.json(WireWriter.hashtag(found.page()));
      case HashtagPages.Spelled spelled -> moved(spelled, visit);
      case HashtagPages.Gone gone -> Api.problem(410);
      case HashtagPages.Unknown unknown ->
          questions
              .watch()
              .awaited(spelling, look.view)
              .map(page -> Api.json(WireWriter.hashtag(page)))
              .orElseGet(() -> Api.problem(404));
    };
  }

  private Reply joined(String spelling, Look look, Visit visit) {
    return switch (questions.hashtags().combine(spelling, look.view, look.where)) {
      case HashtagPages.Combined combined -> Api.json(WireWriter.joined(combined));
      case HashtagPages.Spelled spelled -> moved(spelled, visit);
      case HashtagPages.Gone gone -> Api.problem(410);
      case HashtagPages.Unknown unknown -> Api.problem(404);
      case HashtagPages.TooMany many ->
          Api.fault("at most " + many.most() + " hashtags can be joined by + and -; join fewer");
    };
  }

  private Reply moved(HashtagPages.Spelled spelled, Visit visit) {
    String form = Addresses.encode(spelled.form()).replace("%2B", "+");
    return Reply.movedTo(addresses.api("hashtags/" + form) + visit.kept());
  }

  Reply news(Visit visit) {
    return list(visit, new Subject(english.phrase("heading.news").with(""), Filter.ALL, true));
  }

  Reply publisher(Visit visit) {
    return Domain.parse(visit.requirePath("domain"))
        .map(domain -> list(visit, new Subject(name(domain), Filter.publisher(domain), false)))
        .orElseGet(() -> Api.problem(404));
  }

  private String name(Domain domain) {
    return questions.sources().findPublisher(domain).map(Publisher::name).orElse(domain.name());
  }

  Reply category(Visit visit) {
    return Category.parse(visit.requirePath("slug"))
        .map(found -> list(visit, new Subject(found.label(), Filter.category(found), true)))
        .orElseGet(() -> Api.problem(404));
  }

  Reply folder(Visit visit) {
    String name = visit.requirePath("name");
    List<SourceId> sources = questions.sources().listInFolder(name, visit.audience());
    return name.isBlank() || sources.isEmpty()
        ? Api.problem(404)
        : list(visit, new Subject(name, Filter.sources(sources), true));
  }

  /** What is followed is its owner's business. */
  Reply followed(Visit visit) {
    String folder = visit.requirePath("name").equals("-") ? "" : visit.requirePath("name");
    return questions
        .following()
        .filter(folder, visit.audience())
        .map(filter -> list(visit, new Subject(folder, filter, true)))
        .orElseGet(() -> Api.problem(404));
  }

  private Reply list(Visit visit, Subject subject) {
    return seen(visit, look -> list(subject, look));
  }

  private Reply list(Subject subject, Look look) {
    Filter filter = subject.filter.and(look.where);
    ListPage page = questions.lists().page(filter, look.view);
    return look.isWhole() && page.listings().isEmpty() && !subject.always
        ? Api.problem(404)
        : Api.json(
            WireWriter.filtered(subject.name, questions.lists().totals(filter, look.view), page));
  }

  private Reply seen(Visit visit, Function<Look, Reply> handler) {
    Optional<ListView> view = visit.view();
    Optional<Lens> lens = Lens.of(visit);
    return view.isEmpty() || lens.isEmpty()
        ? Faults.answer(visit)
        : handler.apply(new Look(view.get(), lens.get().condition(visit.now(), zone)));
  }
}
