package org.tagwire.server.orders;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tagwire.doctor.Finding;
import org.tagwire.doctor.SourcePages;
import org.tagwire.doctor.SourcePages.SourcePage;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Source;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Report;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.url.WebAddress;

/** Writes how a source fares: state, what the doctor found, and the last polls. */
final class SourceReport {
  private final Works works;
  private final Words words;
  private final Diagnoses diagnoses;

  SourceReport(Works works) {
    this.works = works;
    this.words = Words.of(Edition.ENGLISH, Digits.LATN, works.settings().site().zone());
    this.diagnoses = new Diagnoses(words);
  }

  void write(Source source, Report report) {
    Instant now = works.clock().instant();
    SourcePage page =
        SourcePages.of(works.store())
            .find(source.id(), Audience.OWNER, now)
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.NOT_FOUND, "source " + source.id() + " has just been removed"));
    SourceStatus status = page.chart().status();
    report.line("source " + source.id() + ": " + Diagnoses.shown(source.title()));
    facts(status, report);
    findings(page.findings(), report);
    polls(page.chart().polls(), report);
  }

  private void facts(SourceStatus status, Report report) {
    Source source = status.source();
    PollPlan plan = status.plan();
    fact(report, "state", words.text("state." + lower(status.state())));
    fact(report, "address", Diagnoses.shown(source.url()));
    fact(report, "kind", source.kind().label());
    fact(report, "publisher", source.publisher().name());
    fact(report, "folder", source.folder().isEmpty() ? "none" : source.folder());
    fact(report, "visibility", lower(source.visibility()));
    fact(report, "article pages", lower(source.pages()));
    fact(report, "articles", Long.toString(status.articles()));
    fact(report, "articles kept", Keeping.told(works, source));
    fact(
        report,
        "next poll",
        Subscriptions.shown(plan.due()) + ", every " + words.measures().span(plan.interval()));
    fact(
        report,
        "validators",
        "ETag "
            + plan.findEtag().orElse("none")
            + ", Last-Modified "
            + plan.findLastModified().orElse("none"));
    fact(report, "push", push(source));
  }

  private String push(Source source) {
    if (works.subscriber().isEmpty()) {
      return "off; it needs a base-url with https and a public name, and websub = \"on\"";
    }
    return works
        .store()
        .hubs()
        .findFor(source.id())
        .map(s -> push(s, works.clock().instant()))
        .orElse("none; the feed names no hub, or is not public");
  }

  private static String push(HubSubscription subscription, Instant now) {
    HubSubscription.Standing standing = subscription.standing();
    HubSubscription.Pushes pushes = subscription.pushes();
    Instant lease = standing.lease();
    String promise =
        lease == null || !subscription.isActive(now)
            ? "not confirmed by the hub"
            : "promised until " + Subscriptions.shown(lease);
    String trouble =
        standing.detail().isEmpty()
            ? ""
            : "; " + standing.detail() + ", next try " + Subscriptions.shown(standing.due());
    return WebAddress.of(subscription.terms().hub())
        + ", "
        + promise
        + trouble
        + "; "
        + pushes.count()
        + " pushes, last "
        + pushes.findLast().map(Subscriptions::shown).orElse("never");
  }

  private void findings(List<Finding> findings, Report report) {
    report.line("findings:");
    if (findings.stream().allMatch(f -> f.code().severity() == Finding.Severity.NOTE)) {
      report.line("  " + words.text("sources.findings.none"));
    }
    for (Finding finding : findings) {
      Diagnoses.Said said = diagnoses.say(finding);
      String severity = lower(finding.code().severity());
      report.line("  " + severity + " [" + finding.code().label() + "] " + said.sentence());
      report.line("      Tagwire " + said.done());
      said.advice().ifPresent(advice -> report.line("      The publisher could " + advice));
    }
  }

  private void polls(List<PollRecord> polls, Report report) {
    report.line("last polls:");
    if (polls.isEmpty()) {
      report.line("  none yet");
      return;
    }
    Columns table = new Columns("  WHEN", "TOOK", "ITEMS", "NEW", "OUTCOME");
    for (PollRecord poll : polls) {
      table.row(
          "  " + Subscriptions.shown(poll.at()),
          words.measures().moment(poll.took()),
          Integer.toString(poll.items()),
          Integer.toString(poll.accepted()),
          diagnoses.outcome(poll) + (poll.detail().isEmpty() ? "" : ": " + poll.detail()));
    }
    table.print(report);
  }

  private static void fact(Report report, String name, String value) {
    report.line("  " + name + ": " + value);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
