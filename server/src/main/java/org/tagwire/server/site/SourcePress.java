package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.doctor.Finding;
import org.tagwire.doctor.SourcePages.SourcePage;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Nameplates;
import org.tagwire.server.site.SourceView.Badge;
import org.tagwire.server.site.SourceView.Fact;
import org.tagwire.server.site.SourceView.PollLine;
import org.tagwire.server.site.SourceView.Said;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Ages;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.server.words.Words;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;

/** Words one source's page for its owner. */
final class SourcePress {
  private final SourcePage page;
  private final SourceStatus status;
  private final Source source;
  private final Visit visit;
  private final Words words;
  private final Diagnoses diagnoses;

  SourcePress(SourcePage page, Visit visit, Words words) {
    this.page = page;
    this.status = page.chart().status();
    this.source = status.source();
    this.visit = visit;
    this.words = words;
    this.diagnoses = new Diagnoses(words);
  }

  SourceView view(Frames frames, Addresses addresses, Nameplates nameplates) {
    String title = SourceDesk.title(source);
    return new SourceView(
        frames.of(visit.edition(), title, e -> addresses.source(e, source.id())),
        addresses.sources(visit.edition()),
        visit.isOwner() ? addresses.office(visit.edition(), "source/" + source.id().value()) : "",
        title,
        nameplates.of(title, source.publisher(), visit),
        address(title),
        SourceDesk.badge(status.state(), words),
        summary(),
        facts(addresses),
        findings(false),
        findings(true),
        page.chart().polls().stream().map(this::poll).toList());
  }

  private String address(String title) {
    String address = Diagnoses.shown(source.url());
    return address.equals(title) ? "" : address;
  }

  private List<String> summary() {
    List<String> summary = new ArrayList<>();
    if (status.state() == SourceStatus.State.FAILING) {
      summary.add(words.count("failures", status.plan().failures()));
    }
    summary.add(words.count("articles", (int) Math.min(Integer.MAX_VALUE, status.articles())));
    return summary;
  }

  private List<Fact> facts(Addresses addresses) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("sources.next", SourceDesk.next(status, visit.now(), words)));
    if (status.state() == SourceStatus.State.OK || status.state() == SourceStatus.State.FAILING) {
      String every = words.measures().span(status.plan().interval());
      facts.add(fact("sources.interval.name", words.phrase("sources.interval").with(every)));
    }
    facts.add(
        new Fact(
            words.text("sources.publisher"),
            source.publisher().name(),
            addresses.publisher(visit.edition(), source.publisher())));
    if (!source.folder().isEmpty()) {
      facts.add(
          new Fact(
              words.text("sources.folder"),
              source.folder(),
              addresses.folder(visit.edition(), source.folder())));
    }
    facts.add(fact("sources.kind", words.text("sources.kind." + source.kind().label())));
    boolean open = source.visibility() == Visibility.PUBLIC;
    facts.add(fact("sources.visibility", words.text(open ? "sources.public" : "sources.private")));
    return facts;
  }

  private Fact fact(String name, String value) {
    return new Fact(words.text(name), value, null);
  }

  private List<Said> findings(boolean notes) {
    return page.findings().stream()
        .filter(f -> (f.code().severity() == Finding.Severity.NOTE) == notes)
        .map(this::said)
        .toList();
  }

  private Said said(Finding finding) {
    Diagnoses.Said said = diagnoses.say(finding);
    return new Said(
        badge(finding.code().severity()),
        finding.code().label(),
        said.sentence(),
        said.done(),
        said.advice().orElse(""));
  }

  private Badge badge(Finding.Severity severity) {
    return switch (severity) {
      case PROBLEM -> new Badge("problem", words.text("severity.problem"));
      case WARNING -> new Badge("warning", words.text("severity.warning"));
      case NOTE -> new Badge("remark", words.text("severity.note"));
    };
  }

  private PollLine poll(PollRecord poll) {
    Moment at = Moment.of(poll.at());
    boolean good = poll.next().failures() == 0;
    boolean read = poll.outcome().equals("fetched");
    return new PollLine(
        new CardView.Time(words.ages().of(at, visit.now()), Ages.machine(at)),
        good,
        diagnoses.outcome(poll),
        good ? "" : diagnoses.detail(poll.detail()),
        words.measures().moment(poll.took()),
        read ? words.measures().number(poll.items()) : "",
        read ? words.measures().number(poll.accepted()) : "");
  }
}
