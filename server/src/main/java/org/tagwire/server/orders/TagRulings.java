package org.tagwire.server.orders;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tagwire.ingest.Rulebook;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;
import org.tagwire.store.RuleStore.Given;

/** Takes down what the owner says about hashtags, and returns when every list shows it. */
final class TagRulings {
  /** Separates several values of one option; no name contains it. */
  static final String AND = "\n";

  private static final int TITLE = 60;

  private final Works works;

  TagRulings(Works works) {
    this.works = works;
  }

  /** Returns what can be ordered, by name. */
  Map<String, Clerk> orders() {
    return Map.of(
        "tags", this::list,
        "tags-merge", this::merge,
        "tags-split", this::split,
        "tags-rename", this::rename,
        "tags-not-about", this::notAbout,
        "tags-undo", this::undo);
  }

  private void merge(Order order, Report report) {
    String tag = Arguments.require(order, 0, "the tag that goes");
    given(rulebook().merge(tag, Arguments.require(order, 1, "the tag that stays")), report);
  }

  private void split(Order order, Report report) {
    String tag = Arguments.require(order, 0, "a tag");
    String as =
        order
            .findOption("as")
            .orElseThrow(() -> Arguments.bad("a split needs the second subject's name: --as NAME"));
    String with =
        order
            .findOption("with")
            .orElseThrow(() -> Arguments.bad("a split needs what tells the second: --with WORDS"));
    given(rulebook().split(tag, as, List.of(with.split(AND))), report);
  }

  private void rename(Order order, Report report) {
    String tag = Arguments.require(order, 0, "a tag");
    given(rulebook().rename(tag, Arguments.require(order, 1, "its name from now on")), report);
  }

  private void notAbout(Order order, Report report) {
    String written = Arguments.require(order, 0, "an article, by its id or address");
    String tag = Arguments.require(order, 1, "a tag");
    boolean mentioned = order.findOption("mentioned").isPresent();
    given(
        rulebook().notAbout(new Explanations(works).requireArticle(written), tag, mentioned),
        report);
  }

  private void undo(Order order, Report report) {
    String written = Arguments.require(order, 0, "the number of a rule");
    if (!written.matches("[1-9]\\d{0,17}")) {
      throw Arguments.bad("'" + written + "' is no number of a rule");
    }
    Given undone = rulebook().undo(Long.parseLong(written));
    follow(report);
    report.line("rule " + undone.number() + " is taken back: " + said(undone));
  }

  private void given(Given rule, Report report) {
    follow(report);
    report.line("rule " + rule.number() + ": " + said(rule));
  }

  private void follow(Report report) {
    works.settleRules((done, total) -> report.progress("changes", done, total));
  }

  private void list(Order order, Report report) {
    List<Given> rules = rulebook().list();
    Columns table = new Columns("RULE", "SINCE", "SAYS");
    for (Given rule : rules) {
      table.row(Long.toString(rule.number()), Subscriptions.shown(rule.since()), said(rule));
    }
    table.print(report);
    report.note(rules.size() + " rules hold");
  }

  private String said(Given given) {
    return switch (given.rule()) {
      case TagRule.Merge merge -> "#" + merge.tag() + " is " + shown(merge.into());
      case TagRule.Split split ->
          "#"
              + split.tag()
              + " is "
              + shown(split.into())
              + " where it is said with "
              + split.with().stream().map(w -> "“" + w + "”").collect(Collectors.joining(" or "));
      case TagRule.Rename rename -> "#" + rename.tag() + " is called “" + rename.name() + "”";
      case TagRule.NotAbout not ->
          "“" + title(not) + "” " + (not.mentioned() ? "only names #" : "has no #") + not.tag();
    };
  }

  private String title(TagRule.NotAbout not) {
    return works.store().articles().findAll(List.of(not.article()), Audience.OWNER).stream()
        .map(article -> Columns.fitted(article.text().title(), TITLE))
        .findFirst()
        .orElse("article " + not.article() + ", which is gone");
  }

  private String shown(TagKey key) {
    return "#" + works.store().tags().find(key).map(Hashtag::form).orElse(key.value());
  }

  private Rulebook rulebook() {
    return works.rulebook();
  }
}
