package org.tagwire.server.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tagwire.doctor.SourcePages;
import org.tagwire.model.Domain;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Nameplates;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Tools;
import org.tagwire.server.site.SourceView.Badge;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStatus.State;

/**
 * Answers the owner's visits to the sources: the list of all, failing ones first, and the page of
 * each. For anybody else there is nothing here. Safe for use by many threads.
 */
final class SourceDesk {
  private static final int PAGE_SIZE = 100;
  private static final String STATE = "state";
  private static final String PUBLISHER = "publisher";

  /** What needs the owner comes first. */
  private static final List<State> ORDER =
      List.of(State.FAILING, State.GONE, State.NEW, State.PAUSED, State.OK);

  private final SourcePages sources;
  private final Addresses addresses;
  private final Nameplates nameplates;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Notices notices;

  SourceDesk(SourcePages sources, Tools tools) {
    this.sources = sources;
    this.addresses = tools.addresses();
    this.nameplates = tools.nameplates();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.notices = tools.notices();
  }

  /** Shows one source. */
  Reply source(Visit visit) {
    Optional<SourceId> id = id(visit.requirePath("id"));
    return id.flatMap(i -> sources.find(i, visit.audience(), visit.now()))
        .map(
            page ->
                Reply.of(
                    Reply.HTML,
                    Templates.source(
                        new SourcePress(page, visit, dictionary.in(visit.edition()))
                            .view(frames, addresses, nameplates))))
        .orElseGet(() -> notices.of(404, visit.edition()));
  }

  static Optional<SourceId> id(String written) {
    return written.matches("[1-9]\\d{0,17}")
        ? Optional.of(new SourceId(Long.parseLong(written)))
        : Optional.empty();
  }

  /** Shows the list of all, of one state, or of one publisher. */
  Reply list(Visit visit) {
    if (!visit.isOwner()) {
      return notices.of(404, visit.edition());
    }
    Optional<String> asked = visit.findQuery(STATE);
    Optional<State> state = asked.flatMap(SourceDesk::state);
    Optional<Integer> from = from(visit);
    if (asked.isPresent() && state.isEmpty() || from.isEmpty()) {
      return notices.of(400, visit.edition());
    }
    Predicate<SourceStatus> ofPublisher =
        visit
            .findQuery(PUBLISHER)
            .<Predicate<SourceStatus>>map(d -> s -> s.source().publisher().name().equals(d))
            .orElse(s -> true);
    List<SourceStatus> all = sources.list(visit.audience()).stream().filter(ofPublisher).toList();
    return Reply.of(Reply.HTML, Templates.sources(view(all, state, from.get(), visit)));
  }

  /** Returns at which number of a long table to go on; empty for what is none. */
  static Optional<Integer> from(Visit visit) {
    return visit
        .findQuery(Visit.AFTER)
        .map(after -> after.matches("\\d{1,7}") ? Integer.valueOf(after) : -1)
        .or(() -> Optional.of(0))
        .filter(from -> from >= 0);
  }

  private static Optional<State> state(String word) {
    return Arrays.stream(State.values()).filter(s -> word(s).equals(word)).findFirst();
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private SourceListView view(
      List<SourceStatus> all, Optional<State> state, int from, Visit visit) {
    Words words = dictionary.in(visit.edition());
    List<SourceStatus> shown =
        all.stream()
            .filter(s -> state.isEmpty() || s.state() == state.get())
            .sorted(Comparator.comparing(s -> ORDER.indexOf(s.state())))
            .toList();
    int end = Math.min(shown.size(), from + PAGE_SIZE);
    return new SourceListView(
        frames.of(visit.edition(), words.text("heading.sources"), addresses::sources),
        words.count("sources", all.size()),
        addresses.office(visit.edition(), "sources/add"),
        states(all, state, visit, words),
        shown.subList(Math.min(from, end), end).stream().map(s -> line(s, visit, words)).toList(),
        words.text(all.isEmpty() ? "sources.empty" : "sources.none"),
        end < shown.size() ? here(visit, state, end) : null);
  }

  private List<Link> states(
      List<SourceStatus> all, Optional<State> asked, Visit visit, Words words) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    all.forEach(s -> counts.merge(s.state(), 1, Integer::sum));
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(words.text("sources.all"), here(visit, Optional.empty(), 0), "", asked.isEmpty()));
    for (State state : ORDER) {
      if (counts.containsKey(state)) {
        String number = words.measures().number(counts.getOrDefault(state, 0));
        links.add(
            new Link(
                words.text("state." + word(state)) + " " + number,
                here(visit, Optional.of(state), 0),
                word(state),
                asked.filter(state::equals).isPresent()));
      }
    }
    return links;
  }

  private String here(Visit visit, Optional<State> state, int from) {
    List<String> query = new ArrayList<>();
    visit
        .findQuery(PUBLISHER)
        .ifPresent(domain -> query.add(PUBLISHER + "=" + Addresses.encode(domain)));
    state.ifPresent(s -> query.add(STATE + "=" + word(s)));
    if (from > 0) {
      query.add(Visit.AFTER + "=" + from);
    }
    String path = addresses.sources(visit.edition());
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private SourceListView.Line line(SourceStatus status, Visit visit, Words words) {
    Source source = status.source();
    return new SourceListView.Line(
        title(source),
        addresses.source(visit.edition(), source.id()),
        nameplates.of(source.publisher().name(), source.publisher(), visit),
        source.visibility() == Visibility.PRIVATE ? words.text("sources.private") : "",
        badge(status.state(), words),
        status.state() == State.OK ? "" : new Diagnoses(words).detail(status.lastDetail()),
        status
            .findLastPoll()
            .map(at -> words.ages().of(Moment.of(at), visit.now()))
            .orElse(words.text("sources.never")),
        next(status, visit.now(), words),
        words.measures().number(status.articles()));
  }

  /** Returns the list of the sources of a publisher, for the owner. */
  static Link ofPublisher(Addresses addresses, Words words, Edition edition, Domain domain) {
    return Link.of(
        words.text("heading.sources"),
        addresses.sources(edition) + "?" + PUBLISHER + "=" + Addresses.encode(domain.name()));
  }

  static Badge badge(State state, Words words) {
    return new Badge(word(state), words.text("state." + word(state)));
  }

  /** A source that never said its name is called by its address, without what opens it. */
  static String title(Source source) {
    return Diagnoses.shown(source.title());
  }

  /** Says when a source is polled next. */
  static String next(SourceStatus status, Instant now, Words words) {
    boolean never =
        status.source().kind() == Source.Kind.DIRECT
            || status.state() == State.GONE
            || status.state() == State.PAUSED;
    if (never) {
      return words.text("sources.never");
    }
    Duration left = Duration.between(now, status.plan().due());
    return left.toSeconds() < 1
        ? words.text("sources.now")
        : words.phrase("sources.due").with(words.measures().span(left));
  }
}
