package org.tagwire.server.office;

import java.util.List;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.model.WatchedName;
import org.tagwire.server.office.Block.Button;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.orders.Watching;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.watch.WatchList;

/** Where names to watch are written down and crossed out. Safe for use by many threads. */
final class WatchForms {
  private static final String WATCH = "watch";
  private static final String NAMES = "names";
  private static final String NAME = "name";

  private final Kit kit;
  private final Works works;
  private final Watching watching;

  WatchForms(Kit kit, Works works) {
    this.kit = kit;
    this.works = works;
    this.watching = new Watching(works);
  }

  Reply page(Visit visit) {
    List<Remark> remarks =
        visit.findQuery("done").isEmpty()
            ? List.of()
            : List.of(Remark.good(kit.say(visit, "office.watch.done")));
    return show(visit, 200, "", remarks);
  }

  private Reply show(Visit visit, int status, String typed, List<Remark> remarks) {
    Words words = kit.words(visit);
    Block add =
        new Block.Sheet(
            words.text("office.watch.add"),
            words.text("office.watch.hint"),
            kit.addresses().office(visit.edition(), WATCH),
            visit.token(),
            List.of(
                Field.of(Field.Kind.LINES, NAMES, words.text("office.watch.names")).with(typed)),
            List.of(Button.main(words.text("office.watch.do"))));
    List<Block.Line> lines =
        works.store().watch().list().stream().map(name -> line(name, visit, words)).toList();
    Block names =
        new Block.Table(
            words.count("watched", lines.size()),
            List.of(words.text("watch.name"), words.text("office.watch.line"), ""),
            lines,
            words.text("office.watch.none"));
    return kit.print(
        status,
        visit,
        new Draft(
            edition -> kit.addresses().office(edition, WATCH),
            Link.of(words.text("heading.watch"), kit.addresses().watch(visit.edition())),
            words.text("office.watch"),
            "",
            remarks,
            List.of(add, names)));
  }

  private Block.Line line(WatchedName name, Visit visit, Words words) {
    return Block.Line.of(
        List.of(Block.Cell.of(name.name()), Block.Cell.of(WatchList.write(name))),
        new Block.Act(
            words.text("office.watch.remove"),
            kit.addresses().office(visit.edition(), "watch/remove"),
            visit.token(),
            NAME,
            name.name()));
  }

  /** Watches the names of a list, one a line or as a table. */
  Reply add(Visit visit, Form form) {
    try {
      watching.set(form.text(NAMES));
      return Reply.seeOther(kit.addresses().office(visit.edition(), WATCH) + "?done=names");
    } catch (TagwireException e) {
      if (e.code() != ErrorCode.BAD_REQUEST) {
        throw e;
      }
      return show(
          visit,
          422,
          form.text(NAMES),
          List.of(Remark.bad(kit.say(visit, "office.watch.wrong"), kit.told(visit, e))));
    }
  }

  Reply remove(Visit visit, Form form) {
    return watching.remove(form.text(NAME))
        ? Reply.seeOther(kit.addresses().office(visit.edition(), WATCH) + "?done=names")
        : kit.notices().of(404, visit.edition());
  }
}
