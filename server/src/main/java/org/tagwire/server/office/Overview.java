package org.tagwire.server.office;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.Audience;
import org.tagwire.server.office.Block.Button;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.store.SourceStatus;

/** The office itself: what waits, and the ways to everything. Safe for use by many threads. */
final class Overview {
  private final Kit kit;
  private final Works works;

  Overview(Kit kit, Works works) {
    this.kit = kit;
    this.works = works;
  }

  Reply page(Visit visit) {
    Words words = kit.words(visit);
    List<SourceStatus> sources = works.store().sources().list(Audience.OWNER);
    List<Remark> remarks = new ArrayList<>();
    if (visit.findQuery("done").filter("password"::equals).isPresent()) {
      remarks.add(Remark.good(words.text("office.password.done")));
    }
    for (String line : works.degraded()) {
      remarks.add(Remark.bad(words.text("office.degraded"), line));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts(words.text("office.state"), facts(visit, sources, words)));
    blocks.add(new Block.Facts(words.text("office.jobs"), jobs(visit, words)));
    blocks.add(new Block.Ways(words.text("office.rooms"), rooms(visit.edition(), words)));
    if (visit.badge().findSession().isPresent()) {
      blocks.add(
          new Block.Sheet(
              "",
              "",
              kit.addresses().signOut(visit.edition()),
              visit.token(),
              List.of(),
              List.of(new Button(words.text("office.signOut"), "plain", "", ""))));
    }
    return kit.print(
        visit,
        new Draft(
            kit.addresses()::office,
            Draft.NOWHERE,
            words.text("office.title"),
            "",
            remarks,
            blocks));
  }

  private List<Block.Fact> facts(Visit visit, List<SourceStatus> sources, Words words) {
    Addresses addresses = kit.addresses();
    String list = addresses.sources(visit.edition());
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact(words.text("heading.sources"), number(sources.size(), words), list));
    long failing = count(sources, SourceStatus.State.FAILING);
    if (failing > 0) {
      facts.add(
          new Block.Fact(
              words.text("office.failing"), number(failing, words), list + "?state=failing"));
    }
    long gone = count(sources, SourceStatus.State.GONE);
    if (gone > 0) {
      facts.add(
          new Block.Fact(words.text("office.gone"), number(gone, words), list + "?state=gone"));
    }
    facts.add(
        new Block.Fact(
            words.text("office.articles"),
            number(works.store().articles().count(), words),
            addresses.news(visit.edition())));
    facts.add(
        new Block.Fact(
            words.text("office.quarantine"),
            number(works.store().quarantine().list().size(), words),
            addresses.office(visit.edition(), WaitingRoom.PLACE)));
    int sessions = kit.context().keys().sessions().count(visit.now());
    facts.add(new Block.Fact(words.text("office.sessions"), number(sessions, words), ""));
    return facts;
  }

  /** What the works are at, each with the page on which something can be done about it. */
  private List<Block.Fact> jobs(Visit visit, Words words) {
    Addresses addresses = kit.addresses();
    long behind = Math.max(0, works.store().articles().lastChange() - works.applied());
    return List.of(
        new Block.Fact(
            words.text("office.polls"),
            number(works.pollsUnderWay(), words),
            addresses.sources(visit.edition())),
        job("placing", works.store().articles().pendingShards().isEmpty(), "", words),
        new Block.Fact(words.text("office.jobs.index"), number(behind, words), ""),
        job("watch", works.watch().isFollowed(), addresses.office(visit.edition(), "watch"), words),
        job(
            "rules",
            works.store().rules().now().isSettled(),
            addresses.office(visit.edition(), "rules"),
            words));
  }

  private static Block.Fact job(String what, boolean done, String href, Words words) {
    return new Block.Fact(
        words.text("office.jobs." + what),
        words.text(done ? "office.jobs.done" : "office.jobs.running"),
        href);
  }

  private static long count(List<SourceStatus> sources, SourceStatus.State state) {
    return sources.stream().filter(s -> s.state() == state).count();
  }

  private static String number(long number, Words words) {
    return words.measures().number(number);
  }

  /** A line for each room of the owner's; other rooms add theirs here. */
  private List<Link> rooms(Edition edition, Words words) {
    Addresses addresses = kit.addresses();
    return List.of(
        room("office.add", addresses.office(edition, "sources/add"), words),
        room("heading.sources", addresses.sources(edition), words),
        room("contact.office", addresses.officeNotices(edition), words),
        room("reading.title", addresses.following(edition), words),
        room("office.rules", addresses.office(edition, "rules"), words),
        room("office.quarantine", addresses.office(edition, WaitingRoom.PLACE), words),
        room("office.watch", addresses.office(edition, "watch"), words),
        room("heading.watch", addresses.watch(edition), words),
        room("office.password.change", addresses.office(edition, "password"), words));
  }

  private static Link room(String key, String href, Words words) {
    return Link.of(words.text(key), href);
  }
}
