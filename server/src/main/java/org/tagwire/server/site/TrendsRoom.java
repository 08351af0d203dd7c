package org.tagwire.server.site;

import gg.jte.generated.precompiled.JtetrendsGenerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.query.FrontPages.Covered;
import org.tagwire.query.Trending.Rising;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Chart;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.page.Sparkline;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;
import org.tagwire.trend.Trend;

/**
 * The trends page: what is talked about more than it usually is, and why each stands where it
 * stands. Until there is history enough to tell the usual by, what is most covered, and that is
 * said. Safe for use by many threads.
 */
final class TrendsRoom {
  private static final int DAYS = 7;
  private static final int HEIGHT = 24;

  /** From how many noughts of improbability on each of these is said. */
  private static final double VERY = 7;

  private static final double EXTREMELY = 10;

  private final Questions questions;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Cards cards;

  TrendsRoom(Questions questions, Tools tools) {
    this.questions = questions;
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.cards = tools.cards();
  }

  Reply page(Visit visit) {
    Optional<List<Rising>> rising = questions.trends().at(visit.now(), visit.audience());
    TrendsView view =
        rising
            .map(now -> now.isEmpty() ? covered("quiet", visit) : trending(now, visit))
            .orElseGet(() -> covered("young", visit));
    return Reply.of(Reply.HTML, Sheet.of(out -> JtetrendsGenerated.render(out, null, view)));
  }

  private TrendsView trending(List<Rising> rising, Visit visit) {
    Words words = dictionary.in(visit.edition());
    String heading = words.text("heading.trending");
    return new TrendsView(
        frames.listed(visit.edition(), heading, addresses::trends),
        heading,
        List.of(words.text("search.trends.how"), words.text("search.trends.copies")),
        rising.stream()
            .map(
                r ->
                    line(
                        r.tag(), Cards.numbers(words, r.numbers()), why(words, r.numbers()), visit))
            .toList());
  }

  private TrendsView covered(String why, Visit visit) {
    Words words = dictionary.in(visit.edition());
    String heading = words.text("heading.covered");
    List<Covered> covered = questions.front().mostCovered(visit.audience(), visit.now());
    return new TrendsView(
        frames.listed(visit.edition(), heading, addresses::trends),
        heading,
        List.of(words.text("search.trends." + why), words.text("search.trends.covered")),
        covered.stream().map(c -> line(c.tag(), Cards.numbers(words, c), "", visit)).toList());
  }

  private TrendsView.Trend line(Hashtag tag, String numbers, String why, Visit visit) {
    Words words = dictionary.in(visit.edition());
    List<Integer> counts = counts(tag, visit);
    return new TrendsView.Trend(
        cards.tag(tag, visit.edition()),
        words.kind(tag.kind()),
        numbers,
        why,
        Sparkline.of(counts, HEIGHT),
        counts.isEmpty()
            ? ""
            : words
                .phrase("search.trends.days")
                .with(
                    String.join(
                        words.text("search.trends.and"),
                        counts.stream().map(words.measures()::number).toList())));
  }

  /** How many times the usual it is, and how often chance would bring that. */
  private static String why(Words words, Trend trend) {
    double times = trend.counted() / Math.max(trend.usual(), 0.01);
    String degree =
        trend.surprise() >= EXTREMELY ? "extremely" : trend.surprise() >= VERY ? "very" : "quite";
    String often = times >= 100 ? words.measures().number(100) + "+" : words.measures().mean(times);
    return words.phrase("search.trends.times").with(often)
        + " "
        + words.text("search.trends." + degree);
  }

  /** The articles of each of the last days, the day that is not over last. */
  private List<Integer> counts(Hashtag tag, Visit visit) {
    List<Instant> bounds = Chart.days(visit.now(), dictionary.zone());
    return questions
        .lists()
        .volume(Filter.tag(tag.key()).about(), visit.audience(), bounds)
        .map(counts -> counts.subList(counts.size() - DAYS, counts.size()))
        .orElse(List.of());
  }
}
