package org.tagwire.server.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.Publisher;
import org.tagwire.query.Choices;
import org.tagwire.query.Combination;
import org.tagwire.query.StoryLists;
import org.tagwire.query.StoryLists.StoryList;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Chart;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Nameplate;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Measures;
import org.tagwire.server.words.Words;

/** Makes what stands around a list. Safe for use by many threads. */
final class ListPress {
  private final Questions questions;
  private final StoryLists stories;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Cards cards;

  /** The spans in words; CLDR takes a while to word them. */
  private final Map<Edition, Map<String, String>> spans = new EnumMap<>(Edition.class);

  ListPress(Questions questions, Tools tools) {
    this.questions = questions;
    this.stories = new StoryLists(questions.lists());
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.cards = tools.cards();
    for (Edition edition : Edition.values()) {
      Measures measures = dictionary.in(edition).measures();
      spans.put(
          edition,
          Lens.SPANS.stream()
              .collect(Collectors.toMap(s -> s, s -> measures.span(Lens.length(s)))));
    }
  }

  /** Returns the list grouped by story, when that is asked for. */
  Optional<StoryList> stories(NewsList list, Visit visit) {
    Lens lens = list.angle().lens();
    return list.angle()
        .findBase()
        .filter(base -> lens.stories())
        .map(base -> base.and(lens.condition(visit.now(), dictionary.zone())))
        .map(filter -> stories.page(filter, list.view()));
  }

  /** Makes what stands around a list. */
  ListSide side(NewsList list, Optional<StoryList> grouped, Visit visit) {
    return list.angle()
        .findBase()
        .map(base -> new Work(list, base, visit).side(grouped))
        .orElse(ListSide.NONE);
  }

  /** Makes the ways to narrow a list, and nothing else. */
  ListSide ways(NewsList list, Visit visit) {
    return list.angle()
        .findBase()
        .map(base -> new Work(list, base, visit).ways())
        .orElse(ListSide.NONE);
  }

  /** The work on one page. */
  private final class Work {
    private final NewsList list;
    private final Filter base;
    private final Visit visit;
    private final Words words;
    private final Lens lens;
    private final String here;
    private final Choices choices;

    Work(NewsList list, Filter base, Visit visit) {
      this.list = list;
      this.base = base;
      this.visit = visit;
      this.words = dictionary.in(visit.edition());
      this.lens = list.angle().lens();
      this.here = list.place().apply(visit.edition());
      this.choices =
          list.isSearch()
              ? questions.lists().choices(base, visit.audience())
              : questions.lists().choices(base, visit.audience(), visit.now());
    }

    ListSide side(Optional<StoryList> grouped) {
      Combination combination = list.angle().combination();
      return new ListSide(
          combination == null ? List.of() : Terms.of(combination, words),
          layouts(),
          active(),
          filters(),
          days(),
          grouped.map(this::stories).orElse(List.of()),
          chart(),
          related(),
          publisher());
    }

    private @Nullable Nameplate publisher() {
      Domain domain = base.publisher();
      return domain == null ? null : cards.carrier(list.subject(), domain, visit);
    }

    ListSide ways() {
      return new ListSide(
          List.of(), List.of(), active(), filters(), days(), List.of(), null, List.of(), null);
    }

    private List<Link> layouts() {
      return List.of(
          link(words.text("lists.latest"), lens.grouped(false), !lens.stories()),
          link(words.text("lists.stories"), lens.grouped(true), lens.stories()));
    }

    private Link link(String name, Lens other, boolean current) {
      return new Link(name, here + list.query(other), "", current);
    }

    private List<Link> active() {
      List<Link> active = new ArrayList<>();
      Combination combination = list.angle().combination();
      if (combination != null) {
        Stream.concat(combination.with().stream(), combination.without().stream())
            .distinct()
            .filter(tag -> combination.without().contains(tag) || combination.with().size() > 1)
            .forEach(tag -> active.add(less(combination, tag)));
      }
      Language only = list.view().only();
      if (only != null) {
        String href = here + list.query(list.view().aboutOnly(), null, null);
        active.add(new Link(words.language(only), href, "", false));
      }
      if (lens.publisher() != null) {
        String name =
            questions
                .sources()
                .findPublisher(lens.publisher())
                .map(Publisher::name)
                .orElse(lens.publisher().name());
        active.add(link(name, lens.by(null), false));
      }
      if (lens.category() != null) {
        active.add(link(words.category(lens.category()), lens.in(null), false));
      }
      if (!lens.since().isEmpty() || !lens.until().isEmpty()) {
        active.add(link(time(), lens.within("", ""), false));
      }
      return active;
    }

    private Link less(Combination combination, Hashtag tag) {
      String form = combination.minus(tag).form();
      return new Link(
          "#" + tag.form(), addresses.hashtags(visit.edition(), form) + list.query(), "", false);
    }

    private String time() {
      if (Lens.SPANS.contains(lens.since()) && lens.until().isEmpty()) {
        return span(lens.since());
      }
      return (written(lens.since()) + " – " + written(lens.until())).strip();
    }

    private String written(String day) {
      return day.isEmpty() || Lens.SPANS.contains(day)
          ? span(day)
          : words.ages().date(LocalDate.parse(day));
    }

    private String span(String span) {
      return spans.getOrDefault(visit.edition(), Map.of()).getOrDefault(span, span);
    }

    private List<ListSide.Filters> filters() {
      List<ListSide.Filters> filters = new ArrayList<>();
      add("lists.filter.language", languages(), filters);
      if (base.publisher() == null) {
        List<Link> publishers =
            choices.publishers().stream()
                .map(p -> link(p.name(), lens.by(p.domain()), p.domain().equals(lens.publisher())))
                .toList();
        add("lists.filter.publisher", publishers, filters);
      }
      if (base.category() == null) {
        List<Link> categories =
            choices.categories().stream()
                .map(c -> link(words.category(c), lens.in(c), c == lens.category()))
                .toList();
        add("lists.filter.category", categories, filters);
      }
      List<Link> spans =
          Lens.SPANS.stream()
              .map(s -> link(span(s), lens.within(s, ""), s.equals(lens.since())))
              .toList();
      filters.add(new ListSide.Filters(words.text("lists.filter.time"), spans));
      return filters;
    }

    /** One choice is none, unless it is what the list is narrowed to. */
    private void add(String key, List<Link> links, List<ListSide.Filters> filters) {
      if (links.size() > 1 || links.stream().anyMatch(Link::current)) {
        filters.add(new ListSide.Filters(words.text(key), links));
      }
    }

    private List<Link> languages() {
      return choices.languages().stream()
          .map(
              language ->
                  new Link(
                      words.language(language),
                      here + list.query(list.view().aboutOnly(), language, null),
                      "",
                      language.equals(list.view().only())))
          .toList();
    }

    private ListSide.Days days() {
      List<Link> kept = new ArrayList<>();
      String query = list.query(lens.within("", ""));
      if (!query.isEmpty()) {
        for (String parameter : query.substring(1).split("&")) {
          int sign = parameter.indexOf('=');
          kept.add(
              Link.of(
                  parameter.substring(0, sign),
                  URLDecoder.decode(parameter.substring(sign + 1), UTF_8)));
        }
      }
      return new ListSide.Days(here, day(lens.since()), lens.until(), kept);
    }

    private static String day(String since) {
      return Lens.SPANS.contains(since) ? "" : since;
    }

    private List<Teaser> stories(StoryList page) {
      return page.stories().stream().map(this::teaser).toList();
    }

    private Teaser teaser(StoryLists.Story story) {
      return Teaser.of(
          cards.all(story.accounts(), visit),
          story.accounts().size(),
          addresses.story(visit.edition(), story.id()));
    }

    private @Nullable Chart chart() {
      if (base.equals(Filter.ALL)) {
        return null;
      }
      var bounds = Chart.days(visit.now(), dictionary.zone());
      return questions
          .lists()
          .volume(shown(), visit.audience(), bounds)
          .filter(counts -> counts.stream().anyMatch(count -> count > 0))
          .map(counts -> Chart.of(bounds, counts, span("30d"), words))
          .orElse(null);
    }

    /** The list as it is narrowed, days aside. */
    private Filter shown() {
      Condition carried = lens.carried();
      Filter filter = list.view().aboutOnly() ? base.about() : base;
      Language only = list.view().only();
      return (only == null ? filter : filter.in(only)).and(carried);
    }

    private List<ListSide.Related> related() {
      Hashtag tag = list.tag();
      return tag == null
          ? List.of()
          : questions.hashtags().related(tag, visit.audience(), visit.now()).stream()
              .map(other -> related(tag, other))
              .toList();
    }

    private ListSide.Related related(Hashtag tag, Hashtag other) {
      return new ListSide.Related(
          cards.tag(other, visit.edition()),
          addresses.hashtags(visit.edition(), tag.form() + "+" + other.form()),
          words.phrase("lists.together").with(other.name()));
    }
  }
}
