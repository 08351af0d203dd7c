package org.tagwire.server.orders;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.ingest.Ombudsman;
import org.tagwire.ingest.Takedowns;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Notice;
import org.tagwire.model.Notice.State;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;
import org.tagwire.url.WebAddress;

/** Takes away what must go, and answers who asked for it. */
final class Objections {
  private static final int SHOWN = 200;
  private static final int WIDTH = 60;
  private static final String REASON = "taken down by the owner";
  private static final String RECONSIDERED = "shown again by the owner";

  private final Works works;

  Objections(Works works) {
    this.works = works;
  }

  /** Returns what can be ordered, by name. */
  Map<String, Clerk> orders() {
    return Map.of(
        "takedown", this::takeDown,
        "suppress", this::suppress,
        "show-again", this::showAgain,
        "notices", this::list,
        "notice", this::show,
        "notice-answer", this::answer);
  }

  private void takeDown(Order order, Report report) {
    String what = Arguments.require(order, 0, "an article's id or the beginning of an address");
    String reason = order.findOption("reason").orElse(REASON);
    Takedowns takedowns = works.takedowns();
    Optional<ArticleId> article = ArticleId.parse(what);
    if (article.isPresent()) {
      report.line("taken down: “" + takedowns.article(article.get(), reason) + "”");
    } else {
      WebAddress prefix = Arguments.requireAddress(order, 0);
      long articles = takedowns.site(prefix, reason);
      report.line(
          "taken down: all under "
              + prefix
              + ", which were "
              + articles
              + " articles;"
              + " nothing more is taken in from there");
    }
    works.settle((done, total) -> report.progress("changes", done, total));
  }

  private void suppress(Order order, Report report) {
    String name = Arguments.require(order, 0, "a name");
    works.takedowns().suppress(name, order.findOption("reason").orElse("asked to be left out"));
    report.line("hidden from strangers for good: " + name);
    report.note("inflected forms are names of their own; hide each that is in use");
  }

  private void showAgain(Order order, Report report) {
    String name = Arguments.require(order, 0, "a name");
    works.takedowns().showAgain(Set.of(name), order.findOption("reason").orElse(RECONSIDERED));
    report.line("shown to strangers again: " + name);
  }

  private void list(Order order, Report report) {
    Ombudsman ombudsman = works.ombudsman();
    var notices = ombudsman.list(SHOWN);
    if (notices.isEmpty()) {
      report.note("nobody has sent a notice");
    }
    for (Notice notice : notices) {
      report.line(
          String.join(
              "  ",
              notice.id(),
              notice.received().truncatedTo(ChronoUnit.MINUTES).toString(),
              word(notice.outcome().state()),
              word(notice.kind()) + (notice.hides() ? ", hides #" + notice.tag() : ""),
              notice.about(),
              Columns.fitted(notice.text().replace('\n', ' '), WIDTH)));
    }
  }

  private void show(Order order, Report report) {
    String id = Arguments.require(order, 0, "the id of a notice");
    Notice notice =
        works
            .ombudsman()
            .find(id)
            .orElseThrow(() -> Arguments.bad("there is no notice " + id + "; see 'notices'"));
    report.line(word(notice.kind()) + ", " + word(notice.outcome().state()));
    report.line("received: " + notice.received());
    report.line("about: " + (notice.about().isEmpty() ? "the site" : notice.about()));
    notice.findArticle().ifPresent(article -> report.line("article: " + article));
    notice
        .findTag()
        .ifPresent(tag -> report.line("tag: #" + tag + (notice.hides() ? ", hidden" : "")));
    report.line("reply to: " + (notice.email().isEmpty() ? "–" : notice.email()));
    report.line("");
    notice.text().lines().forEach(report::line);
  }

  private void answer(Order order, Report report) {
    String id = Arguments.require(order, 0, "the id of a notice");
    State state = state(Arguments.require(order, 1, "done, refused or in-work"));
    Notice answered = works.ombudsman().answer(id, state, order.findOption("words").orElse(""));
    report.line(answered.id() + " is " + word(state));
  }

  private static State state(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "done" -> State.DONE;
      case "refused" -> State.REFUSED;
      case "in-work" -> State.IN_WORK;
      default -> throw Arguments.bad("'" + word + "' is no answer; done, refused and in-work are");
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
