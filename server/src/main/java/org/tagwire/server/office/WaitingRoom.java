package org.tagwire.server.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.ingest.Retrial;
import org.tagwire.model.Audience;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.server.office.Block.Act;
import org.tagwire.server.office.Block.Cell;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.orders.Isolation;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.store.QuarantineStore;
import org.tagwire.store.QuarantineStore.Entry;

/** What broke while it was read, and what can be done about it. Safe for use by many threads. */
final class WaitingRoom {
  static final String PLACE = "quarantine";

  /** How many are shown, and tried again with one press. */
  private static final int SHOWN = 50;

  private static final String NUMBER = "number";
  private static final String ALL = "all";

  private final Kit kit;
  private final Works works;
  private final Isolation isolation;

  WaitingRoom(Kit kit, Works works) {
    this.kit = kit;
    this.works = works;
    this.isolation = new Isolation(works);
  }

  Reply page(Visit visit) {
    Words words = kit.words(visit);
    List<Entry> entries = shown();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Table(
            "",
            List.of(
                words.text("office.quarantine.item"),
                words.text("heading.source"),
                words.text("office.quarantine.tries"),
                words.text("office.quarantine.last"),
                words.text("office.quarantine.broke"),
                ""),
            entries.stream().map(entry -> line(entry, visit, words)).toList(),
            words.text("office.quarantine.none")));
    if (entries.size() > 1) {
      blocks.add(
          new Block.Sheet(
              "",
              "",
              place(visit, "/retry"),
              visit.token(),
              List.of(Field.hidden(NUMBER, ALL)),
              List.of(Block.Button.main(words.text("office.quarantine.retryAll")))));
    }
    return kit.print(
        visit,
        new Draft(
            edition -> kit.addresses().office(edition, PLACE),
            kit.back(visit),
            words.text("office.quarantine"),
            words.text("office.quarantine.lead"),
            done(visit, words),
            blocks));
  }

  private List<Entry> shown() {
    List<Entry> all = works.store().quarantine().list();
    return all.subList(0, Math.min(SHOWN, all.size()));
  }

  private static List<Remark> done(Visit visit, Words words) {
    return visit
        .findQuery("done")
        .flatMap(done -> words.find("office.quarantine.done." + done))
        .map(text -> List.of(Remark.good(text)))
        .orElse(List.of());
  }

  private String place(Visit visit, String more) {
    return kit.addresses().office(visit.edition(), PLACE + more);
  }

  private Block.Line line(Entry entry, Visit visit, Words words) {
    String number = Long.toString(entry.number());
    Optional<Source> source = works.store().sources().find(entry.last().source(), Audience.OWNER);
    List<Act> acts = new ArrayList<>();
    acts.add(act(visit, words, "retry", number));
    if (entry.last().article() == null) {
      acts.add(act(visit, words, "drop", number));
    }
    String tries = words.measures().number(entry.tries());
    return new Block.Line(
        List.of(
            Cell.of(Diagnoses.shown(entry.last().url())),
            source
                .map(
                    s ->
                        new Cell(
                            Diagnoses.shown(s.title()),
                            kit.addresses().source(visit.edition(), s.id())))
                .orElse(Cell.of("")),
            Cell.of(
                entry.isSetApart()
                    ? tries
                    : tries + "/" + words.measures().number(QuarantineStore.TRIES)),
            Cell.of(words.ages().of(Moment.of(entry.last().at()), visit.now())),
            Cell.of(entry.last().fault().stage() + ": " + error(entry))),
        acts);
  }

  private static String error(Entry entry) {
    return entry.last().fault().error().lines().findFirst().orElse("");
  }

  private Act act(Visit visit, Words words, String what, String number) {
    return new Act(
        words.text("office.quarantine." + what),
        place(visit, "/" + what),
        visit.token(),
        NUMBER,
        number);
  }

  /** Tries one again, or all that the page shows. */
  Reply retry(Visit visit, Form form) {
    List<Entry> entries =
        form.text(NUMBER).equals(ALL) ? shown() : find(form).map(List::of).orElse(List.of());
    if (entries.isEmpty()) {
      return kit.notices().of(404, visit.edition());
    }
    List<Retrial.Outcome> outcomes = entries.stream().map(isolation::retry).toList();
    String done =
        outcomes.contains(Retrial.Outcome.BROKEN)
            ? "broken"
            : outcomes.contains(Retrial.Outcome.WAITS) ? "waits" : "read";
    return Reply.seeOther(place(visit, "") + "?done=" + done);
  }

  /** Forgets one. */
  Reply drop(Visit visit, Form form) {
    return find(form).filter(isolation::drop).isPresent()
        ? Reply.seeOther(place(visit, "") + "?done=dropped")
        : kit.notices().of(404, visit.edition());
  }

  private Optional<Entry> find(Form form) {
    return Optional.of(form.text(NUMBER))
        .filter(written -> written.matches("[1-9]\\d{0,17}"))
        .flatMap(written -> works.store().quarantine().find(Long.parseLong(written)));
  }
}
