package org.tagwire.server.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Totals;
import org.tagwire.query.ListPage;
import org.tagwire.query.RankPlace;
import org.tagwire.query.SearchPages;
import org.tagwire.query.SearchPages.SearchPage;
import org.tagwire.query.SearchPages.Sought;
import org.tagwire.search.Canonical;
import org.tagwire.search.Note;
import org.tagwire.search.Request;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Seeking;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/** Answers searches, and what is typed while they are written, as JSON. */
final class SearchDesk {
  private final Questions questions;
  private final Addresses addresses;
  private final Words english;
  private final ZoneId zone;

  /** A desk at which days begin as in {@code zone}. */
  SearchDesk(Questions questions, Addresses addresses, Words english, ZoneId zone) {
    this.questions = questions;
    this.addresses = addresses;
    this.english = english;
    this.zone = zone;
  }

  Reply search(Visit visit) {
    String typed = visit.findQuery(Visit.WORDS).orElse("").strip();
    if (typed.isEmpty()) {
      return Faults.answer(Visit.WORDS, visit);
    }
    Optional<Sought> sought = Seeking.of(visit, zone, true).map(Seeking::sought);
    if (sought.isEmpty()) {
      return Faults.answer(visit);
    }
    return switch (questions.search().open(sought.get())) {
      case SearchPages.TooMuch much -> tooMuch(much.limit());
      case SearchPages.TooSlow slow ->
          Api.problem(503, ErrorCode.TOO_SLOW, english.text("search.slow"), "");
      case SearchPages.ToTag tag ->
          leads(typed, addresses.api("hashtags/" + Addresses.encode(tag.form())));
      case SearchPages.ToArticle article ->
          leads(typed, addresses.api("articles/" + article.id().hex()));
      case SearchPages.AnAddress address -> leads(typed, null);
      case SearchPages.Found found -> Api.json(page(typed, found.page()));
    };
  }

  private Reply tooMuch(Request.Limit limit) {
    String key = "search.limit." + limit.name().toLowerCase(Locale.ROOT);
    String most = Integer.toString(limit.most());
    return Api.problem(400, ErrorCode.BAD_REQUEST, english.phrase(key).with(most), "");
  }

  /** What was typed is one thing, which has an address of its own, or is none that is here. */
  private static Reply leads(String typed, @org.jspecify.annotations.Nullable String path) {
    return Api.json(
        new Wire.SearchPage(
            typed,
            typed,
            List.of(),
            List.of(),
            WireWriter.totals(Totals.NONE),
            WireWriter.list(new ListPage(List.of(), null)),
            path));
  }

  private Wire.SearchPage page(String typed, SearchPage page) {
    Wire.CardList list = WireWriter.list(page.list());
    String next = page.findMore().map(RankPlace::token).orElse(list.next());
    return new Wire.SearchPage(
        typed,
        page.request().findWanted().map(Canonical::of).orElse(""),
        page.request().notes().stream().map(this::note).toList(),
        page.meant().stream().map(WireWriter::tag).toList(),
        WireWriter.totals(page.totals()),
        new Wire.CardList(list.articles(), next),
        null);
  }

  private Wire.Note note(Note note) {
    String kind = note.kind().name().toLowerCase(Locale.ROOT);
    return new Wire.Note(
        kind, note.typed(), english.phrase("search.note." + kind).with(note.typed()));
  }

  Reply suggest(Visit visit) {
    var suggested =
        questions
            .suggestions()
            .of(visit.findQuery(Visit.WORDS).orElse(""), visit.audience(), visit.now());
    return Api.json(
        new Wire.Suggested(
            suggested.tags().stream().map(WireWriter::tag).toList(),
            suggested.publishers().stream()
                .map(p -> new Wire.Publisher(p.domain().name(), p.name()))
                .toList()));
  }
}
